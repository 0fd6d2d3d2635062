import { GRAVE_UNITS, type GraveCategory, SIX_VIOLATIONS } from '../../violations/categories.ts'
import { monthsOf } from '../facts/months.ts'
import type { PublishedFigures, Report } from '../model.ts'
import { add, divide, exactly, isGreater, type Ratio, roundHalfUp } from '../numbers/ratio.ts'
import type { Table } from './table.ts'

/** How a period compares with the one published before it (T19, R-CMP-1 to 4). */
export interface Comparison {
  readonly totalPrevious: number
  readonly absoluteRatio3dp: ReadonlyMap<string, number | null>
  readonly perMonthRatio3dp: ReadonlyMap<string, number | null>
  readonly sixViolationsIncreasedAbsolute: number
  readonly sixViolationsIncreasedPerMonth: number
}

const CATEGORIES = Object.keys(GRAVE_UNITS) as GraveCategory[]

/**
 * Ratios to the figures as published (R-COUNT-12), in absolute numbers and a month (R-CMP-1), and how
 * many of the six violations rose on either basis (R-CMP-4, K13). A ratio to nothing is null (R-CMP-3).
 */
export function compare(
  byCategory: Table,
  report: Report,
  published: PublishedFigures,
): Comparison {
  const now = countsOf((category) => byCategory.get(category) ?? 0)
  const before = countsOf((category) => published.counts[category] ?? 0)
  const months = { now: monthsOf(report), before: monthsBefore(published) }
  const monthly = {
    now: (row: string) => divide(countIn(now, row), months.now),
    before: (row: string) => months.before && divide(countIn(before, row), months.before),
  }
  const rows = [...now.keys()]
  return {
    totalPrevious: before.get('total') ?? 0,
    absoluteRatio3dp: ratios(rows, (row) => divide(countIn(now, row), countIn(before, row))),
    perMonthRatio3dp: ratios(rows, (row) => divideNullable(monthly.now(row), monthly.before(row))),
    sixViolationsIncreasedAbsolute: countIncreases((row) => [
      countIn(now, row),
      countIn(before, row),
    ]),
    sixViolationsIncreasedPerMonth: countIncreases((row) => [
      monthly.now(row),
      monthly.before(row),
    ]),
  }
}

/** Counts by category, with their total and those of the six violations. */
type Counts = ReadonlyMap<string, number>

function countsOf(count: (category: GraveCategory) => number): Counts {
  const rows = CATEGORIES.map((category) => [category, count(category)] as const)
  return new Map([...rows, ['total', rows.reduce((sum, [, one]) => sum + one, 0)]])
}

function countIn(counts: Counts, row: string): Ratio {
  return exactly(counts.get(row) ?? 0)
}

function monthsBefore({ start, end, months }: PublishedFigures): Ratio | null {
  if (months !== null) return exactly(months)
  return start === null || end === null ? null : monthsOf({ start, end, months })
}

function ratios(
  rows: readonly string[],
  ratio: (row: string) => Ratio | null,
): ReadonlyMap<string, number | null> {
  return new Map(rows.map((row) => [row, roundHalfUp(ratio(row), 3)]))
}

function divideNullable(one: Ratio | null, other: Ratio | null): Ratio | null {
  return one && other && divide(one, other)
}

type Pair = readonly [now: Ratio | null, before: Ratio | null]

/** Strictly greater is an increase, also from nothing (K13); what cannot be compared is none. */
function countIncreases(pair: (category: string) => Pair): number {
  const six: readonly (readonly string[])[] = Object.values(SIX_VIOLATIONS)
  return six.filter((categories) => {
    const pairs = categories.map(pair)
    const now = addUp(pairs.map(([one]) => one))
    const before = addUp(pairs.map(([, other]) => other))
    return now !== null && before !== null && isGreater(now, before)
  }).length
}

function addUp(parts: readonly (Ratio | null)[]): Ratio | null {
  return parts.reduce<Ratio | null>((sum, part) => sum && part && add(sum, part), exactly(0))
}
