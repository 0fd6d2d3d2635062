import type { HourWitnesses } from '../glass/hours.ts'
import { stillOpen } from '../glass/opened.ts'
import type { SignedInActor } from '../http/handler.ts'
import type { AppContext } from '../http/services.ts'
import { standingOf } from '../task-force/standing.ts'
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
  const opened = (await stillOpen(hours, { now, services })).map(({ incidentId }) => incidentId)
  return { ...session, grants, opened }
}
