import type { EndpointName, ENDPOINTS } from '@vigil/contract/endpoints'
import type { PasskeyRequest, Session } from '@vigil/contract/schemas'
import type { Factor } from '@vigil/core/factors'
import { getAccountById, toAccount } from '../accounts/accounts.ts'
import { beginAttempt, forgiveAttempt } from '../accounts/attempts.ts'
import { enter, showSession } from '../accounts/enter.ts'
import { proveSession } from '../accounts/sessions.ts'
import type { Db } from '../db/transaction.ts'
import {
  type Asked,
  type Done,
  type Handlers,
  nothingToWrite,
  type SignedInActor,
} from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import type { Services } from '../http/services.ts'
import { makeChallenge } from './challenges.ts'
import { checkShown, isOneTimeCode, strongestOf } from './check-shown.ts'
import { readEnrolled } from './enrolled.ts'
import { listPasskeys, useUp } from './passkeys.ts'
import { presentPasskey, requestOf } from './present.ts'
import { getRelyingParty } from './relying-party.ts'

type AskedOf<Name extends EndpointName> = Asked<(typeof ENDPOINTS)[Name]>
type Own =
  | 'beginPasskeySignIn'
  | 'signInByPasskey'
  | 'beginPasskeyProof'
  | 'proveByPasskey'
  | 'prove'

/** Coming in by a passkey, and showing afresh that it is still oneself. */
export function signInHandlers(services: Services): Pick<Handlers, Own> {
  return {
    beginPasskeySignIn: (asked) => beginSignIn(asked, services),
    signInByPasskey: (asked) => signInByPasskey(asked, services),
    beginPasskeyProof: (asked) => beginProof(asked, services),
    proveByPasskey: (asked) => proveByPasskey(asked, services),
    prove: (asked) => prove(asked, services),
  }
}

async function beginSignIn(
  { db, now, address, port }: AskedOf<'beginPasskeySignIn'>,
  services: Services,
): Promise<Done<PasskeyRequest>> {
  const party = getRelyingParty(services, port)
  const challenger = { purpose: 'sign_in', sessionId: null, address, now } as const
  return nothingToWrite(requestOf(party, { challenge: await makeChallenge(db, challenger) }))
}

async function signInByPasskey(
  asked: AskedOf<'signInByPasskey'>,
  services: Services,
): Promise<Done<Session>> {
  const { now, write } = asked
  const party = getRelyingParty(services, asked.port)
  const { held, counter, attempt } = await presentPasskey(asked, { purpose: 'sign_in', party })
  return write(async (tx) => {
    if (!(await useUp(tx, { passkey: held, counter, now }))) refuse('passkey.refused')
    await forgiveAttempt(tx, attempt)
    const account = toAccount(await getAccountById(tx, held.account_id))
    const entered = await enter(tx, { account, openedWith: 'passkey', asked })
    const { answer, actor, expiresAt } = entered
    const change = { account: account.id, expiresAt, openedWith: 'passkey', passkey: held.id }
    return { answer, actor, object: { type: 'session', id: actor.sessionId }, change }
  })
}

async function beginProof(
  { actor, db, now, address, port }: AskedOf<'beginPasskeyProof'>,
  services: Services,
): Promise<Done<PasskeyRequest>> {
  const party = getRelyingParty(services, port)
  const { sessionId } = actor
  const challenge = await makeChallenge(db, { purpose: 'prove', sessionId, address, now })
  return nothingToWrite(requestOf(party, { challenge, known: await listPasskeys(db, actor.id) }))
}

async function proveByPasskey(
  asked: AskedOf<'proveByPasskey'>,
  services: Services,
): Promise<Done<Session>> {
  const { actor, now, write } = asked
  const party = getRelyingParty(services, asked.port)
  const { held, counter, attempt } = await presentPasskey(asked, { purpose: 'prove', party, actor })
  return write(async (tx) => {
    if (!(await useUp(tx, { passkey: held, counter, now }))) refuse('passkey.refused')
    await forgiveAttempt(tx, attempt)
    return noteProof(tx, { actor, now, by: 'passkey' })
  })
}

async function prove(asked: AskedOf<'prove'>, services: Services): Promise<Done<Session>> {
  const { actor, body, db, now, address, write } = asked
  if (isOneTimeCode(body.code)) await asked.checkClock('one_time_code')
  const attempt = { subject: actor.account.signInName, address, now }
  const retryAfter = await beginAttempt(db, attempt)
  if (retryAfter > 0) refuse('session.throttled', { retryAfter })
  const account = await getAccountById(db, actor.id)
  const { passphrase, code } = body
  const shown = await checkShown(db, { account, passphrase, code, now }, services)
  const by = strongestOf('step_up', shown)
  const object = { type: 'session', id: actor.sessionId } as const
  if (!by) return refuse('session.wrong', { object })
  return write(async (tx) => {
    if (!(await shown.spend(tx))) refuse('session.wrong', { object })
    await forgiveAttempt(tx, attempt)
    return noteProof(tx, { actor, now, by })
  })
}

async function noteProof(
  tx: Db,
  { actor, now, by }: { actor: SignedInActor; now: Date; by: Factor },
) {
  await proveSession(tx, { sessionId: actor.sessionId, now })
  const enrolled = await readEnrolled(tx, actor.id)
  return {
    answer: showSession({ ...actor, provenAt: now, enrolled }),
    object: { type: 'session', id: actor.sessionId } as const,
    change: { by },
  }
}
