import { Action } from '@vigil/core/incident'
import { refusedBy, unfit } from './faults.ts'
import { INCIDENT_FIELDS } from './fields.ts'
import { type JsonObject, objectsOf, put, without, textOf } from './json.ts'
import type { KeptIncident } from './kept.ts'
import type { Noted, People } from './people.ts'
import { readVersions, takeFields, type Versions } from './take-fields.ts'
import { checkImports, takeViolation } from './take-violation.ts'
import {
  type ImportStamp,
  type RecordText,
  startWriter,
  type Writer,
  writeStates,
} from './writer.ts'

/** An incident as the record takes it in: its actions, their texts, and what is kept beside. */
export interface TakenIncident {
  readonly incident: string
  readonly actions: readonly Action[]
  readonly texts: readonly RecordText[]
  readonly kept: KeptIncident
}

/** What an incident of the file may name. */
export interface Surroundings {
  readonly stamp: ImportStamp
  readonly people: People
  readonly parties: ReadonlySet<string>
  /** Null: the file has no list of regions. */
  readonly regions: ReadonlySet<string> | null
  /** Ids of incidents in the record, by those in the file. */
  readonly incidents: ReadonlyMap<string, string>
}

/** One incident of the file. */
export interface IncidentRow {
  readonly wire: JsonObject
  readonly place: number
  readonly incident: string
}

/** Takes one incident whole, or throws why it cannot be taken. */
export function takeIncident(
  around: Surroundings,
  { wire: whole, place, incident }: IncidentRow,
): TakenIncident & { readonly noted: readonly Noted[] } {
  const writer = startWriter(incident, around.stamp)
  const path = `incidents.${place}`
  const wire = without(whole, ['violations'])
  const versions = readVersions(wire, path, around.stamp.at.slice(0, 10))
  checkRegion(around, wire)
  writer.act({ kind: 'record' })
  const taken = takeFields(writer, {
    wire,
    versions,
    path,
    fields: INCIDENT_FIELDS,
    kind: 'incident',
    categories: [undefined],
  })
  writeStates(writer, incident, { states: taken.states })
  const noted: Noted[] = []
  const victims = { writer, people: around.people, subjects: new Map<string, string>(), noted }
  const violations = objectsOf(whole['violations']).map((violation, at) =>
    takeViolation(
      victims,
      { wire: violation, path: `${path}.violations.${at}`, subject: `${incident}.v${at}` },
      around.parties,
    ),
  )
  const marked = writeMarks(writer, { around, versions, rest: taken.rest })
  const kept = { id: textOf(wire['id']), place, rest: marked, carried: taken.carried, violations }
  checkActions(writer, path, kept)
  return { incident, actions: writer.actions, texts: writer.texts, kept, noted }
}

function checkRegion({ regions }: Surroundings, { id, region }: JsonObject): void {
  if (typeof region !== 'string' || !regions || regions.has(region)) return
  throw refusedBy('bundle.unknownRegion', textOf(id), region)
}

interface Marks {
  readonly around: Surroundings
  readonly versions: Versions
  readonly rest: JsonObject
}

/** Says of which incident this one is a second account, since when, and what States commented. */
function writeMarks(writer: Writer, { around, versions, rest }: Marks): JsonObject {
  writeDuplicate(writer, around, versions)
  const comments = objectsOf(rest['stateComments'])
  const isWhole = comments.every(
    ({ on, text }) => isDay(on) && typeof text === 'string' && text !== '',
  )
  if (!isWhole || comments.length === 0) return rest
  for (const { on, text } of comments) {
    const words = writer.text(textOf(text))
    writer.act({ kind: 'stateComment', violation: null, on: textOf(on), text: words })
  }
  return put(
    rest,
    'stateComments',
    comments.map((one) => without(one, ['on', 'text'])),
  )
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
}

function writeDuplicate(writer: Writer, { incidents }: Surroundings, versions: Versions): void {
  let [before, standing]: [string | undefined, string | null] = [undefined, null]
  for (const { since, facts } of versions) {
    const named = facts['duplicateOf']
    const of = typeof named === 'string' ? incidents.get(named) : null
    if (of === undefined)
      throw refusedBy('bundle.unknownDuplicate', textOf(facts['id']), textOf(named))
    if (of === writer.incident) throw refusedBy('R-COUNT-11.cycle', textOf(named))
    if (of === standing) continue
    const reason = writer.text(writer.stamp.reason)
    const replaces = before === undefined ? [] : [before]
    before = writer.act({ kind: 'duplicate', of, reason, replaces }, since)
    standing = of
  }
}

/** Every action keeps the form of the record, and every history its table. */
function checkActions({ actions }: Writer, path: string, { violations }: KeptIncident): void {
  const isWrong = actions.some((action) => !Action.safeParse(action).success)
  if (isWrong) throw unfit(path, '')
  checkImports(actions, (subject) => {
    const at = violations.findIndex((one) => one.subject === subject)
    return `${path}.violations.${at}`
  })
}
