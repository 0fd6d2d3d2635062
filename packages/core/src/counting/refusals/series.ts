import { follows } from '../facts/days.ts'
import type { CountingData, Report } from '../model.ts'
import { seriesOf } from '../series/order.ts'
import { findFirst, type Refusal } from './refusal.ts'

/** Within a series periods and cut-offs follow each other, without overlap and without gap (K2). */
export function checkSeries({ reports }: CountingData): Refusal | undefined {
  return findFirst(seriesOf(reports), (series) =>
    findFirst(series.keys(), (at) => {
      const [before, after] = series.slice(at, at + 2)
      return before && after && checkNeighbours(before, after)
    }),
  )
}

function checkNeighbours(before: Report, after: Report): Refusal | undefined {
  const ids = [before.id, after.id]
  if (after.start <= before.end) return { code: 'K2.overlap', ids }
  if (!follows(before.end, after.start)) return { code: 'K2.gap', ids }
  const follow =
    after.cutoff > before.cutoff &&
    (after.previousCutoff === null || after.previousCutoff === before.cutoff)
  return follow ? undefined : { code: 'K2.cutoffs', ids }
}
