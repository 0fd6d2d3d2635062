import { canFollow } from '../../verification/statuses.ts'
import { knownOn, LATEST } from '../facts/timeline.ts'
import type { CountingData, StatusEntry, Violation, ViolationRecord } from '../model.ts'
import { findFirst, type Refusal } from './refusal.ts'

/** Histories lead from status to status as mrm.md 3.2 allows, in the order of time (K4). */
export function checkStatusPaths({ violations }: CountingData): Refusal | undefined {
  return findFirst(violations, checkPath)
}

function checkPath({ id, timeline }: ViolationRecord): Refusal | undefined {
  const facts = knownOn(timeline, LATEST)
  if (!facts) return undefined
  if (isEmpty(facts)) return { code: 'K4.empty', ids: [id] }
  return findFirst(facts.statuses.keys(), (at) => {
    const [before, after] = facts.statuses.slice(at, at + 2)
    return before && after && checkStep(id, before, after)
  })
}

/** No status at all, and no import that stands for one (K32). */
function isEmpty({ statuses, verifiedNotLaterThan }: Violation): boolean {
  return statuses.length === 0 && verifiedNotLaterThan === null
}

function checkStep(id: string, before: StatusEntry, after: StatusEntry): Refusal | undefined {
  if (after.on < before.on) return { code: 'K4.unsorted', ids: [id, before.on, after.on] }
  if (after.status === before.status)
    return { code: 'K4.repeated', ids: [id, after.status, after.on] }
  return canFollow(before.status, after.status)
    ? undefined
    : { code: 'K4.step', ids: [id, before.status, after.status] }
}
