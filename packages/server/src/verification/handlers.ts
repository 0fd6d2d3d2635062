import { randomUUID } from 'node:crypto'
import type { NewDecision, ViolationVerification } from '@vigil/contract/schemas'
import { type Action, findViolation, seenBy } from '@vigil/core/incident'
import { classesSeen, decide, type Purpose } from '@vigil/core/policy'
import {
  decideViolation,
  refused,
  reopenViolation,
  sendBackViolation,
} from '@vigil/core/verification'
import type { Db } from '../db/transaction.ts'
import type { Handlers, SignedInActor, Written } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import type { Services } from '../http/services.ts'
import { sightOf, wishToRead } from '../incidents/handlers.ts'
import { findIncident, type HeldIncident } from '../incidents/queries.ts'
import { checkProof } from '../policy/obligations.ts'
import { getRecord, readActions } from '../records/actions.ts'
import type { By } from '../records/keep.ts'
import { namesOf } from '../task-force/read.ts'
import { decidersOf, readCircumstances } from './circumstances.ts'
import { refuseStep, type Step, takeStep } from './step.ts'
import { verificationView } from './view.ts'

type VerificationEndpoint =
  | 'readVerification'
  | 'decideViolation'
  | 'sendBackViolation'
  | 'reopenViolation'

const reading: Pick<Handlers, 'readVerification'> = {
  readVerification({ actor, params, query: { purpose }, now, read }) {
    const wish = wishToRead(actor, purpose)
    return read(purpose, async (tx) => {
      const held = (await findIncident(tx, wish, params.incidentId)) ?? refuse('incident.unknown')
      const actions = await readActions(tx, held.id)
      const asked = { held, actions, violation: params.violationId }
      const answer = await view(tx, asked, { actor, now, purpose })
      return { answer, sight: sightOf(held, wish) }
    })
  },
}

/** What the server does for the three levels at which violations are decided. */
export function verificationHandlers({
  keys,
}: Pick<Services, 'keys'>): Pick<Handlers, VerificationEndpoint> {
  return {
    ...reading,

    decideViolation({ actor, params, body, now, write }) {
      if (body.level > 1) checkProof('violation.sign', { actor, now })
      const step = decisionOf(params, body)
      return write((tx) => writeStep(tx, step, { actor, now, keys }))
    },

    sendBackViolation({ actor, params, body, now, write }) {
      checkProof('violation.sign', { actor, now })
      const attempt: Step['attempt'] = (record, wish, circumstances) =>
        sendBackViolation(
          record,
          { ...body, ...wish, violation: params.violationId },
          circumstances,
        )
      const step = { ...params, action: 'violation.sign', reason: body.reason, attempt } as const
      return write((tx) => writeStep(tx, step, { actor, now, keys }))
    },

    reopenViolation({ actor, params, body, now, write }) {
      // Whoever may sign at all signs with a fresh proof here, too; a focal point's word is none.
      checkProof('violation.sign', { actor, now })
      const attempt: Step['attempt'] = (record, wish, circumstances) =>
        reopenViolation(record, { ...body, ...wish, violation: params.violationId }, circumstances)
      const step = { ...params, action: 'violation.decide', reason: body.reason, attempt } as const
      return write((tx) => writeStep(tx, step, { actor, now, keys }))
    },
  }
}

/** What is not confirmed goes to a violation whose id is made here, and is nobody's to choose. */
function decisionOf(
  params: Pick<Step, 'incidentId' | 'violationId'>,
  { reason, unconfirmed, ...decision }: NewDecision,
): Step {
  const rest = unconfirmed && { ...unconfirmed, remainder: randomUUID() }
  return {
    ...params,
    action: 'violation.decide',
    reason,
    attempt(record, { decider, reason: text }, circumstances) {
      const said = { ...decision, unconfirmed: rest, reason: reason === null ? null : text }
      const wish = { ...said, violation: params.violationId, decider }
      return decideViolation(record, wish, circumstances)
    },
  }
}

async function writeStep(tx: Db, step: Step, by: By): Promise<Written<ViolationVerification>> {
  const { held, actions, added, decider } = await takeStep(tx, step, by)
  const asked = { held, actions, violation: step.violationId }
  const answer = await view(tx, asked, { ...by, purpose: undefined })
  return {
    answer,
    object: { type: 'incident', id: step.incidentId },
    change: added.map(({ id, deed }) => ({ id, deed })),
    actingFor: decider.for,
    action: decider.grant.role !== 'focal_point' ? 'violation.sign' : step.action,
  }
}

interface AskedFor {
  readonly held: HeldIncident
  readonly actions: readonly Action[]
  readonly violation: string
}

interface Asker {
  readonly actor: SignedInActor
  readonly now: Date
  readonly purpose: Purpose | undefined
}

/** What a reader is shown; a violation that they do not see is refused like one that nobody knows. */
async function view(
  tx: Db,
  { held, actions, violation: id }: AskedFor,
  { actor, now, purpose }: Asker,
): Promise<ViolationVerification> {
  const asked = { incident: held.facts, ...(purpose && { purpose }) }
  const wish = { actor, action: 'incident.read', ...(purpose && { purpose }) } as const
  const classes = classesSeen(wish, held.facts)
  const sees = (sensitivity: (typeof classes)[number]): boolean => classes.includes(sensitivity)
  const record = getRecord(actions)
  const violation = findViolation(seenBy(record, sees), id)
  if (!violation) refuseStep(refused('unknownViolation'))
  const decision = decide(actor, 'incident.read', asked)
  const showsPeople = decision.allow && decision.seen.includes('assignee')
  const names = showsPeople ? await namesIn(tx, actions) : new Map<string, string>()
  const circumstances = await readCircumstances(tx, { operation: held.facts.operation, now })
  const deciders = decidersOf(actor, 'violation.decide', held.facts)
  const reader = { id: actor.id, sees, deciders, names }
  return verificationView({ held, record, violation, circumstances }, reader)
}

/** The names of everybody who signed anything in an incident. */
function namesIn(tx: Db, actions: readonly Action[]): Promise<ReadonlyMap<string, string>> {
  const signed = actions.filter(({ deed }) => deed.kind === 'decide' || deed.kind === 'reopen')
  return namesOf(tx, [...new Set(signed.flatMap((one) => [one.by, one.for ?? one.by]))])
}
