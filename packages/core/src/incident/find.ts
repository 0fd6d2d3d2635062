import type { IncidentRecord, Subject, Violation } from './record.ts'
import type { Value } from './values/value.ts'

/** The subject of that id in this incident, whatever it is. */
export function findSubject(
  record: IncidentRecord | undefined,
  id: string,
): Subject | Violation | undefined {
  if (!record) return undefined
  const { incident, violations, victims, groups, sources, responses } = record
  const all = [incident, ...violations, ...victims, ...groups, ...sources, ...responses]
  return all.find((subject) => subject.id === id)
}

/** The violation of that id in this incident. */
export function findViolation(record: IncidentRecord, id: string): Violation | undefined {
  return record.violations.find((violation) => violation.id === id)
}

/** What stands of a fact; undefined where nothing was said, or where it is open what is true. */
export function factOf(subject: Subject, element: string): Value | undefined {
  return subject.facts[element]?.value
}

/** Subjects of `kind` that point to `target` by `link` and were not entered by mistake. */
export function linkedTo(
  record: IncidentRecord,
  link: IncidentRecord['links'][number]['link'],
  target: string,
): Subject[] {
  return record.links
    .filter((one) => one.link === link && one.to === target)
    .flatMap(({ from }) => findSubject(record, from) ?? [])
    .filter(({ voided }) => !voided)
}
