import type { Report, ViolationRecord } from '../model.ts'
import type { Day } from '../facts/days.ts'
import { isVerified, type Situation } from '../facts/situation.ts'
import type { Policies } from '../policies.ts'
import { anchorOf } from './anchor.ts'

/** How a report counts a violation: among those of its period, or apart as verified late (R-COUNT-7). */
export type Way = 'inPeriod' | 'late'

export interface Placed {
  readonly situation: Situation
  readonly way: Way
}

/** Where a report stands in its series. */
export interface SeriesPlace {
  readonly report: Report
  /** The first day that the series covers. */
  readonly seriesStart: Day
  /** The cut-off before the series began; null where none is known. */
  readonly seriesPreviousCutoff: Day | null
}

/**
 * How a report places a verified violation that no earlier report of its series counted (R-COUNT-6, K2,
 * K6); undefined where it does not. In period is what the period holds, late what lies before it, unless
 * it was already verified when the series began.
 *
 * R-COUNT-6 asks of a late violation that it was verified after the previous cut-off. Within a series
 * that is so of itself, except where dates or a duplicate were put right afterwards: then K6 stands, and
 * the first report that knows better counts it as late, so that nothing falls between two reports.
 */
function placeOf(
  { facts, entry }: Situation,
  { report, seriesStart, seriesPreviousCutoff }: SeriesPlace,
  policies: Policies,
): Way | undefined {
  const anchor = anchorOf(facts, entry.on, policies)
  if (anchor > report.end) return undefined
  if (anchor >= report.start) return 'inPeriod'
  const isOld = seriesPreviousCutoff !== null && entry.on <= seriesPreviousCutoff
  return anchor < seriesStart && isOld ? undefined : 'late'
}

/**
 * What a report counts of all that was known at its cut-off: what no earlier report of its series has
 * counted (K2).
 */
export function placeAll(
  situations: readonly Situation[],
  place: SeriesPlace,
  { policies, counted }: { policies: Policies; counted: ReadonlyMap<ViolationRecord, unknown> },
): readonly Placed[] {
  return situations.flatMap((situation) => {
    if (!isVerified(situation) || counted.has(situation.record)) return []
    const way = placeOf(situation, place, policies)
    return way ? [{ situation, way }] : []
  })
}
