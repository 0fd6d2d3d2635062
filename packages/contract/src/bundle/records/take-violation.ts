import { type Action, type Deed, fold } from '@vigil/core/incident'
import { importStatus } from '@vigil/core/verification'
import { isCategory } from '@vigil/core/violations'
import { faulty, refusedBy } from './faults.ts'
import { violationFields } from './fields.ts'
import {
  isObject,
  listOf,
  objectsOf,
  put,
  textOf,
  type JsonObject,
  valueAt,
  without,
} from './json.ts'
import type { KeptViolation } from './kept.ts'
import { readVersions, takeFields } from './take-fields.ts'
import { type Harmed, takeVictims, tallyStates, type Victims } from './take-victims.ts'
import { type Setting, type Writer, writeStates } from './writer.ts'

/** A violation of the incident that is taken. */
export interface Row {
  readonly wire: JsonObject
  readonly path: string
  readonly subject: string
}

/** Adds a violation with its facts, its victims and its history; its status counts as the task force's. */
export function takeViolation(
  victims: Victims,
  row: Row,
  parties: ReadonlySet<string>,
): KeptViolation {
  const { writer } = victims
  const { wire, path, subject } = row
  const id = textOf(wire['id'])
  const versions = readVersions(wire, path, writer.stamp.at.slice(0, 10))
  const known = versions.map(({ facts }) => facts['category']).filter(isCategory)
  const [category = 'killing'] = known
  const taken = takeFields(writer, {
    wire,
    versions,
    path,
    kind: 'violation',
    categories: known,
    fields: violationFields(known.at(-1) ?? category),
  })
  for (const { facts } of versions) checkParties(facts, id, parties)
  const added = writer.act({ kind: 'add', added: subject, subject: 'violation', category })
  const harmed: Harmed = { subject, id, path, wire, versions }
  const begun = { category: { id: added, value: category } }
  const settings = writeStates(writer, subject, { states: taken.states, begun })
  writeStates(writer, subject, { states: tallyStates(harmed) })
  const entries = takeVictims(victims, harmed)
  const rest = writeHistory(writer, { ...row, wire: taken.rest }, settings['attribution'])
  return {
    id,
    subject,
    carried: taken.carried,
    victims: entries,
    rest: withoutVictims(rest, entries),
  }
}

function withoutVictims(rest: JsonObject, entries: KeptViolation['victims']): JsonObject {
  return entries ? without(rest, ['victims']) : rest
}

function checkParties(facts: JsonObject, id: string, parties: ReadonlySet<string>): void {
  const attribution = facts['attribution']
  if (!isObject(attribution) || attribution['kind'] === 'unidentified') return
  const named = [attribution['party'], ...listOf(attribution['parties'])]
  const unknown = named.find((party) => typeof party === 'string' && !parties.has(party))
  if (typeof unknown === 'string') throw refusedBy('bundle.unknownParty', id, unknown)
}

type Import = Extract<Deed, { kind: 'import' }>

/** Writes the history as one import (K4, K32); without any the violation waits for its verification. */
function writeHistory(writer: Writer, row: Row, attribution: Setting | undefined): JsonObject {
  const { wire, path, subject } = row
  const entries = objectsOf(wire['statusHistory'])
  const latest = valueAt(wire, 'verifiedNotLaterThan') ?? null
  if (entries.length === 0 && latest === null) return wire
  const history = entries.map(({ on, status }) => ({ on, status }))
  const judged = { of: attribution?.id ?? null, verified: isAttributed(wire) }
  const { file } = writer.stamp
  const status = { history, verifiedNotLaterThan: latest, attribution: judged }
  const deed = { kind: 'import', violation: subject, ...status, file, row: path, replaces: [] }
  // `checkActions` looks at its form, with that of every other action.
  writer.act(deed as unknown as Import)
  return withoutHistory(wire, entries)
}

/** Whether the file says of a verified violation that who did it is verified too (K19). */
function isAttributed(wire: JsonObject): boolean {
  const isDated = objectsOf(wire['statusHistory']).at(-1)?.['status'] === 'verified'
  const isVerified = isDated || textOf(wire['verifiedNotLaterThan']) !== ''
  return isVerified && valueAt(wire, 'attribution.status') !== 'alleged'
}

/** What the entries of a history say beside their days and statuses stays, by their places. */
function withoutHistory(wire: JsonObject, entries: readonly JsonObject[]): JsonObject {
  const left =
    wire['verifiedNotLaterThan'] === null ? wire : without(wire, ['verifiedNotLaterThan'])
  if (entries.length === 0) return left
  const extras = entries.map((entry) => without(entry, ['on', 'status']))
  const isBare = extras.every((entry) => Object.keys(entry).length === 0)
  return put(left, 'statusHistory', isBare ? undefined : extras)
}

/** Whether every import may stand: nothing was decided here, and the history goes by the table (K4). */
export function checkImports(
  actions: readonly Action[],
  rowOf: (violation: string) => string,
): void {
  const before = fold(actions.filter(({ deed }) => deed.kind !== 'import'))
  for (const { deed } of actions) {
    if (deed.kind !== 'import' || !before) continue
    const verdict = importStatus(before, deed)
    if (!verdict.allowed) throw faulty('history', `${rowOf(deed.violation)}.statusHistory`)
  }
}
