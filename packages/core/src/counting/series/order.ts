import type { Report } from '../model.ts'

/** Reports of this kind stand outside every series (K2). */
const AD_HOC = 'ad_hoc'

/**
 * The series of a bundle (K2): the reports of one kind, earliest first. Each ad hoc report is a series
 * of its own.
 */
export function seriesOf(reports: readonly Report[]): readonly (readonly Report[])[] {
  const kinds = Map.groupBy(reports, ({ id, kind }) => (kind === AD_HOC ? `${kind} ${id}` : kind))
  return [...kinds.values()].map((series) =>
    series.toSorted((one, other) =>
      one.start < other.start ? -1 : Number(one.start > other.start),
    ),
  )
}
