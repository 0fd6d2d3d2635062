import type { Day } from '../facts/days.ts'
import { distinctChildren } from '../units/distinct.ts'
import type { Line } from '../units/lines.ts'
import { totalOf } from '../units/tally.ts'
import { unitsOf } from './in-period.ts'
import { type MilitaryUse, militaryUseOf } from './military-use.ts'
import { sumOf, type Table, tabulate } from './table.ts'

/** What was verified late, apart from the headline (T3, R-COUNT-7). */
export interface Late {
  readonly byCategory: Table
  readonly totalViolations: number
  readonly distinctChildren: number
  readonly byAttribution: Table
  /** Where there is any (K23). */
  readonly militaryUse?: MilitaryUse
}

/** Figures of grave violations of earlier periods that were verified since the previous cut-off. */
export function lateTables(lines: readonly Line[], military: readonly Line[], cutoff: Day): Late {
  const byCategory = tabulate(lines, ({ category }) => category, unitsOf)
  return {
    byCategory,
    totalViolations: sumOf(byCategory),
    distinctChildren: totalOf(distinctChildren(lines)),
    byAttribution: tabulate(lines, ({ row }) => row, unitsOf),
    ...(military.length > 0 && { militaryUse: militaryUseOf(military, cutoff) }),
  }
}
