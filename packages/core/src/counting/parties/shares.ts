import { percent1dp } from '../numbers/ratio.ts'
import type { Policies } from '../policies.ts'
import type { Table } from '../tables/table.ts'

/** Shares in per cent with one decimal; null where nothing was counted (K9). */
export type Shares = ReadonlyMap<string, number | null>

/**
 * Shares of the total (R-ATT-3, K11): a row for each class that has acts, then what is not attributed
 * (crossfire and unidentified) and what is. Each is rounded from its own count (K9), so that they need
 * not add up to 100.
 */
export function sharesOf(byClass: Table, { unattributedRows }: Policies): Shares {
  const rows = [...byClass]
  const total = sum(rows)
  const isUnattributed = ([row]: [string, number]): boolean =>
    (unattributedRows as readonly string[]).includes(row)
  const unattributed = sum(rows.filter(isUnattributed))
  const counts: [string, number][] = [
    ...rows,
    ['unattributed', unattributed],
    ['attributed', total - unattributed],
  ]
  return new Map(counts.map(([row, count]) => [row, percent1dp(count, total)]))
}

function sum(rows: readonly (readonly [string, number])[]): number {
  return rows.reduce((total, [, count]) => total + count, 0)
}
