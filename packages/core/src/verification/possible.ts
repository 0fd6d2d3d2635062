import type { IncidentRecord } from '../incident/record.ts'
import type { Circumstances, Decider } from './circumstances.ts'
import { decideViolation } from './decide.ts'
import { refused, type Refusal, type Verdict } from './refusal.ts'
import { reopenViolation, sendBackViolation } from './reopen.ts'

/** A step that somebody tries in one of their names. */
export type Attempt = (decider: Decider) => Verdict

/** A verdict, and in whose name; nobody, where none of the names may decide about the record at all. */
export interface Tried {
  readonly verdict: Verdict
  readonly decider: Decider | undefined
}

/**
 * Tries a step in every name in which somebody may decide: the first that is allowed, else the refusal that
 * says most, which is not that another role decides.
 */
export function tryStep(deciders: readonly Decider[], attempt: Attempt): Tried {
  const tried = deciders.map((decider) => ({ decider, verdict: attempt(decider) }))
  return (
    tried.find(({ verdict }) => verdict.allowed) ??
    tried.find(({ verdict }) => !verdict.allowed && verdict.reason !== 'notThisRole') ??
    tried[0] ?? { decider: undefined, verdict: refused('notThisRole') }
  )
}

/** `verify` is the decision that the criteria bind; `decide` any other. */
export const STEPS = ['verify', 'decide', 'sendBack', 'reopen'] as const

/** One step about a violation, and why it is closed to who asks; undefined: it is open. */
export interface PossibleStep {
  readonly step: (typeof STEPS)[number]
  /** Null for reopening, which has no level. */
  readonly level: 1 | 2 | 3 | null
  readonly refusal: Refusal | undefined
}

interface Asking {
  readonly violation: string
  readonly deciders: readonly Decider[]
  readonly circumstances: Circumstances
  /** Nothing is decided about the incident as it stands. */
  readonly isClosed: boolean
}

/** Stands for the text that whoever takes the step will write. */
const REASON = 'reason'

/** Every step there is about a violation, each open today or with why it is not (never left out). */
export function possibleSteps(record: IncidentRecord, asking: Asking): PossibleStep[] {
  const { deciders, isClosed } = asking
  return stepsOf(record, asking).map(({ attempt, ...step }) => {
    const verdict = isClosed ? refused('notDecidable') : tryStep(deciders, attempt).verdict
    return { ...step, refusal: verdict.allowed ? undefined : verdict }
  })
}

type Step = Pick<PossibleStep, 'step' | 'level'> & { readonly attempt: Attempt }

function stepsOf(record: IncidentRecord, { violation, circumstances }: Asking): Step[] {
  const about = { violation, on: circumstances.today, reason: REASON }
  const whole = { attributionVerified: false, unconfirmed: null }
  const decision = (level: 1 | 2 | 3, outcome: 'verified' | 'reported_not_verified'): Step => ({
    step: outcome === 'verified' ? 'verify' : 'decide',
    level,
    attempt: (decider) =>
      decideViolation(record, { ...about, ...whole, level, outcome, decider }, circumstances),
  })
  const sending = (level: 2 | 3): Step => ({
    step: 'sendBack',
    level,
    attempt: (decider) => sendBackViolation(record, { ...about, level, decider }, circumstances),
  })
  const cause = 'new_information'
  const reopening = (decider: Decider): Verdict =>
    reopenViolation(record, { ...about, cause, decider }, circumstances)
  return [
    ...([1, 2, 3] as const).flatMap((level) => [
      decision(level, 'verified'),
      decision(level, 'reported_not_verified'),
    ]),
    sending(2),
    sending(3),
    { step: 'reopen', level: null, attempt: reopening },
  ]
}
