import { isGrave } from '../violations/categories.ts'
import { situationsOn } from './facts/situation.ts'
import type { CountingData, Report, ViolationRecord } from './model.ts'
import { type Memberships, membershipsOf } from './parties/umbrellas.ts'
import { findRefusal } from './refusals/index.ts'
import type { Refusal } from './refusals/refusal.ts'
import { reportFigures, type ReportFigures } from './report.ts'
import { seriesOf } from './series/order.ts'
import { placeAll } from './series/place.ts'
import { type Published, type Revision, revisionsOf, standing } from './series/revisions.ts'
import { countUnits } from './units/lines.ts'
import { actionPlanSignals, type ActionPlanSignal } from './whole/action-plans.ts'
import { baselineOf } from './whole/baseline.ts'
import { excludedEverywhere } from './whole/excluded.ts'
import { type Funding, fundingOf } from './whole/funding.ts'

/** All figures of a bundle: of each report, and of the whole (K7). */
export interface Figures {
  /** In the order of the bundle. */
  readonly reports: ReadonlyMap<string, ReportFigures>
  readonly actionPlanSignals: ReadonlyMap<string, ActionPlanSignal>
  readonly excludedEverywhere: ReadonlyMap<string, string>
  /** Null: the bundle says nothing of funding. */
  readonly funding: Funding | null
  readonly baseline: readonly string[]
}

export type Counted =
  | { readonly ok: true; readonly figures: Figures }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Counts everything: every table of every report, each as of its own cut-off (K1), or the rule that
 * forbids it and the ids that break it. Never throws, and the same data give the same figures always.
 */
export function count(data: CountingData): Counted {
  const refusal = findRefusal(data)
  if (refusal) return { ok: false, refusal }
  const memberships = membershipsOf(data.relations)
  const series = seriesOf(data.reports).map((reports) => countSeries(reports, data, memberships))
  const figures = new Map(series.flatMap(({ reports }) => [...reports]))
  const counted = new Set(series.flatMap((one) => [...one.counted]))
  return {
    ok: true,
    figures: {
      reports: new Map(data.reports.flatMap(({ id }) => pick(figures, id))),
      actionPlanSignals: actionPlanSignals(data, memberships),
      excludedEverywhere: excludedEverywhere(data, counted),
      funding: data.funding && fundingOf(data.funding),
      baseline: baselineOf(data),
    },
  }
}

function pick<Value>(map: ReadonlyMap<string, Value>, key: string): [string, Value][] {
  const value = map.get(key)
  return value === undefined ? [] : [[key, value]]
}

interface CountedSeries {
  readonly reports: ReadonlyMap<string, ReportFigures>
  readonly counted: ReadonlySet<ViolationRecord>
}

/** The reports of a series one after the other, so that each violation is counted once (K2). */
function countSeries(
  reports: readonly Report[],
  data: CountingData,
  memberships: Memberships,
): CountedSeries {
  const [first] = reports
  const published = new Map<ViolationRecord, Published>()
  const counted = new Map<string, ReportFigures>()
  for (const report of reports) {
    const situations = situationsOn(data, report.cutoff)
    const place = {
      report,
      seriesStart: first?.start ?? report.start,
      seriesPreviousCutoff: first?.previousCutoff ?? null,
    }
    const placed = placeAll(situations, place, { policies: data.policies, counted: published })
    const revisions = published.size > 0 ? revise(published, standing(situations)) : []
    const registers = { data, memberships, asOf: report.cutoff }
    counted.set(report.id, reportFigures({ report, situations, placed, revisions }, registers))
    for (const { situation } of placed) {
      const { record, facts } = situation
      const { units } = countUnits({ id: record.id, facts }, registers)
      const stands = isGrave(facts.category)
      published.set(record, { report: report.id, units, stands })
    }
  }
  return { reports: counted, counted: new Set(published.keys()) }
}

/** The notes of a report; afterwards `published` says what stands at its cut-off. */
function revise(
  published: Map<ViolationRecord, Published>,
  standsNow: ReadonlySet<ViolationRecord>,
): readonly Revision[] {
  const revisions = revisionsOf(published, standsNow)
  for (const [record, one] of published) {
    const stands = standsNow.has(record)
    if (one.stands !== stands) published.set(record, { ...one, stands })
  }
  return revisions
}
