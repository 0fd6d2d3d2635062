import type { Classification, IncidentId, NewIncident } from '@vigil/contract/schemas'
import { actsFor, decide, type IncidentFacts } from '@vigil/core/policy'
import type { Db } from '../db/transaction.ts'
import type { SignedInActor, Written } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import { askForSuccession } from '../identities/successions.ts'
import { actFor } from '../policy/as-actor.ts'
import { BEGINNING, insertActions } from '../records/actions.ts'
import { uuidV7 } from '../uuid.ts'
import { findIncident, type HeldIncident } from './queries.ts'

/** Who acts, and when. */
interface By {
  readonly actor: SignedInActor
  readonly now: Date
}

/** Records the header of an incident, owned by who records it. */
export async function recordIncident(
  tx: Db,
  given: NewIncident,
  { actor, now }: By,
): Promise<Written<HeldIncident>> {
  const facts: IncidentFacts = { ...given, owner: actor.id, assignee: null }
  if (!decide(actor, 'incident.record', { incident: facts }).allow) refuse('access.denied')
  const id = uuidV7(now) as IncidentId
  await actFor(tx, { actor, action: 'incident.record' })
  await tx
    .insertInto('incident')
    .values({ id, ...facts, recorded_at: now })
    .execute()
  const actingFor = actsFor({ actor, action: 'incident.record', incident: facts })
  const at = now.toISOString()
  const stamp = { incident: id, madeAt: at, receivedAt: at, by: actor.id, for: actingFor }
  await insertActions(tx, [{ ...BEGINNING, ...stamp }])
  const answer = { id, recordedAt: now, facts }
  return { answer, object: { type: 'incident', id }, change: { ...facts }, actingFor }
}

/**
 * Sets the class of an incident; what it was and why stays with the incident. Who its people are is
 * encrypted anew for that class as soon as the keys are open.
 */
export async function classifyIncident(
  tx: Db,
  { id, class: after, reason }: Classification & { readonly id: string },
  { actor, now }: By,
): Promise<Written<HeldIncident>> {
  const wish = { actor, action: 'incident.classify' } as const
  await actFor(tx, wish)
  const held = (await findIncident(tx, wish, id)) ?? refuse('incident.unknown')
  const facts = { ...held.facts, class: after }
  // The database lets nobody put a record beyond their own reach.
  if (!decide(actor, 'incident.classify', { incident: facts }).allow) refuse('access.denied')
  await tx.updateTable('incident').set({ class: after }).where('id', '=', id).execute()
  if (after !== held.facts.class) await askForSuccession(tx, { id, class: after }, { actor, now })
  const about = { incident_id: id, at: now, actor: actor.id }
  await tx
    .insertInto('incident_change')
    .values([
      { ...about, field: 'class', before: held.facts.class, after },
      { ...about, field: 'reason', before: null, after: reason },
    ])
    .execute()
  const answer = { ...held, facts }
  const actingFor = actsFor({ ...wish, incident: held.facts })
  return { answer, object: { type: 'incident', id }, change: { class: after, reason }, actingFor }
}
