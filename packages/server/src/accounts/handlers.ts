import type { EndpointName, ENDPOINTS } from '@vigil/contract/endpoints'
import type { Session } from '@vigil/contract/schemas'
import { checkShown, isOneTimeCode, strongestOf } from '../factors/check-shown.ts'
import { readEnrolled } from '../factors/enrolled.ts'
import { type Asked, type Done, type Handlers, nothingToWrite } from '../http/handler.ts'
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
import { enter, showSession } from './enter.ts'
import { firstGrants } from './grants.ts'
import { hashPassphrase, isOutdated } from './passphrase.ts'
import { clearToken } from './session-cookie.ts'
import { endSession } from './sessions.ts'

type AskedOf<Name extends EndpointName> = Asked<(typeof ENDPOINTS)[Name]>
type Own = 'readSession' | 'createFirstAccount' | 'signIn' | 'signOut'

/** The first account, coming by passphrase, and going. */
export function accountHandlers(services: Services): Pick<Handlers, Own> {
  return {
    readSession,
    createFirstAccount: (asked) => createFirstAccount(asked, services),
    signIn: (asked) => signIn(asked, services),
    signOut: (asked) => signOut(asked, services),
  }
}

async function readSession({ actor, db }: AskedOf<'readSession'>): Promise<Session> {
  if (actor) return showSession({ ...actor, enrolled: await readEnrolled(db, actor.id) })
  return { state: (await hasFirstAccount(db)) ? 'signedOut' : 'setup' }
}

async function createFirstAccount(
  asked: AskedOf<'createFirstAccount'>,
  { hashing }: Services,
): Promise<Done<Session>> {
  const { body, db, now, write } = asked
  if (await hasFirstAccount(db)) refuse('setup.done')
  const passphrase = await hashPassphrase(body.passphrase, hashing)
  return write(async (tx) => {
    const account = await createAccount(tx, { ...body, passphrase, grants: firstGrants(now), now })
    if (!account || !(await claimFirstAccount(tx, account.id))) return refuse('setup.done')
    const { answer, actor } = await enter(tx, { account, openedWith: 'passphrase', asked })
    return { answer, actor, object: { type: 'account', id: account.id }, change: account }
  })
}

async function signIn(asked: AskedOf<'signIn'>, services: Services): Promise<Done<Session>> {
  const { body, db, now, address, write } = asked
  if (isOneTimeCode(body.code)) await asked.checkClock('one_time_code')
  const attempt = { subject: body.signInName, address, now }
  const retryAfter = await beginAttempt(db, attempt)
  if (retryAfter > 0) refuse('session.throttled', { retryAfter })
  const found = await findAccount(db, body.signInName)
  const { passphrase, code } = body
  const shown = await checkShown(db, { account: found, passphrase, code, now }, services)
  const openedWith = strongestOf('sign_in', shown)
  const object = found && ({ type: 'account', id: found.id } as const)
  if (!found || !openedWith) return refuse('session.wrong', object && { object })
  const renewed = await hashAnew({ held: found.passphrase, passphrase }, services)
  return write(async (tx) => {
    if (!(await shown.spend(tx))) refuse('session.wrong', object && { object })
    await forgiveAttempt(tx, attempt)
    if (renewed !== null) await setPassphrase(tx, found.id, renewed)
    const account = toAccount(found)
    const { answer, actor, expiresAt } = await enter(tx, { account, openedWith, asked })
    const change = { account: found.id, expiresAt, openedWith }
    return { answer, actor, object: { type: 'session', id: actor.sessionId }, change }
  })
}

/** The hash at the cost of today, where the one that is held was made at another. */
async function hashAnew(
  { held, passphrase }: { held: string; passphrase: string },
  { hashing }: Services,
): Promise<string | null> {
  return isOutdated(held, hashing) ? hashPassphrase(passphrase, hashing) : null
}

async function signOut(asked: AskedOf<'signOut'>, { devices }: Services): Promise<Done<null>> {
  const { actor, headers, write } = asked
  headers.set('clear-site-data', '"cache", "cookies"')
  headers.append('set-cookie', clearToken())
  if (!actor) return nothingToWrite(null)
  devices.forget(actor.sessionId)
  return write(async (tx) => {
    await endSession(tx, actor.sessionId)
    const object = { type: 'session', id: actor.sessionId } as const
    return { answer: null, object, change: { account: actor.id } }
  })
}
