import type { Db } from '../db/transaction.ts'
import type { SignedInActor } from '../http/handler.ts'
import type { AppContext } from '../http/services.ts'
import { standingOf } from '../task-force/standing.ts'
import { readToken } from './session-cookie.ts'
import { findSession } from './sessions.ts'

/** Who asks: looked up anew for every request, so that a session that was ended is of no use at once. */
export async function findActor(
  c: AppContext,
  { db, now }: { db: Db; now: Date },
): Promise<SignedInActor | null> {
  const token = readToken(c)
  const session = token ? await findSession(db, { token, now }) : undefined
  return session ? { ...session, ...(await standingOf(db, session.account, now)) } : null
}
