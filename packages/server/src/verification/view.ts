import type { ViolationVerification } from '@vigil/contract/schemas'
import type { ActionOf, IncidentRecord, Sees, Violation } from '@vigil/core/incident'
import {
  attributionStatus,
  checklistOf,
  type Circumstances,
  type Decider,
  isDecidable,
  jointState,
  possibleSteps,
  type Round,
  seenAnswers,
} from '@vigil/core/verification'
import type { HeldIncident } from '../incidents/queries.ts'
import { USUAL_PRACTICE } from './circumstances.ts'

/** Who looks: what they see, in whose names they may decide, and the names of people, where shown. */
export interface Reader {
  readonly id: string
  readonly sees: Sees
  readonly deciders: readonly Decider[]
  readonly names: ReadonlyMap<string, string>
}

interface Viewed {
  readonly held: HeldIncident
  readonly record: IncidentRecord
  readonly violation: Violation
  readonly circumstances: Circumstances
}

/** Where a violation stands, as far as its reader sees it, and which steps are open to them. */
export function verificationView(
  { held, record, violation, circumstances }: Viewed,
  reader: Reader,
): ViolationVerification {
  const { verification } = violation
  const { policy, classOf, today } = circumstances
  const isWhole = reader.sees('S1')
  const { criteria, missing } = checklistOf(record, violation, { policy, classOf, on: today })
  const asking = {
    violation: violation.id,
    deciders: reader.deciders,
    circumstances,
    isClosed: !isDecidable(held.facts.state),
  }
  return {
    violation: violation.id,
    status: verification.status,
    since: verification.since,
    notLaterThan: verification.notLaterThan,
    stopped: verification.stopped,
    hasDecidingBody: circumstances.coChairs.length >= 2,
    attribution: attributionStatus(violation),
    tally: verification.tally,
    history: verification.history.map(({ on, recordedOn, status }) => ({ on, recordedOn, status })),
    rounds: isWhole ? verification.rounds.map((round) => viewRound(round, reader)) : [],
    criteria: isWhole ? [...criteria] : [],
    missing: isWhole ? [...missing] : [],
    steps: possibleSteps(record, asking).map(({ step, level, refusal }) => ({
      step,
      level,
      refusal: refusal ? { reason: refusal.reason, rule: refusal.rule } : null,
    })),
  }
}

type ViewedRound = ViolationVerification['rounds'][number]

function viewRound(round: Round, reader: Reader): ViewedRound {
  const { number, level1, ending, reopenings } = round
  const viewer = { by: reader.id, for: null }
  const level2 = seenAnswers(round, viewer, USUAL_PRACTICE.hidesFirstAnswer)
  const last = ending?.deed.kind === 'decide' ? [ending as ActionOf<'decide'>] : []
  const answers = [...(level1 ? [level1] : []), ...level2.answers, ...last]
  return {
    number,
    joint: jointState(round),
    answers: answers.map((answer) => viewAnswer(answer, reader)),
    hidden: level2.hidden,
    sentBack: viewReturn(ending),
    reopenings: reopenings.map((one) => {
      const { coChair, cause, reason } = one.deed
      return { ...viewSignature(one, reader), coChair, cause, reason }
    }),
  }
}

function viewAnswer(answer: ActionOf<'decide'>, reader: Reader): ViewedRound['answers'][number] {
  const { level, outcome, tally, attribution, reason } = answer.deed
  const decided = { level, outcome, tally, attributionVerified: attribution.verified, reason }
  return { ...viewSignature(answer, reader), ...decided }
}

function viewReturn(ending: Round['ending']): ViewedRound['sentBack'] {
  if (ending?.deed.kind !== 'sendBack') return null
  const { level, on, reason } = ending.deed
  return { level, on, reason }
}

function viewSignature(
  { by, for: absent, deed }: ActionOf<'decide' | 'reopen'>,
  { names }: Reader,
) {
  return {
    entity: deed.entity,
    on: deed.on,
    by: names.get(by) ?? null,
    for: absent === null ? null : (names.get(absent) ?? null),
  }
}
