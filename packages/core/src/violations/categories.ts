/**
 * What is counted as what (mrm.md 2.2 to 2.9, R-COUNT-1 and R-COUNT-2). Wire names of `vigil-bundle/1`
 * and names in code are the same here.
 */

/** What one of a category is: children, attacks (a facility in an incident), incidents, facilities. */
export type Unit = 'children' | 'attacks' | 'incidents' | 'facilities'

/** The eight stored categories of grave violations; the total is their sum (R-COUNT-2). */
export const GRAVE_UNITS = {
  recruitment_use: 'children',
  killing: 'children',
  maiming: 'children',
  sexual_violence: 'children',
  abduction: 'children',
  attack_on_school: 'attacks',
  attack_on_hospital: 'attacks',
  denial_humanitarian_access: 'incidents',
} as const satisfies Record<string, Unit>

/** Areas of concern: monitored beside, never part of a total (R-AS-3, R-AS-6, R-COUNT-13). */
export const CONCERN_UNITS = {
  military_use: 'facilities',
  deprivation_of_liberty: 'children',
  interference_education_health: 'incidents',
} as const satisfies Record<string, Unit>

export const UNITS = { ...GRAVE_UNITS, ...CONCERN_UNITS }

export type GraveCategory = keyof typeof GRAVE_UNITS
export type ConcernCategory = keyof typeof CONCERN_UNITS
/** Everything a violation record can be. */
export type Category = keyof typeof UNITS

/** The six grave violations as the Council speaks of them, and the stored categories of each. */
export const SIX_VIOLATIONS = {
  recruitment_use: ['recruitment_use'],
  killing_maiming: ['killing', 'maiming'],
  sexual_violence: ['sexual_violence'],
  attacks: ['attack_on_school', 'attack_on_hospital'],
  abduction: ['abduction'],
  denial_humanitarian_access: ['denial_humanitarian_access'],
} as const satisfies Record<string, readonly GraveCategory[]>

/** Whether `category` is one of the eight grave ones. */
export function isGrave(category: Category): category is GraveCategory {
  return category in GRAVE_UNITS
}

/** Whether a word is one of the categories, grave or not. */
export function isCategory(word: unknown): word is Category {
  return typeof word === 'string' && Object.hasOwn(UNITS, word)
}
