import type { ENDPOINTS, EndpointName } from '@vigil/contract/endpoints'
import type { GlassList } from '@vigil/contract/schemas'
import { actsFor } from '@vigil/core/policy'
import type { Db } from '../db/transaction.ts'
import type { Asked, Done, Handlers, SignedInActor } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import type { Services } from '../http/services.ts'
import { findIncident } from '../incidents/queries.ts'
import { actFor } from '../policy/as-actor.ts'
import { checkProof } from '../policy/obligations.ts'
import { witnessesOf } from './hours.ts'
import {
  agree,
  ask,
  end,
  type GlassMoment,
  partOf,
  readAll,
  seconding,
  showRequests,
  stateOf,
  type StoredGlass,
} from './requests.ts'

type AskedOf<Name extends EndpointName> = Asked<(typeof ENDPOINTS)[Name]>
type Own = 'askForIncident' | 'listGlass' | 'agreeToGlass' | 'endGlass'

/** Break-glass; every entry in the log is about the incident, so that its own log tells the story. */
export function glassHandlers(services: Services): Pick<Handlers, Own> {
  const at = async (now: Date) => ({ now, witnessOf: await witnessesOf(services) })
  return {
    listGlass: async ({ actor, db, now }) => showRequests(db, actor, await at(now)),
    askForIncident: async (asked) => askForIncident(asked, await at(asked.now)),
    agreeToGlass: async (asked) => agreeToGlass(asked, { ...(await at(asked.now)), services }),
    endGlass: async (asked) => endGlass(asked, await at(asked.now)),
  }
}

async function askForIncident(
  asked: AskedOf<'askForIncident'>,
  at: GlassMoment,
): Promise<Done<GlassList>> {
  const { actor, params, body, now, write, checkClock } = asked
  const { incidentId } = params
  const { reason } = body
  checkProof('glass.ask', { actor, now })
  await checkClock('deadline')
  return write(async (tx) => {
    const wish = { actor, action: 'glass.ask' } as const
    await actFor(tx, wish)
    const held = (await findIncident(tx, wish, incidentId)) ?? refuse('incident.unknown')
    const { operation, owner } = held.facts
    const actingFor = actsFor({ ...wish, incident: held.facts })
    const by = { by: actor.id, for: actingFor, reason, at }
    if (!(await ask(tx, { incidentId, operation, owner, ...by }))) refuse('glass.asked')
    const answer = await showRequests(tx, actor, at)
    return { answer, object: { type: 'incident', id: incidentId }, change: { reason }, actingFor }
  })
}

async function agreeToGlass(
  { actor, params: { glassId }, now, write, checkClock }: AskedOf<'agreeToGlass'>,
  { services: { hours }, ...at }: GlassMoment & { readonly services: Services },
): Promise<Done<GlassList>> {
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
      stateOf(request, at) === 'waiting' &&
      (await agree(tx, { id: glassId, by: actor.id, for: actingFor, now }))
    if (!isOpened) refuse('glass.over')
    hours.begin(glassId)
    const answer = await showRequests(tx, actor, at)
    return { answer, object: { type: 'incident', id }, change: { request: glassId }, actingFor }
  })
}

async function endGlass(
  { actor, params: { glassId }, now, write }: AskedOf<'endGlass'>,
  at: GlassMoment,
): Promise<Done<GlassList>> {
  return write(async (tx) => {
    const request = await getRequest(tx, glassId, actor)
    if (partOf(request, actor) === 'owner') refuse('glass.unknown')
    if (stateOf(request, at) === 'over') refuse('glass.over')
    await end(tx, { id: glassId, by: actor.id, now })
    const answer = await showRequests(tx, actor, at)
    const object = { type: 'incident', id: request.incident_id } as const
    return { answer, object, change: { ended: glassId } }
  })
}

/** A request in which the actor has a part; all others are as if they were not there. */
async function getRequest(tx: Db, id: string, actor: SignedInActor): Promise<StoredGlass> {
  const held = (await readAll(tx)).find((one) => one.id === id)
  return held && partOf(held, actor) ? held : refuse('glass.unknown')
}
