import type { ActionOf } from '../incident/actions/action.ts'
import type { Outcome } from '../incident/actions/decisions.ts'
import type { IncidentRecord, Violation } from '../incident/record.ts'
import { findLevelFault } from '../policy/levels.ts'
import { findSignatureFault, type LevelSignature } from '../policy/separation.ts'
import type { Circumstances, Decider } from './circumstances.ts'
import { jointState } from './joint.ts'
import type { RefusalReason } from './refusal.ts'
import { type Round, signatureOf, type Verification } from './rounds.ts'
import { canFollow } from './statuses.ts'

/** A step at one of the levels, and who wants to take it on which day. */
export interface Step {
  readonly level: 1 | 2 | 3
  readonly outcome: Outcome
  readonly on: string
  readonly decider: Decider
}

interface Subject {
  readonly record: IncidentRecord
  readonly violation: Violation
}

/** Whether a decision may be taken now, at this level, by this person (mrm.md 3.2, R-VER-5, R-CUS-3). */
export function findStepFault(
  subject: Subject,
  step: Step,
  circumstances: Circumstances,
): RefusalReason | undefined {
  const { verification } = subject.violation
  return (
    findRecordFault(subject) ??
    (canFollow(verification.status, step.outcome) ? undefined : 'notByTheTable') ??
    findSeatFault(step, circumstances) ??
    findOrderFault(verification, step) ??
    findSignerFault(verification, step, circumstances) ??
    findDayFault(verification, step.on, circumstances.today)
  )
}

/** What keeps anything from being decided about a violation at all. */
export function findRecordFault({ record, violation }: Subject): RefusalReason | undefined {
  if (violation.voided || record.incident.voided) return 'voided'
  return record.duplicateOf === null ? undefined : 'duplicate'
}

/**
 * Whether a level is held by this person today: pending work goes on where nobody can decide (R-CUS-3).
 */
export function findSeatFault(
  { level, decider }: Pick<Step, 'level' | 'decider'>,
  { coChairs }: Circumstances,
): RefusalReason | undefined {
  const fault = findLevelFault(decider.grant, level)
  if (fault || level === 1) return fault
  if (coChairs.length < 2) return 'noDecidingBody'
  return coChairs.includes(decider.entity) ? undefined : 'notSeated'
}

/** Days in order: none to come, none before what was decided before (K4). */
export function findDayFault(
  { history, rounds }: Verification,
  on: string,
  today: string,
): RefusalReason | undefined {
  if (on > today) return 'inTheFuture'
  const last = rounds.at(-1)
  const earlier = last ? answersIn(last).map(({ deed }) => deed.on) : []
  const before = [...earlier, history.at(-1)?.on ?? on]
  return before.some((day) => on < day) ? 'beforeEarlier' : undefined
}

/** Level 3 needs level 2, level 2 needs level 1 (R-VER-5); two who disagree have answered. */
function findOrderFault(
  { rounds }: Verification,
  { level }: Pick<Step, 'level'>,
): RefusalReason | undefined {
  const round = rounds.at(-1)
  if (!round) return 'levelBelowMissing'
  if (level === 1) return round.level1 ? 'answeredAlready' : undefined
  if (round.level1 === undefined) return 'levelBelowMissing'
  const joint = jointState(round)
  const isAnswered = joint === 'agreed' || joint === 'disagreed'
  return level === 3 && !isAnswered ? 'levelBelowMissing' : undefined
}

/** Nobody signs two levels of one violation, in whatever round (R-VER-5). */
function findSignerFault(
  { rounds }: Verification,
  { level, decider }: Step,
  { profile }: Circumstances,
): RefusalReason | undefined {
  const { by, entity } = decider
  const next = { by, for: decider.for, entity, level }
  // Signatures of the same level bind within their round alone: whoever signed it may sign it anew.
  const earlier = rounds.flatMap((round, at) => {
    const signatures = signaturesIn(round)
    return at === rounds.length - 1 ? signatures : signatures.filter((one) => one.level !== level)
  })
  return findSignatureFault(earlier, next, profile)
}

function signaturesIn(round: Round): LevelSignature[] {
  return answersIn(round).map((answer) => ({ ...signatureOf(answer), level: answer.deed.level }))
}

/** Every decision of a round, at whatever level. */
function answersIn({ level1, level2, ending }: Round): ActionOf<'decide'>[] {
  const last = ending?.deed.kind === 'decide' ? [ending as ActionOf<'decide'>] : []
  return [...(level1 ? [level1] : []), ...level2, ...last]
}
