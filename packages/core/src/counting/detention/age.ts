import type { Day } from '../facts/days.ts'
import { ADULT_AGE } from '../units/age-statuses.ts'

/** An assessment of somebody's age where there was serious doubt (mrm.md 6.2). */
export interface AgeAssessment {
  readonly on: Day | null
  readonly hasConsent: boolean
  readonly method: string | null
  readonly isBiased: boolean
  /** The least age that the assessment allows. */
  readonly lowerBound: number | null
}

/**
 * What follows from an assessment (K26, R-AGE-1): an adult only with consent, by several disciplines,
 * without bias, from a lower bound of 18 on, and dated at or before the cut-off; every doubt says child.
 */
export function determineAge(assessment: AgeAssessment, cutoff: Day): 'child' | 'adult' {
  const { on, hasConsent, method, isBiased, lowerBound } = assessment
  const isSafe = hasConsent && method === 'multidisciplinary' && !isBiased
  const isKnown = on !== null && on <= cutoff
  return isSafe && isKnown && lowerBound !== null && lowerBound >= ADULT_AGE ? 'adult' : 'child'
}
