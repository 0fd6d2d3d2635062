import type { Line } from './lines.ts'
import { sumTallies, type Tally } from './tally.ts'
import { distinctVictims } from './victims.ts'

/** Distinct children of some lines by sex (R-COUNT-4, K14). */
export function distinctChildren(lines: readonly Line[]): Tally {
  const found = distinctVictims(lines.map(({ victims }) => victims))
  return sumTallies([...found.values()].map(({ tally }) => tally))
}

/**
 * Codes of identified children who suffered more than one violation among these lines, in order
 * (R-COUNT-3, K14); groups are never listed. For internal outputs only (K12).
 */
export function childrenWithSeveral(lines: readonly Line[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { victims } of lines) {
    for (const { child } of victims) {
      if (child !== null) counts.set(child, (counts.get(child) ?? 0) + 1)
    }
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([child]) => child)
    .toSorted()
}
