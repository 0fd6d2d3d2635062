import type { Deed } from '../incident/actions/action.ts'
import { findViolation } from '../incident/find.ts'
import type { IncidentRecord } from '../incident/record.ts'
import { refused, type RefusalReason, type Verdict } from './refusal.ts'
import { canFollow } from './statuses.ts'

type Import = Extract<Deed, { kind: 'import' }>

/**
 * Whether the status of a violation may come from a file (issue 5, E): where nothing was decided here. It
 * counts as the task force's, whose signers are not recorded, and satisfies no level of a later decision:
 * that begins at level 1, after reopening.
 */
export function importStatus(
  record: IncidentRecord,
  given: Omit<Import, 'kind' | 'replaces'>,
): Verdict {
  const violation = findViolation(record, given.violation)
  if (!violation) return refused('unknownViolation')
  const [round, ...later] = violation.verification.rounds
  const isUntouched = round && !round.level1 && round.level2.length === 0 && !round.ending
  if (later.length > 0 || !isUntouched) return refused('decidedAlready')
  const fault = findHistoryFault(given)
  return fault
    ? refused(fault)
    : { allowed: true, deeds: [{ kind: 'import', ...given, replaces: [] }] }
}

/** A history is sorted by day and moves by the table, from pending on (K4). */
function findHistoryFault({
  history,
  verifiedNotLaterThan,
}: Pick<Import, 'history' | 'verifiedNotLaterThan'>): RefusalReason | undefined {
  if (history.length === 0) return verifiedNotLaterThan === null ? 'historyNotByTable' : undefined
  const pairs = history.slice(1).map((next, at) => ({ before: history[at] ?? next, next }))
  if (pairs.some(({ before, next }) => next.on < before.on)) return 'historyUnsorted'
  const isByTable = pairs.every(({ before, next }) => canFollow(before.status, next.status))
  return isByTable && history[0]?.status === 'report_pending_verification'
    ? undefined
    : 'historyNotByTable'
}
