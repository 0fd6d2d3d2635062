import type { ViolationRecord } from '../model.ts'
import { isGrave } from '../../violations/categories.ts'
import { isVerified, type Situation } from '../facts/situation.ts'

/** What became of a figure after it was published: it no longer stands, or it stands again. */
export interface Revision {
  readonly violation: string
  /** The report that counted it. */
  readonly report: string
  readonly change: 'withdrawn' | 'reinstated'
  /** As counted in that report. */
  readonly units: number
}

/** A violation that a report of the series has counted. */
export interface Published {
  readonly report: string
  readonly units: number
  /** Whether it still stood at the last cut-off that was looked at. */
  readonly stands: boolean
}

/** The violations that stand at a cut-off: verified, no duplicates, grave. */
export function standing(situations: readonly Situation[]): ReadonlySet<ViolationRecord> {
  const found = situations.filter((one) => isVerified(one) && isGrave(one.facts.category))
  return new Set(found.map(({ record }) => record))
}

/**
 * Revision notes of a report (R-COUNT-12, K5): for each grave violation that an earlier report of the
 * series counted, whether it has stopped standing, or stands again, since the cut-off before. Sorted by
 * the violation. What left and came back between two cut-offs changes no figure and is no note.
 */
export function revisionsOf(
  published: ReadonlyMap<ViolationRecord, Published>,
  standsNow: ReadonlySet<ViolationRecord>,
): readonly Revision[] {
  const changed = [...published].filter(([record, { stands }]) => stands !== standsNow.has(record))
  return changed
    .map(([record, { report, units, stands }]) => ({
      violation: record.id,
      report,
      change: stands ? ('withdrawn' as const) : ('reinstated' as const),
      units,
    }))
    .toSorted((one, other) => (one.violation < other.violation ? -1 : 1))
}
