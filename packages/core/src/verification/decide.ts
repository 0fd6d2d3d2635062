import type { Deed } from '../incident/actions/action.ts'
import type { Outcome } from '../incident/actions/decisions.ts'
import { REGISTERS } from '../incident/entries.ts'
import { findViolation } from '../incident/find.ts'
import type { IncidentRecord, Violation } from '../incident/record.ts'
import { headsOf } from '../incident/registers.ts'
import { findRest, type Tally, totalOf } from '../incident/values/tally.ts'
import { UNITS } from '../violations/categories.ts'
import type { Circumstances, Decider } from './circumstances.ts'
import { checklistOf } from './criteria.ts'
import { allegedTally } from './gather.ts'
import { findStepFault } from './steps.ts'
import { splitOff, type Unconfirmed, unconfirmedTally } from './partial.ts'
import { refused, type RefusalReason, type Verdict } from './refusal.ts'

/** What somebody wants to decide about a violation. */
export interface Decision {
  readonly violation: string
  readonly level: 1 | 2 | 3
  readonly outcome: Outcome
  /** The day of the decision (ISO 8601), which may be entered later. */
  readonly on: string
  /** Id of the text that says why; null only where the source is at risk (R-VER-4). */
  readonly reason: string | null
  /** Whether the attribution as it stands is verified, too; judged by itself (R-VER-2). */
  readonly attributionVerified: boolean
  /**
   * What of the violation is not confirmed and stays pending (R-VER-3); null: all of it is confirmed.
   */
  readonly unconfirmed: Unconfirmed | null
}

/**
 * Whether somebody may take a decision about a violation at a level, and what is stored for it (R-VER-1 to
 * R-VER-5). At level 3 it is the status that reports use; a part that is not confirmed becomes a pending
 * violation of its own, linked to this one.
 */
export function decideViolation(
  record: IncidentRecord,
  wish: Decision & { readonly decider: Decider },
  circumstances: Circumstances,
): Verdict {
  const violation = findViolation(record, wish.violation)
  if (!violation) return refused('unknownViolation')
  const fault =
    findStepFault({ record, violation }, wish, circumstances) ??
    findContentFault({ record, violation }, wish, circumstances)
  if (fault) return refused(fault)
  const confirmed = confirmedTally(record, violation, wish)
  const deed = deedOf({ record, violation }, { ...wish, confirmed }, circumstances)
  const rest = wish.level === 3 && wish.outcome === 'verified' ? wish.unconfirmed : null
  const split = rest ? splitOff({ record, violation }, rest) : []
  return { allowed: true, deeds: [deed, ...split] }
}

interface Subject {
  readonly record: IncidentRecord
  readonly violation: Violation
}

function findContentFault(
  { record, violation }: Subject,
  wish: Decision,
  circumstances: Circumstances,
): RefusalReason | undefined {
  const isForSafety = violation.verification.stopped
  if (isForSafety && wish.outcome !== 'reported_not_verified') return 'stopped'
  if (wish.reason === null && !isForSafety) return 'reasonMissing'
  if (wish.attributionVerified && violation.facts['attribution']?.value === undefined) {
    return 'attributionOpen'
  }
  if (wish.outcome !== 'verified') return undefined
  const { policy, classOf } = circumstances
  const { criteria } = checklistOf(record, violation, { policy, classOf, on: wish.on })
  if (criteria.some(({ met }) => !met)) return 'criteriaUnmet'
  return findTallyFault({ record, violation }, wish)
}

function findTallyFault({ record, violation }: Subject, wish: Decision): RefusalReason | undefined {
  if (UNITS[violation.category] !== 'children') {
    return wish.unconfirmed === null ? undefined : 'tallyAboveAlleged'
  }
  const confirmed = confirmedTally(record, violation, wish)
  if (confirmed === null) return 'tallyAboveAlleged'
  return totalOf(confirmed) === 0 ? 'tallyEmpty' : undefined
}

/**
 * How many children a decision confirms; null where they are not counted, or where it adds up to nothing.
 */
function confirmedTally(
  record: IncidentRecord,
  violation: Violation,
  { outcome, unconfirmed }: Decision,
): Tally | null {
  if (outcome !== 'verified' || UNITS[violation.category] !== 'children') return null
  const rest = unconfirmed && unconfirmedTally({ record, violation }, unconfirmed)
  if (rest === undefined) return null
  const alleged = allegedTally(record, violation)
  return rest === null ? alleged : (findRest(alleged, rest) ?? null)
}

function deedOf(
  { record, violation }: Subject,
  wish: Decision & { readonly decider: Decider; readonly confirmed: Tally | null },
  { policy, classOf }: Circumstances,
): Deed {
  const { level, on, outcome, reason, confirmed: tally, decider } = wish
  const round = violation.verification.rounds.length
  const { sources } = checklistOf(record, violation, { policy, classOf, on })
  const register =
    level === 3
      ? REGISTERS.outcome(violation.id, round)
      : REGISTERS.answer(violation.id, round, level === 1 ? 'level 1' : decider.entity)
  const of = violation.facts['attribution']?.setBy ?? null
  return {
    kind: 'decide',
    violation: violation.id,
    level,
    round,
    outcome,
    on,
    reason,
    tally,
    entity: decider.entity,
    sources: { primary: sources.primary.length, secondary: sources.secondary.length },
    attribution: { of, verified: wish.attributionVerified },
    replaces: headsOf(record.registers, register),
  }
}
