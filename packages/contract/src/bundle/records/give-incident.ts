import {
  type Action,
  fold,
  type IncidentRecord,
  REGISTERS,
  type Subject,
  type Violation,
} from '@vigil/core/incident'
import type { Json } from '@vigil/core/log'
import { attributionStatus } from '@vigil/core/verification'
import { INCIDENT_FIELDS, OWN_FIELDS, violationFields } from './fields.ts'
import type { Words } from './forms.ts'
import { type Changes, changesIn, giveFields } from './give-fields.ts'
import type { Seen } from './give-people.ts'
import { type Around, codeOf, giveVictims, saysItself } from './give-victims.ts'
import { isObject, type JsonObject, listOf, put } from './json.ts'
import type { KeptIncident, KeptViolation } from './kept.ts'

/** A record to be given: its actions, and what was kept beside it; undefined for one made here. */
export interface GivenIncident {
  readonly actions: readonly Action[]
  readonly kept: KeptIncident | undefined
}

/** A record as a bundle has it, with the children and groups in it. */
export interface WrittenIncident {
  readonly wire: JsonObject
  readonly children: readonly Seen[]
  readonly groups: readonly Seen[]
}

/** How other incidents are called in the bundle, by their ids in the record. */
export type Names = ReadonlyMap<string, string>

/** Writes one incident; undefined where none began, or where it was entered by mistake. */
export function giveIncident(
  { actions, kept }: GivenIncident,
  words: Words,
  names: Names,
): WrittenIncident | undefined {
  const record = fold(actions)
  if (!record || record.incident.voided) return undefined
  const changes = changesIn(actions, record.id)
  const around = { record, changes, words, groups: groupNames(kept) }
  const head = giveFields({
    facts: record.incident.facts,
    fields: INCIDENT_FIELDS,
    words,
    rest: kept?.rest ?? { id: record.id },
    carried: kept?.carried ?? {},
    isTouched: (element) => changes.isTouched(record.id, element),
  })
  const marked = giveMarks(head, record, { ...around, names })
  const violations = inOrder(record, kept).map((violation) =>
    giveViolation(
      around,
      violation,
      kept?.violations.find(({ subject }) => subject === violation.id),
    ),
  )
  return { wire: { ...marked, violations }, ...seenIn(around, kept) }
}

function inOrder({ violations }: IncidentRecord, kept: KeptIncident | undefined): Violation[] {
  const places = (kept?.violations ?? []).map(({ subject }) => subject)
  const placeOf = ({ id }: Violation): number =>
    places.includes(id) ? places.indexOf(id) : Infinity
  return violations
    .filter(({ voided }) => !voided)
    .toSorted((one, other) => {
      const [first, second] = [placeOf(one), placeOf(other)]
      return first === second ? 0 : first - second
    })
}

function giveMarks(
  head: JsonObject,
  record: IncidentRecord,
  { changes, words, names }: Around & { readonly names: Names },
): JsonObject {
  const marked = giveDuplicate(head, record, { changes, names })
  if (record.stateComments.length === 0) return marked
  const extras = listOf(head['stateComments'])
  const comments = record.stateComments.map(({ deed }, at) => ({
    ...objectAt(extras, at),
    on: deed.on,
    text: words(deed.text) ?? '',
  }))
  return put(marked, 'stateComments', comments)
}

function giveDuplicate(
  head: JsonObject,
  { duplicateOf, registers }: IncidentRecord,
  { changes, names }: { readonly changes: Changes; readonly names: Names },
): JsonObject {
  const marked = registers.get(REGISTERS.duplicate)?.entry.action.id
  if (marked === undefined || changes.isImported(marked)) return head
  const name = duplicateOf === null ? undefined : (names.get(duplicateOf) ?? duplicateOf)
  return put(head, 'duplicateOf', name)
}

function objectAt(list: readonly Json[], at: number): JsonObject {
  const found = list[at]
  return isObject(found) ? found : {}
}

function giveViolation(
  around: Around,
  violation: Violation,
  kept: KeptViolation | undefined,
): JsonObject {
  const { changes, words } = around
  const given = giveFields({
    facts: violation.facts,
    fields: violationFields(violation.category),
    words,
    rest: kept?.rest ?? { id: violation.id },
    carried: kept?.carried ?? {},
    isTouched: (element) => changes.isTouched(violation.id, element),
  })
  const victims = giveVictims(around, violation, kept)
  const dated = kept && isWaiting(violation) ? given : giveHistory(given, violation)
  const judged =
    kept && isAsImported(violation, changes) ? dated : giveAttribution(dated, violation)
  return victims ? { ...judged, victims } : judged
}

function isAsImported(violation: Violation, changes: Changes): boolean {
  return !isDecidedHere(violation, changes) && !changes.isTouched(violation.id, 'attribution')
}

function isWaiting({ verification: { rounds } }: Violation): boolean {
  return rounds.length === 1 && rounds[0]?.ending === undefined
}

/** Whether anything was decided here, beside what an import brought. */
function isDecidedHere({ verification: { rounds } }: Violation, { isImported }: Changes): boolean {
  const ending = rounds[0]?.ending
  return rounds.length > 1 || (ending !== undefined && !isImported(ending.id))
}

/** The history (K4), and the last day it can have been verified where no more is known (K32). */
function giveHistory(given: JsonObject, { verification }: Violation): JsonObject {
  const { history, notLaterThan } = verification
  const extras = listOf(given['statusHistory'])
  const entries = history.map(({ on, status }, at) => ({ ...objectAt(extras, at), on, status }))
  const dated = entries.length === 0 ? given : put(given, 'statusHistory', entries)
  return notLaterThan === null ? dated : put(dated, 'verifiedNotLaterThan', notLaterThan)
}

/** An attribution that no decision verified is alleged, though the violation is verified (K19). */
function giveAttribution(given: JsonObject, violation: Violation): JsonObject {
  const { attribution = { kind: 'unidentified' } } = given
  const isAlleged =
    violation.verification.status === 'verified' && attributionStatus(violation) === 'alleged'
  const bare = put({ attribution }, 'attribution.status', undefined)
  return { ...given, ...(isAlleged ? put(bare, 'attribution.status', 'alleged') : bare) }
}

/** What groups of the file are called there, by their ids in the record. */
function groupNames(kept: KeptIncident | undefined): ReadonlyMap<string, string> {
  return new Map(
    (kept?.violations ?? []).flatMap(({ victims }) =>
      (victims ?? []).flatMap(({ subject, rest: { group } }) =>
        subject !== null && typeof group === 'string' ? [[subject, group] as const] : [],
      ),
    ),
  )
}

/** Everybody in the record, with what the entries of its violations say for themselves. */
function seenIn(
  { record, changes, groups }: Around,
  kept: KeptIncident | undefined,
): Pick<WrittenIncident, 'children' | 'groups'> {
  const entries = (kept?.violations ?? []).flatMap(({ victims }) => victims ?? [])
  const seen = (id: string, subject: Subject): Seen => {
    const own = entries.find((entry) => entry.subject === subject.id)
    const fields = OWN_FIELDS.filter((field) =>
      saysItself(changes, subject.id, { field, kept: own }),
    )
    return {
      id,
      subject,
      own: fields.map(({ element }) => element),
      isTouched: (element) => changes.isTouched(subject.id, element),
    }
  }
  const present = ({ voided }: Subject): boolean => !voided
  return {
    children: record.victims.filter(present).map((one) => seen(codeOf(one), one)),
    groups: record.groups.filter(present).map((one) => seen(groups.get(one.id) ?? one.id, one)),
  }
}
