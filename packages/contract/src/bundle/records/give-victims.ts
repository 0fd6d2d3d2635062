import {
  factOf,
  type IncidentRecord,
  linkedTo,
  type Subject,
  type Violation,
} from '@vigil/core/incident'
import { ENTRY_FIELDS, type Field, OWN_FIELDS } from './fields.ts'
import { TALLY, type Words } from './forms.ts'
import { type Changes, giveFields } from './give-fields.ts'
import type { JsonObject } from './json.ts'
import type { KeptEntry, KeptViolation } from './kept.ts'

/** What is needed to write the victims of an incident. */
export interface Around {
  readonly record: IncidentRecord
  readonly changes: Changes
  readonly words: Words
  /** Ids of groups in the bundle, by those in the record. */
  readonly groups: ReadonlyMap<string, string>
}

/** The victims of a violation: those of the file that still stand, then those added here. */
export function giveVictims(
  around: Around,
  violation: Violation,
  kept: KeptViolation | undefined,
): readonly JsonObject[] | undefined {
  const { changes } = around
  const linked = linkedTo(around.record, 'victim_of', violation.id)
  const carried = kept?.victims ?? []
  const isNumberKept = kept !== undefined && !changes.isTouched(violation.id, 'tally')
  const entries = carried.flatMap((entry) => {
    if (entry.subject === null) return isNumberKept ? [entry.rest] : []
    const subject = linked.find(({ id }) => id === entry.subject)
    return subject ? [giveEntry(around, subject, entry)] : []
  })
  const known = new Set(carried.map(({ subject }) => subject))
  const added = linked.filter(({ id }) => !known.has(id) && !isHole(around, id))
  const more = added.map((subject) => giveEntry(around, subject, undefined))
  const all = [...entries, ...more, ...(isNumberKept ? [] : numberOf(violation, around.words))]
  return all.length > 0 || kept?.victims ? all : undefined
}

/** Whom only a correction of the file names stands in that correction, which is kept as it is. */
function isHole({ changes }: Around, subject: string): boolean {
  return changes.isImported(subject)
}

function numberOf(violation: Violation, words: Words): JsonObject[] {
  const tally = factOf(violation, 'tally')
  if (tally === undefined || tally === null) return []
  const wire = TALLY.toWire(tally, words)
  return wire === undefined ? [] : [{ tally: wire }]
}

function giveEntry(around: Around, subject: Subject, kept: KeptEntry | undefined): JsonObject {
  const { changes, words, groups } = around
  const rest = kept?.rest ?? {}
  if (subject.kind === 'group') return { ...rest, group: groups.get(subject.id) ?? subject.id }
  const isTouched = (element: string): boolean => changes.isTouched(subject.id, element)
  const carried = kept?.carried ?? {}
  const own = OWN_FIELDS.filter((field) => saysItself(changes, subject.id, { field, kept }))
  const { facts } = subject
  const fields = [...ENTRY_FIELDS, ...own]
  const given = giveFields({ facts, fields, rest, carried, isTouched, words })
  return { ...given, child: codeOf(subject) }
}

/** What a child is called in a bundle. */
export function codeOf(subject: Subject): string {
  const code = factOf(subject, 'code')
  return typeof code === 'string' ? code : subject.id
}

/** Whether an entry says a thing for itself: as the file did, or because it was said here. */
export function saysItself(
  changes: Changes,
  subject: string,
  { field, kept }: { readonly field: Field; readonly kept: KeptEntry | undefined },
): boolean {
  const isOverride = kept !== undefined && Object.hasOwn(kept.carried, field.path)
  return isOverride || !changes.isImported(subject) || changes.isTouched(subject, field.element)
}
