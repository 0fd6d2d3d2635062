import { ELEMENT_CLASSES } from '../policy/elements.ts'
import type { SubjectKind } from '../violations/elements/element.ts'
import type { Action, Deed } from './actions/action.ts'
import { findElement } from './elements/by-subject.ts'
import type { ActionFault } from './faults.ts'
import { findSubjectAlone } from './subject-of.ts'
import { subjectsOf } from './subjects.ts'
import { findValue } from './values/value.ts'

/**
 * Whether what is set is an element of its subject, in the shape it asks for, by sources of this incident.
 */
export function findFactFault(
  earlier: readonly Action[],
  deed: Extract<Deed, { kind: 'set' }>,
): ActionFault | undefined {
  const subjects = subjectsOf(earlier)
  const subject = findSubjectAlone(earlier, deed.subject)
  if (!subject) return 'unknownSubject'
  const category = 'category' in subject ? subject.category : undefined
  const spec = findElement(subject.kind, deed.element, category)
  if (!spec)
    return isIdentifying(subject.kind, deed.element) ? 'keptWithIdentities' : 'unknownElement'
  if (deed.claims.some(({ value }) => findValue(spec, value) === undefined)) return 'wrongValue'
  if (deed.stands !== null && deed.stands >= deed.claims.length) return 'noSuchClaim'
  const cited = deed.claims.flatMap(({ sources }) => sources)
  return cited.every((id) => subjects.get(id) === 'source') ? undefined : 'unknownSource'
}

/** What identifies somebody never stands in the record, whatever the form (mrm.md 8.2, S0). */
function isIdentifying(kind: SubjectKind, element: string): boolean {
  const classes: Readonly<Record<string, string>> = ELEMENT_CLASSES
  return classes[`${kind}.${element}`] === 'S0'
}
