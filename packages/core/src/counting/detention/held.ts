import type { Report } from '../model.ts'
import { ONE, sumTallies, type Tally } from '../units/tally.ts'
import { getChild, type Registers } from '../units/victims.ts'
import { beginOf, type DetentionCase, latestByChild, stateAt } from './case.ts'
import { endOf, startOf } from './span.ts'
import { isAdult } from './table.ts'

export interface HeldChildren {
  readonly atCutoff: Tally
  readonly inPeriod: Tally
}

/**
 * Children held at 24:00 UTC of the cut-off, and at any time in the period, by cases (K30); whoever was
 * found to be an adult is left out (K26).
 */
export function heldInCases(
  all: readonly DetentionCase[],
  report: Report,
  registers: Registers,
): HeldChildren {
  const cases = all.filter((one) => !isAdult(one, report))
  const cutoff = endOf(report.cutoff)
  const atCutoff = [...latestByChild(cases.filter((one) => beganBefore(one, cutoff))).values()]
  const inPeriod = cases.filter((one) => wasHeldIn(one, report))
  const tally = (some: readonly DetentionCase[]): Tally => {
    const children = new Set(some.map(({ child }) => child))
    return sumTallies([...children].map((child) => ONE[getChild(child, registers).sex]))
  }
  return {
    atCutoff: tally(atCutoff.filter((one) => stateAt(one, cutoff) === 'detained')),
    inPeriod: tally(inPeriod),
  }
}

/** A case whose begin is not known had begun. */
function beganBefore(one: DetentionCase, moment: number): boolean {
  return (beginOf(one)?.from ?? Number.NEGATIVE_INFINITY) < moment
}

function wasHeldIn(one: DetentionCase, { start, end }: Report): boolean {
  return beganBefore(one, endOf(end)) && stateAt(one, startOf(start)) === 'detained'
}
