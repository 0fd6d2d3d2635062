import { glassState } from '@vigil/core/policy'
import { type HourWitnesses, witnessesOf } from '../glass/hours.ts'
import type { SignedInActor } from '../http/handler.ts'
import type { AppContext } from '../http/services.ts'
import { type Hour, standingOf } from '../task-force/standing.ts'
import { readToken } from './session-cookie.ts'
import { findSession } from './sessions.ts'

/** Who asks: looked up anew for every request, so that a session that was ended is of no use at once. */
export async function findActor(
  c: AppContext,
  { now, services }: { now: Date; services: HourWitnesses },
): Promise<SignedInActor | null> {
  const token = readToken(c)
  const session = token ? await findSession(services.db, { token, now }) : undefined
  if (!session) return null
  const at = { now, running: services.hours.running() }
  const { grants, hours } = await standingOf(services.db, session.account, at)
  return { ...session, grants, opened: await findOpened(hours, { now, services }) }
}

/** The incidents whose hour is not over; what it is held against is looked up where there is one. */
async function findOpened(
  hours: readonly Hour[],
  { now, services }: { now: Date; services: HourWitnesses },
): Promise<string[]> {
  if (hours.length === 0) return []
  const witnessOf = await witnessesOf(services)
  return hours
    .filter(({ id, openUntil }) => {
      const request = { waitsUntil: openUntil, openUntil, endedAt: null }
      return glassState(request, now.toISOString(), witnessOf(id)) === 'open'
    })
    .map(({ incidentId }) => incidentId)
}
