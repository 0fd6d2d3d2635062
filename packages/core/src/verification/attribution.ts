import type { Violation } from '../incident/record.ts'

/**
 * Whether who did it is verified, alleged or not said (R-VER-2). A violation may be verified while this is
 * alleged; an attribution that was set anew after the decision is alleged until it is decided again.
 */
export function attributionStatus(violation: Violation): 'verified' | 'alleged' | 'none' {
  const fact = violation.facts['attribution']
  if (fact?.value === undefined || fact.value === null) return 'none'
  const { status, verifiedAttribution } = violation.verification
  return status === 'verified' && verifiedAttribution === fact.setBy ? 'verified' : 'alleged'
}
