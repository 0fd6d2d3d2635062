import { isGrave } from '../../violations/categories.ts'
import { duplicateOf, statusOn } from '../facts/situation.ts'
import { knownOn, LATEST } from '../facts/timeline.ts'
import type { CountingData, ViolationRecord } from '../model.ts'

/**
 * Grave violations that no report counts, each with the reason (K24): a duplicate, or its final status.
 * What was counted once stays out of this list whatever became of it, and so does what is verified and
 * lies in no period (K6).
 */
export function excludedEverywhere(
  { violations }: CountingData,
  counted: ReadonlySet<ViolationRecord>,
): ReadonlyMap<string, string> {
  const excluded = violations.flatMap((record): (readonly [string, string])[] => {
    const facts = knownOn(record.timeline, LATEST)
    if (!facts || !isGrave(facts.category) || counted.has(record)) return []
    const duplicate = duplicateOf(record, LATEST)
    if (duplicate !== null) return [[record.id, `duplicate of ${duplicate}`]]
    const status = statusOn(facts.statuses, LATEST)?.status
    return status === undefined || status === 'verified' ? [] : [[record.id, status]]
  })
  return new Map(excluded.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
