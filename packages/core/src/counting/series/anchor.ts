import type { Violation } from '../model.ts'
import type { Day } from '../facts/days.ts'
import type { Policies } from '../policies.ts'

/**
 * The day that puts a violation in a period (R-COUNT-6, K29): of a continuing category its end or the
 * day it was verified, whichever comes first; of every other its start.
 */
export function anchorOf(
  { category, start, end }: Violation,
  verifiedOn: Day,
  { continuingCategories }: Policies,
): Day {
  if (!continuingCategories.includes(category)) return start
  return end !== null && end < verifiedOn ? end : verifiedOn
}
