import type { Day } from './days.ts'
import type { CountingData, Incident, StatusEntry, Violation, ViolationRecord } from '../model.ts'
import { knownOn } from './timeline.ts'

/** A violation as it stood at a moment. */
export interface Situation {
  readonly record: ViolationRecord
  readonly facts: Violation
  readonly incident: Incident
  /** The last entry of its history up to then (K1). */
  readonly entry: StatusEntry
}

/**
 * The entry in force at the end of a day (K1): the last one dated on it or before; of several on one
 * day the last (K4). Undefined where nothing was reported yet.
 */
export function statusOn(statuses: readonly StatusEntry[], asOf: Day): StatusEntry | undefined {
  for (let at = statuses.length - 1; at >= 0; at -= 1) {
    const entry = statuses[at]
    if (entry && entry.on <= asOf) return entry
  }
  return undefined
}

/** The record of which this one was then known to be a duplicate, by itself or with its incident (K5). */
export function duplicateOf(record: ViolationRecord, asOf: Day): string | null {
  const incident = knownOn(record.incident.timeline, asOf)
  return incident?.duplicateOf ?? knownOn(record.timeline, asOf)?.duplicateOf ?? null
}

/**
 * A violation as known at the end of a day; undefined where it was not reported yet, was known to be a
 * duplicate (K5), or was imported as verified without a date (K32).
 */
export function findSituation(record: ViolationRecord, asOf: Day): Situation | undefined {
  const facts = knownOn(record.timeline, asOf)
  const incident = knownOn(record.incident.timeline, asOf)
  if (!facts || !incident) return undefined
  const entry = statusOn(facts.statuses, asOf)
  if (!entry || (incident.duplicateOf ?? facts.duplicateOf) !== null) return undefined
  return { record, facts, incident, entry }
}

/** All violations that are to be looked at, as known at the end of a day. */
export function situationsOn(
  { violations }: Pick<CountingData, 'violations'>,
  asOf: Day,
): readonly Situation[] {
  return violations.flatMap((record) => findSituation(record, asOf) ?? [])
}

/** Whether only its verification keeps it in a table (R-COUNT-8). */
export function isVerified({ entry }: Situation): boolean {
  return entry.status === 'verified'
}
