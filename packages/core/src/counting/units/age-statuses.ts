/** How somebody's age is known (R-AGE-5). */
export const AGE_STATUSES = [
  'documented',
  'stated',
  'assessed_child',
  'presumed_child',
  'assessed_adult',
  'unknown',
] as const
export type AgeStatus = (typeof AGE_STATUSES)[number]

/** From this age on somebody is no child (CRC art. 1). */
export const ADULT_AGE = 18

/** What is known of a person's age at the time of a violation. */
export interface KnownAge {
  readonly age: number | null
  readonly status: AgeStatus | null
  readonly hasDecisionNote: boolean
}

/**
 * Whether somebody is counted as a child (K18, R-AGE-5): all but those assessed as adults, those whose
 * documents say 18 or more, and those of unknown age for whom no decision is noted.
 */
export function countsAsChild({ age, status, hasDecisionNote }: KnownAge): boolean {
  if (status === 'assessed_adult') return false
  if (status === 'unknown') return hasDecisionNote
  return !(status === 'documented' && age !== null && age >= ADULT_AGE)
}

/** Statuses under which an age of 18 or more can stand in a record of violations against children (K18). */
const EXPLAINING: readonly (AgeStatus | null)[] = [
  'documented',
  'assessed_child',
  'presumed_child',
  'assessed_adult',
  'unknown',
]

/** Whether an age of 18 or more stands there without a status that explains it (K18). */
export function isUnexplainedAdult({ age, status }: KnownAge): boolean {
  return age !== null && age >= ADULT_AGE && !EXPLAINING.includes(status)
}
