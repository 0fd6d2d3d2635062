import { actsFor } from '@vigil/core/policy'
import type { Db } from '../db/transaction.ts'
import type { Handlers, SignedInActor } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import { findIncident } from '../incidents/queries.ts'
import { actFor } from '../policy/as-actor.ts'
import { checkProof } from '../policy/obligations.ts'
import {
  agree,
  ask,
  end,
  partOf,
  readAll,
  seconding,
  showRequests,
  stateOf,
  type StoredGlass,
} from './requests.ts'

type Own = 'askForIncident' | 'listGlass' | 'agreeToGlass' | 'endGlass'

/** Break-glass; every entry in the log is about the incident, so that its own log tells the story. */
export const glassHandlers: Pick<Handlers, Own> = {
  listGlass: ({ actor, db, now }) => showRequests(db, actor, now),

  askForIncident({ actor, params: { incidentId }, body: { reason }, now, write }) {
    checkProof('glass.ask', { actor, now })
    return write(async (tx) => {
      const wish = { actor, action: 'glass.ask' } as const
      await actFor(tx, wish)
      const held = (await findIncident(tx, wish, incidentId)) ?? refuse('incident.unknown')
      const { operation, owner } = held.facts
      const actingFor = actsFor({ ...wish, incident: held.facts })
      const by = { by: actor.id, for: actingFor, reason, now }
      if (!(await ask(tx, { incidentId, operation, owner, ...by }))) refuse('glass.asked')
      const answer = await showRequests(tx, actor, now)
      return { answer, object: { type: 'incident', id: incidentId }, change: { reason }, actingFor }
    })
  },

  async agreeToGlass({ actor, params: { glassId }, now, write, checkClock }) {
    checkProof('glass.agree', { actor, now })
    await checkClock('deadline')
    return write(async (tx) => {
      const request = await getRequest(tx, glassId, actor)
      const { incident_id: id } = request
      const wish = { actor, action: 'glass.agree' } as const
      await actFor(tx, wish)
      if (!(await findIncident(tx, wish, id))) refuse('glass.unknown')
      const [grant] = seconding(request, actor)
      if (!grant) return refuse('glass.samePerson')
      const actingFor = grant.for ?? null
      const isOpened =
        stateOf(request, now) === 'waiting' &&
        (await agree(tx, { id: glassId, by: actor.id, for: actingFor, now }))
      if (!isOpened) refuse('glass.over')
      const answer = await showRequests(tx, actor, now)
      return { answer, object: { type: 'incident', id }, change: { request: glassId }, actingFor }
    })
  },

  endGlass({ actor, params: { glassId }, now, write }) {
    return write(async (tx) => {
      const request = await getRequest(tx, glassId, actor)
      if (partOf(request, actor) === 'owner') refuse('glass.unknown')
      if (stateOf(request, now) === 'over') refuse('glass.over')
      await end(tx, { id: glassId, by: actor.id, now })
      const answer = await showRequests(tx, actor, now)
      const object = { type: 'incident', id: request.incident_id } as const
      return { answer, object, change: { ended: glassId } }
    })
  },
}

/** A request in which the actor has a part; all others are as if they were not there. */
async function getRequest(tx: Db, id: string, actor: SignedInActor): Promise<StoredGlass> {
  const held = (await readAll(tx)).find((one) => one.id === id)
  return held && partOf(held, actor) ? held : refuse('glass.unknown')
}
