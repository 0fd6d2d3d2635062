import { hashLeaf, type Json } from '@vigil/core/log'
import { type BundleFault, faultOf } from '../faults.ts'
import { BundleHeads, BundleLists, WireIncident } from '../schema.ts'
import { faulty, type RowFault } from './faults.ts'
import { isObject, type JsonObject, listOf, objectsOf, textOf } from './json.ts'
import type { BundleParts, KeptPeople } from './kept.ts'
import { keepPeople, readPeople } from './people.ts'
import { attempt, parseRow } from './rows.ts'
import { type Surroundings, takeIncident, type TakenIncident } from './take-incident.ts'
import type { ImportStamp } from './writer.ts'

/** What a file becomes: records with what is kept beside them, and every row that is not taken. */
export interface TakenBundle {
  readonly ok: true
  readonly incidents: readonly TakenIncident[]
  readonly people: KeptPeople
  readonly parts: BundleParts
  readonly faults: readonly RowFault[]
}

/**
 * The records that a `vigil-bundle/1` becomes (issue 5, E14), for whoever stores them: of every incident
 * its actions in the order in which each may be added, the texts that these name by ids, and what no
 * element of the record holds, to be kept beside so that nothing is lost on the way out. An incident is
 * taken whole or not at all; those that are not taken are reported by their row. Every id follows from the
 * file and the row: taking the same file again gives the same actions. `value` was parsed from JSON and
 * is not changed. A status counts as decided by the task force, by signers who are not recorded
 * (`importStatus`); what the file dates (`recordedOn`) is known since that day, all else since the import.
 *
 * Both `kept` and `texts` may hold whatever somebody wrote into the file: they are to be guarded like the
 * most sensitive element of the record.
 */
export function actionsOfBundle(
  value: unknown,
  stamp: ImportStamp,
): TakenBundle | { readonly ok: false; readonly fault: BundleFault } {
  const frame = BundleHeads.extend(BundleLists.shape).safeParse(value)
  if (!frame.success) return { ok: false, fault: faultOf(frame.error, value, []) }
  const whole = value as JsonObject
  const [children, groups] = [listOf(whole['children']), listOf(whole['groups'])]
  const { people, faults } = readPeople({ children, groups }, stamp.at.slice(0, 10))
  const rows = listOf(whole['incidents'])
  const around = {
    stamp,
    people,
    parties: idsOf(whole['parties']),
    regions: Array.isArray(whole['regions']) ? idsOf(whole['regions']) : null,
    incidents: incidentIds(rows, stamp.file),
  }
  const found = takeAll(around, rows)
  const taken = found.flatMap((one) => ('row' in one ? [] : [one]))
  return {
    ok: true,
    incidents: taken.map(({ incident, actions, texts, kept }) => ({
      incident,
      actions,
      texts,
      kept,
    })),
    people: keepPeople(
      people,
      taken.flatMap(({ noted }) => noted),
    ),
    parts: partsOf(whole),
    faults: [...faults, ...found.flatMap((one) => ('row' in one ? [one] : []))],
  }
}

type Attempt = ReturnType<typeof takeIncident> | RowFault

function takeAll(around: Surroundings, rows: readonly Json[]): readonly Attempt[] {
  const seen = new Set<string>()
  const found = rows.map((given, place): Attempt => {
    const row = `incidents.${place}`
    return attempt(row, () => {
      const wire = parseRow(WireIncident, given, row)
      checkIds(wire, row, seen)
      return takeIncident(around, { wire, place, incident: idOf(around.stamp.file, row) })
    })
  })
  return withoutOrphans(found)
}

/** Ids of incidents and violations are there once (R-COUNT-5). */
function checkIds(wire: JsonObject, row: string, seen: Set<string>): void {
  const violations = objectsOf(wire['violations'])
  const ids = [
    [`incident ${textOf(wire['id'])}`, `${row}.id`],
    ...violations.map(({ id }, at) => [`violation ${textOf(id)}`, `${row}.violations.${at}.id`]),
  ]
  for (const [name = '', path = ''] of ids) {
    if (seen.has(name)) throw faulty('twice', path, name.slice(name.indexOf(' ') + 1))
    seen.add(name)
  }
}

/** A duplicate of an incident that is not taken is not taken either. */
function withoutOrphans(found: readonly Attempt[]): readonly Attempt[] {
  const taken = new Set(found.flatMap((one) => ('row' in one ? [] : one.incident)))
  const next = found.map((one): Attempt => {
    if ('row' in one) return one
    const of = duplicatesIn(one).find((id) => !taken.has(id))
    if (of === undefined) return one
    const ids = [one.kept.id, textOf(one.kept.rest['duplicateOf'])]
    const refusal = { code: 'bundle.unknownDuplicate', ids } as const
    return { row: `incidents.${one.kept.place}`, refusal }
  })
  return next.some((one, at) => one !== found[at]) ? withoutOrphans(next) : next
}

function duplicatesIn({ actions }: TakenIncident): string[] {
  return actions.flatMap(({ deed }) => (deed.kind === 'duplicate' ? (deed.of ?? []) : []))
}

function incidentIds(rows: readonly Json[], file: string): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap((row, at) =>
      isObject(row) && typeof row['id'] === 'string'
        ? [[row['id'], idOf(file, `incidents.${at}`)] as const]
        : [],
    ),
  )
}

/** The id of what a file has at a row: 96 bits of the hash of both. */
function idOf(file: string, row: string): string {
  const bytes = Uint8Array.from(`${file} ${row}`, (sign) => sign.charCodeAt(0))
  const short = hashLeaf(bytes).slice(0, 12)
  return Array.from(short, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function idsOf(list: Json | undefined): ReadonlySet<string> {
  return new Set(objectsOf(list).map(({ id }) => textOf(id)))
}

function partsOf(whole: JsonObject): BundleParts {
  const long = ['incidents', 'children', 'groups']
  const parts = Object.entries(whole).map(([key, value]) => [
    key,
    long.includes(key) && Array.isArray(value) ? [] : value,
  ])
  return Object.fromEntries(parts) as BundleParts
}
