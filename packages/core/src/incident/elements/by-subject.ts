import type { Category } from '../../violations/categories.ts'
import { findViolationElement } from '../../violations/elements/by-category.ts'
import type { ElementSpec, ElementTable, SubjectKind } from '../../violations/elements/element.ts'
import { GROUP_ELEMENTS } from './group.ts'
import { INCIDENT_ELEMENTS } from './incident.ts'
import { RESPONSE_ELEMENTS } from './response.ts'
import { SOURCE_ELEMENTS } from './source.ts'
import { VICTIM_ELEMENTS } from './victim.ts'

/** The elements of everything that is no violation (mrm.md 2.2). */
export const SUBJECT_ELEMENTS = {
  incident: INCIDENT_ELEMENTS,
  victim: VICTIM_ELEMENTS,
  group: GROUP_ELEMENTS,
  source: SOURCE_ELEMENTS,
  response: RESPONSE_ELEMENTS,
} as const satisfies {
  readonly [Subject in Exclude<SubjectKind, 'violation'>]: ElementTable<Subject>
}

/**
 * What the element `name` of a subject holds; a violation needs its category. Undefined where there is no
 * such element, or where it identifies somebody and is kept elsewhere.
 */
export function findElement(
  subject: SubjectKind,
  name: string,
  category?: Category,
): ElementSpec | undefined {
  if (subject === 'violation') return category && findViolationElement(category, name)
  return Object.entries<ElementSpec>(SUBJECT_ELEMENTS[subject]).find(([one]) => one === name)?.[1]
}
