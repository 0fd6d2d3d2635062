import type { Category } from '../categories.ts'
import { ABDUCTION_ELEMENTS } from './abduction.ts'
import { ATTACKS_ELEMENTS } from './attacks.ts'
import { COMMON_ELEMENTS } from './common.ts'
import { DENIAL_ELEMENTS } from './denial.ts'
import { DEPRIVATION_OF_LIBERTY_ELEMENTS } from './deprivation-of-liberty.ts'
import type { ElementSpec, ElementTable } from './element.ts'
import { FACILITIES_ELEMENTS } from './facilities.ts'
import { INTERFERENCE_ELEMENTS } from './interference.ts'
import { KILLING_MAIMING_ELEMENTS } from './killing-maiming.ts'
import { MILITARY_USE_ELEMENTS } from './military-use.ts'
import { RECRUITMENT_USE_ELEMENTS } from './recruitment-use.ts'
import { SEXUAL_VIOLENCE_ELEMENTS } from './sexual-violence.ts'

const ATTACK = { ...COMMON_ELEMENTS, ...FACILITIES_ELEMENTS, ...ATTACKS_ELEMENTS }
const HARM = { ...COMMON_ELEMENTS, ...KILLING_MAIMING_ELEMENTS }

/** The elements of a violation, by its category (mrm.md 2.2 to 2.8). */
export const VIOLATION_ELEMENTS = {
  killing: HARM,
  maiming: HARM,
  recruitment_use: { ...COMMON_ELEMENTS, ...RECRUITMENT_USE_ELEMENTS },
  sexual_violence: { ...COMMON_ELEMENTS, ...SEXUAL_VIOLENCE_ELEMENTS },
  abduction: { ...COMMON_ELEMENTS, ...ABDUCTION_ELEMENTS },
  attack_on_school: ATTACK,
  attack_on_hospital: ATTACK,
  denial_humanitarian_access: { ...COMMON_ELEMENTS, ...DENIAL_ELEMENTS },
  military_use: { ...COMMON_ELEMENTS, ...FACILITIES_ELEMENTS, ...MILITARY_USE_ELEMENTS },
  deprivation_of_liberty: { ...COMMON_ELEMENTS, ...DEPRIVATION_OF_LIBERTY_ELEMENTS },
  interference_education_health: { ...COMMON_ELEMENTS, ...INTERFERENCE_ELEMENTS },
} as const satisfies Readonly<Record<Category, ElementTable<'violation'>>>

/**
 * What the element `name` of a violation of `category` holds; undefined where it has no such element.
 */
export function findViolationElement(category: Category, name: string): ElementSpec | undefined {
  return Object.entries<ElementSpec>(VIOLATION_ELEMENTS[category]).find(
    ([one]) => one === name,
  )?.[1]
}

/** Names of the elements that a violation of `category` cannot be verified without. */
export function neededElements(category: Category): string[] {
  return Object.entries<ElementSpec>(VIOLATION_ELEMENTS[category])
    .filter(([, { needed }]) => needed)
    .map(([name]) => name)
}
