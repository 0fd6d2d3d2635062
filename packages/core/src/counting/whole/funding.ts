import type { Funding as Given, Requirement } from '../model.ts'
import { divide, exactly, multiply, type Ratio, roundHalfUp, subtract } from '../numbers/ratio.ts'

/** How far child protection is funded compared with the whole appeal (R-FUND-1). */
export interface Funding {
  readonly overallPercent1dp: number | null
  readonly childProtectionPercent1dp: number | null
  readonly gapPercentagePoints1dp: number | null
  readonly parityRatio3dp: number | null
  readonly shortfallToParity: number | null
}

/**
 * Parity of funding (R-FUND-1, C ¶11 (a) (vi)), from the exact quotients (K9). What is asked of nothing
 * is null; the shortfall only where the whole appeal asks for nothing, and it is never negative.
 */
export function fundingOf({ overall, childProtection }: Given): Funding {
  const whole = shareOf(overall)
  const protection = shareOf(childProtection)
  return {
    overallPercent1dp: percent(whole),
    childProtectionPercent1dp: percent(protection),
    gapPercentagePoints1dp: percent(whole && protection && subtract(whole, protection)),
    parityRatio3dp: roundHalfUp(whole && protection && divide(protection, whole), 3),
    shortfallToParity: roundHalfUp(whole && shortfall(whole, childProtection), 0),
  }
}

function shareOf({ required, received }: Requirement): Ratio | null {
  return divide(exactly(received), exactly(required))
}

function percent(ratio: Ratio | null): number | null {
  return roundHalfUp(ratio && multiply(ratio, exactly(100)), 1)
}

function shortfall(whole: Ratio, { required, received }: Requirement): Ratio {
  const missing = subtract(multiply(whole, exactly(required)), exactly(received))
  return missing.numerator > 0n ? missing : exactly(0)
}
