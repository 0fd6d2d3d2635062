import type { Code } from '../codes/lists.ts'
import { REGISTERS } from '../incident/entries.ts'
import { findViolation } from '../incident/find.ts'
import type { IncidentRecord, Violation } from '../incident/record.ts'
import { headsOf } from '../incident/registers.ts'
import { findLevelFault } from '../policy/levels.ts'
import { findJointFault } from '../policy/separation.ts'
import type { Circumstances, Decider } from './circumstances.ts'
import { refused, type RefusalReason, type Verdict } from './refusal.ts'
import { endStatus, type Round, signatureOf } from './rounds.ts'
import { findDayFault, findRecordFault, findSeatFault } from './steps.ts'

/** A wish to take a violation up again, or to send it back while it is pending. */
export interface Return {
  readonly violation: string
  readonly on: string
  /** Id of the text that says why. */
  readonly reason: string
  readonly decider: Decider
}

/**
 * Whether somebody may reopen what was decided (mrm.md 3.2): anybody the policy lets, with a reason; what
 * was verified takes two co-chairs of different entities, each with an action of their own. The violation
 * is pending again, and begins at level 1.
 */
export function reopenViolation(
  record: IncidentRecord,
  wish: Return & { readonly cause: Code<'reopenCause'> },
  circumstances: Circumstances,
): Verdict {
  const found = findOpenRound(record, wish.violation)
  if (!found) return refused('unknownViolation')
  const { violation, round } = found
  const { on, decider, cause, reason } = wish
  const fault =
    findRecordFault({ record, violation }) ??
    findReopenFault(round, decider, circumstances) ??
    findDayFault(violation.verification, on, circumstances.today)
  if (fault) return refused(fault)
  const coChair = findLevelFault(decider.grant, 3) === undefined
  const deed = { kind: 'reopen', violation: violation.id, round: round.number, on } as const
  return { allowed: true, deeds: [{ ...deed, entity: decider.entity, coChair, cause, reason }] }
}

/**
 * Whether somebody may send a pending violation back to level 1, because more is wanted (mrm.md 3.3). The
 * answers stay in the history; the next ones are given anew.
 */
export function sendBackViolation(
  record: IncidentRecord,
  wish: Return & { readonly level: 2 | 3 },
  circumstances: Circumstances,
): Verdict {
  const found = findOpenRound(record, wish.violation)
  if (!found) return refused('unknownViolation')
  const { violation, round } = found
  const { on, level, reason } = wish
  const fault =
    findRecordFault({ record, violation }) ??
    findSeatFault(wish, circumstances) ??
    findSendingFault(round) ??
    findDayFault(violation.verification, on, circumstances.today)
  if (fault) return refused(fault)
  const replaces = headsOf(record.registers, REGISTERS.outcome(violation.id, round.number))
  const deed = { kind: 'sendBack', violation: violation.id, level, round: round.number } as const
  return { allowed: true, deeds: [{ ...deed, on, reason, replaces }] }
}

function findReopenFault(
  { ending, reopenings }: Round,
  decider: Decider,
  circumstances: Circumstances,
): RefusalReason | undefined {
  if (!ending) return 'notDecided'
  if (endStatus(ending) !== 'verified') return undefined
  const fault = findSeatFault({ level: 3, decider }, circumstances)
  if (fault) return fault === 'notThisRole' ? 'notCoChair' : fault
  return findJointFault(reopenings.map(signatureOf), decider)
}

function findSendingFault({ ending, level1 }: Round): RefusalReason | undefined {
  if (ending) return 'decidedAlready'
  return level1 ? undefined : 'levelBelowMissing'
}

function findOpenRound(
  record: IncidentRecord,
  id: string,
): { readonly violation: Violation; readonly round: Round } | undefined {
  const violation = findViolation(record, id)
  const round = violation?.verification.rounds.at(-1)
  return violation && round && { violation, round }
}
