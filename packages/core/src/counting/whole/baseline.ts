import { duplicateOf, type Situation } from '../facts/situation.ts'
import { knownOn, LATEST } from '../facts/timeline.ts'
import type { CountingData, ViolationRecord } from '../model.ts'

/**
 * A violation that was imported as verified, no one knows when (K32), as it stands in the end; undefined
 * where it was not, or is a duplicate. It counts in no report and is never given a date.
 */
export function baselineSituation(record: ViolationRecord): Situation | undefined {
  const facts = knownOn(record.timeline, LATEST)
  const incident = knownOn(record.incident.timeline, LATEST)
  const on = facts?.verifiedNotLaterThan ?? null
  if (!facts || !incident || on === null || facts.statuses.length > 0) return undefined
  if (duplicateOf(record, LATEST) !== null) return undefined
  return { record, facts, incident, entry: { on, status: 'verified' } }
}

/** The violations of the baseline by id (K32). */
export function baselineOf({ violations }: CountingData): readonly string[] {
  return violations.flatMap((record) => baselineSituation(record)?.record.id ?? []).toSorted()
}
