import type { CountingData } from '../model.ts'
import { findFirst, type Refusal } from './refusal.ts'

/** Ids that name a section of the whole and cannot name a report. */
const RESERVED = ['actionPlanSignals', 'excludedEverywhere', 'funding', 'baseline']

/** Each id names one thing of its kind, so that nothing is counted twice (R-COUNT-5); some are reserved. */
export function checkIds({
  incidents,
  violations,
  reports,
  actionPlans,
}: CountingData): Refusal | undefined {
  const reserved = reports.find(({ id }) => RESERVED.includes(id))
  if (reserved) return { code: 'K24.reserved', ids: [reserved.id] }
  return findFirst<readonly { readonly id: string }[]>(
    [incidents, violations, reports, actionPlans],
    (records) => {
      const twice = findTwice(records.map(({ id }) => id))
      return twice === undefined ? undefined : { code: 'bundle.twice', ids: [twice] }
    },
  )
}

function findTwice(ids: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return ids.find((id) => seen.size === seen.add(id).size)
}
