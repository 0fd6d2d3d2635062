import type { EndpointName, ENDPOINTS } from '@vigil/contract/endpoints'
import type { Account, Session } from '@vigil/contract/schemas'
import { capabilities, grantsInForce } from '@vigil/core/policy'
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
import {
  claimFirstAccount,
  createAccount,
  findAccount,
  hasFirstAccount,
  setPassphrase,
  toAccount,
} from './accounts.ts'
import { beginAttempt, forgiveAttempt } from './attempts.ts'
import { dayOf, firstGrants } from './grants.ts'
import { type HashingCost, hashPassphrase, isOutdated, verifyPassphrase } from './passphrase.ts'
import { clearToken, setToken } from './session-cookie.ts'
import { endSession, openSession } from './sessions.ts'

type AskedOf<Name extends EndpointName> = Asked<(typeof ENDPOINTS)[Name]>
type Own = 'readSession' | 'createFirstAccount' | 'signIn' | 'signOut'

/** The first account, coming and going. */
export function accountHandlers({ hashing }: Pick<Services, 'hashing'>): Pick<Handlers, Own> {
  return {
    readSession,
    createFirstAccount: (asked) => createFirstAccount(asked, hashing),
    signIn: (asked) => signIn(asked, hashing),
    signOut,
  }
}

async function readSession({ actor, db }: AskedOf<'readSession'>): Promise<Session> {
  if (actor) return signedIn(actor.account, actor)
  return { state: (await hasFirstAccount(db)) ? 'signedOut' : 'setup' }
}

async function createFirstAccount(
  asked: AskedOf<'createFirstAccount'>,
  hashing: HashingCost,
): Promise<Done<Session>> {
  const { body, db, now, write } = asked
  if (await hasFirstAccount(db)) refuse('setup.done')
  const passphrase = await hashPassphrase(body.passphrase, hashing)
  return write(async (tx) => {
    const account = await createAccount(tx, { ...body, passphrase, grants: firstGrants(now), now })
    if (!account || !(await claimFirstAccount(tx, account.id))) return refuse('setup.done')
    const { answer, actor } = await enter(tx, { account, asked })
    return { answer, actor, object: { type: 'account', id: account.id }, change: account }
  })
}

async function signIn(asked: AskedOf<'signIn'>, hashing: HashingCost): Promise<Done<Session>> {
  const { body, db, now, address, write } = asked
  const attempt = { signInName: body.signInName, address, now }
  const retryAfter = await beginAttempt(db, attempt)
  if (retryAfter > 0) refuse('session.throttled', { retryAfter })
  const found = await findAccount(db, body.signInName)
  const right = await verifyPassphrase(body.passphrase, found?.passphrase, hashing)
  if (!found || !right) {
    return refuse('session.wrong', found ? { object: { type: 'account', id: found.id } } : {})
  }
  const isOld = isOutdated(found.passphrase, hashing)
  const renewed = isOld ? await hashPassphrase(body.passphrase, hashing) : null
  return write(async (tx) => {
    await forgiveAttempt(tx, attempt)
    if (renewed !== null) await setPassphrase(tx, found.id, renewed)
    const { answer, actor } = await enter(tx, { account: toAccount(found), asked })
    const change = { account: found.id, expiresAt: answer.expiresAt }
    return { answer, actor, object: { type: 'session', id: actor.sessionId }, change }
  })
}

async function signOut(asked: AskedOf<'signOut'>): Promise<Done<null>> {
  const { actor, headers, write } = asked
  headers.set('clear-site-data', '"cache", "cookies"')
  headers.append('set-cookie', clearToken())
  if (!actor) return nothingToWrite(null)
  return write(async (tx) => {
    await endSession(tx, actor.sessionId)
    const object = { type: 'session', id: actor.sessionId } as const
    return { answer: null, object, change: { account: actor.id } }
  })
}

interface Entrance {
  readonly account: Account
  readonly asked: Pick<AskedOf<'signIn'>, 'actor' | 'headers' | 'now'>
}

/** Opens a session in place of the one this browser had, if any, and hands out its cookie. */
async function enter(tx: Db, { account, asked }: Entrance) {
  const { actor, headers, now } = asked
  if (actor) await endSession(tx, actor.sessionId)
  const { id, token, expiresAt } = await openSession(tx, { accountId: account.id, now })
  headers.append('set-cookie', setToken(token))
  const grants = grantsInForce(account.grants, dayOf(now))
  const answer = signedIn(account, { grants, expiresAt })
  return { answer, actor: { id: account.id, sessionId: id } }
}

function signedIn(
  account: Account,
  { grants, expiresAt }: Pick<SignedInActor, 'grants' | 'expiresAt'>,
) {
  return {
    state: 'signedIn' as const,
    account,
    capabilities: capabilities({ id: account.id, grants }),
    expiresAt: expiresAt.toISOString(),
  }
}
