import { randomUUID } from 'node:crypto'
import type { Action, Deed, IncidentRecord } from '@vigil/core/incident'
import type { Action as PolicyAction } from '@vigil/core/policy'
import {
  type Circumstances,
  type Decider,
  type Refusal,
  tryStep,
  type Verdict,
} from '@vigil/core/verification'
import type { Db } from '../db/transaction.ts'
import { refuse } from '../http/refuse.ts'
import { findIncident, type HeldIncident } from '../incidents/queries.ts'
import { actFor } from '../policy/as-actor.ts'
import { getRecord, readActions } from '../records/actions.ts'
import { type By, keepActions, oneAfterTheOther } from '../records/keep.ts'
import { joinActions } from '../records/take.ts'
import { decidersOf, readCircumstances } from './circumstances.ts'

/** What somebody tries about a violation, with the id under which their reason will be kept. */
export interface Step {
  readonly incidentId: string
  readonly violationId: string
  readonly action: Extract<PolicyAction, 'violation.decide' | 'violation.sign'>
  /** Why, in words. */
  readonly reason: string | null
  readonly attempt: (
    record: IncidentRecord,
    wish: { readonly decider: Decider; readonly reason: string },
    circumstances: Circumstances,
  ) => Verdict
}

/** A step that was taken: the incident before it, and everything that was done to it. */
interface Taken {
  readonly held: HeldIncident
  readonly actions: readonly Action[]
  readonly added: readonly Action[]
  readonly decider: Decider
}

/** Takes a step if the rules of verification let it be taken, and keeps all that follows from it. */
export async function takeStep(tx: Db, step: Step, by: By): Promise<Taken> {
  const { incidentId, action } = step
  const { actor, now } = by
  const wish = { actor, action }
  await actFor(tx, wish)
  await oneAfterTheOther(tx, incidentId)
  const held = (await findIncident(tx, wish, incidentId)) ?? refuse('incident.unknown')
  const earlier = await readActions(tx, incidentId)
  const circumstances = await readCircumstances(tx, { operation: held.facts.operation, now })
  const textId = randomUUID()
  const record = getRecord(earlier)
  const { verdict, decider } = tryStep(decidersOf(actor, action, held.facts), (one) =>
    step.attempt(record, { decider: one, reason: textId }, circumstances),
  )
  if (!verdict.allowed) refuseStep(verdict)
  if (!decider) throw new Error('A step that nobody takes')
  const given = stamped(verdict.deeds, { held, decider, now })
  const { actions, added } = joinActions(earlier, given)
  const words = step.reason
  const texts = words === null ? [] : [{ id: textId, words, class: 'S1' as const }]
  await keepActions(tx, { held, record: getRecord(actions), added, texts }, by)
  return { held, actions, added, decider }
}

/** Refuses a step, with the sentence of its reason. */
export function refuseStep({ reason, rule }: Refusal): never {
  return refuse('record.stepRefused', {
    values: { rule },
    why: { area: 'record', key: `refusal.${reason}` },
  })
}

function stamped(
  deeds: readonly Deed[],
  { held, decider, now }: Pick<Taken, 'held' | 'decider'> & { readonly now: Date },
): Action[] {
  const at = now.toISOString()
  const { by, for: absent } = decider
  const stamp = { incident: held.id, madeAt: at, receivedAt: at, by, for: absent }
  return deeds.map((deed) => ({ id: randomUUID(), ...stamp, deed }))
}
