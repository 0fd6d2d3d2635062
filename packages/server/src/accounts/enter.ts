import type { Account, Session } from '@vigil/contract/schemas'
import { describeDevice, type Enrolled, type Factor, nextToEnrol } from '@vigil/core/factors'
import { capabilities } from '@vigil/core/policy'
import type { AuditActor } from '../audit/record.ts'
import type { Db } from '../db/transaction.ts'
import { readEnrolled } from '../factors/enrolled.ts'
import type { SignedInActor } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import { provenUntil } from '../policy/obligations.ts'
import { standingOf } from '../task-force/standing.ts'
import { holdOpen } from './accounts.ts'
import { setToken } from './session-cookie.ts'
import { endSession, openSession, provenAtOpening } from './sessions.ts'

/** Who comes in, by what, and the request that they come by. */
export interface Entrance {
  readonly account: Account
  readonly openedWith: Factor
  readonly asked: {
    readonly actor: SignedInActor | null
    readonly headers: Headers
    readonly now: Date
    readonly userAgent: string
  }
}

/**
 * Opens a session in place of the one this browser had, if any, and hands out its cookie. Every way of
 * signing in ends here, once what was shown suffices (`suffices` of core/factors).
 */
export async function enter(
  tx: Db,
  { account, openedWith, asked }: Entrance,
): Promise<{ answer: Session; actor: AuditActor; expiresAt: string }> {
  const { actor, headers, now, userAgent } = asked
  if (!(await holdOpen(tx, account.id))) refuse('session.wrong')
  if (actor) await endSession(tx, actor.sessionId)
  const device = describeDevice(userAgent)
  const opening = { accountId: account.id, openedWith, device, now }
  const { id, token, expiresAt } = await openSession(tx, opening)
  headers.append('set-cookie', setToken(token))
  const { grants } = await standingOf(tx, account, { now })
  const enrolled = await readEnrolled(tx, account.id)
  const answer = showSession({
    account,
    grants,
    expiresAt,
    enrolled,
    provenAt: provenAtOpening(opening),
  })
  return {
    answer,
    actor: { id: account.id, sessionId: id },
    expiresAt: expiresAt.toISOString(),
  }
}

interface Shown extends Pick<SignedInActor, 'account' | 'grants' | 'expiresAt' | 'provenAt'> {
  readonly enrolled: Enrolled
}

/** The session as the browser is told of it. */
export function showSession({ account, grants, enrolled, ...times }: Shown): Session {
  return {
    state: 'signedIn',
    account,
    capabilities: capabilities({ id: account.id, grants }),
    strong: [
      ...(enrolled.passkeys > 0 ? (['passkey'] as const) : []),
      ...(enrolled.hasTotp ? (['totp'] as const) : []),
    ],
    toEnrol: nextToEnrol(enrolled),
    provenUntil: provenUntil(times).toISOString(),
    expiresAt: times.expiresAt.toISOString(),
  }
}
