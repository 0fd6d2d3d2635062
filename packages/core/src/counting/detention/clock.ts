import { type DetentionCase, eventsBefore, isReception, stateAt } from './case.ts'

const HOUR = 3_600_000

/**
 * How a handover stands (R-HO-2, K25). `noClock`: when it began to run is not known; `notDue`: the child
 * is held and the limit is not certainly over, or detention ended in another way.
 */
export type HandoverStatus =
  | 'onTime'
  | 'late'
  | 'indeterminate'
  | 'noClock'
  | 'overdueOpen'
  | 'notDue'

/**
 * The status of a handover at a moment (K25): from the apprehension to the first reception by a civilian
 * actor, whatever transfers between forces lie between. A time given as a day is an interval: on time
 * only if the longest it can have taken is within the limit, late if the shortest exceeds it. Without a
 * limit nothing is judged (R-HO-1).
 */
export function handoverStatus(
  one: DetentionCase,
  moment: number,
  deadlineHours: number | null,
): HandoverStatus {
  const reception = eventsBefore(one, moment).find(isReception)
  const limit = deadlineHours === null ? null : deadlineHours * HOUR
  if (!reception) return isOverdue(one, moment, limit) ? 'overdueOpen' : 'notDue'
  const begin = one.apprehendedAt
  if (begin === null) return 'noClock'
  if (limit === null) return 'indeterminate'
  if (reception.at.to - begin.from <= limit) return 'onTime'
  return reception.at.from - begin.to > limit ? 'late' : 'indeterminate'
}

/** Whether a child who is still held has certainly been held for longer than the limit. */
function isOverdue(one: DetentionCase, moment: number, limit: number | null): boolean {
  const begin = one.apprehendedAt
  if (begin === null || limit === null || stateAt(one, moment) !== 'detained') return false
  return moment - begin.to > limit
}
