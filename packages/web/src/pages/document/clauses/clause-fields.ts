import { type Clause, ClauseField, type ClauseFields } from '@vigil/core/documents'

/** What a person may set of a clause, as it stands now. */
export function fieldsOf(clause: Clause): ClauseFields {
  const { kind, lemma, addressees, violations, themes, continuing, urgent } = clause
  return { kind, lemma, addressees, violations, themes, continuing, urgent }
}

/** The fields that differ from the clause; lists differ where they hold other codes, in whatever order. */
export function changedFields(clause: Clause, fields: ClauseFields): Partial<ClauseFields> {
  const changed = ClauseField.options.filter((name) => !isSame(clause[name], fields[name]))
  return Object.fromEntries(changed.map((name) => [name, fields[name]]))
}

function isSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other
  return one.length === other.length && one.every((code) => other.includes(code))
}
