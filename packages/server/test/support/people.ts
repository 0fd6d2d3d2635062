import type { Actor, Grant } from '@vigil/core/policy'
import { createAccount } from '../../src/accounts/accounts.ts'
import { openSession } from '../../src/accounts/sessions.ts'
import type { Db } from '../../src/db/transaction.ts'
import type { App } from '../../src/http/services.ts'
import { seatCoChairs } from './accounts.ts'
import { Browser, type HandClock } from './client.ts'

/** Nobody signs in with it. */
const NO_PASSPHRASE = '$argon2id$v=19$m=64,t=1,p=1$none$none'

/** Somebody with these grants, signed in just now; mission and UNICEF co-chair Aldonia. */
export async function enterAs(
  { db, app, clock }: { db: Db; app: App; clock: HandClock },
  signInName: string,
  grants: readonly Grant[],
): Promise<{ actor: Actor; browser: Browser }> {
  const now = clock.now()
  await seatCoChairs(db)
  const given = { name: signInName, signInName, passphrase: NO_PASSPHRASE, grants, now }
  const account = await createAccount(db, given)
  if (!account) throw new Error(`${signInName} is there already`)
  const browser = await returnAs({ db, app, clock }, account.id)
  return { actor: { id: account.id, grants }, browser }
}

/** A further browser in which somebody signs in just now. */
export async function returnAs(
  { db, app, clock }: { db: Db; app: App; clock: HandClock },
  accountId: string,
): Promise<Browser> {
  const device = { browser: null, platform: null }
  const opening = { accountId, openedWith: 'passphrase', device, now: clock.now() } as const
  const { token } = await openSession(db, opening)
  const browser = new Browser(app)
  browser.setCookie('__Host-vigil', token)
  return browser
}
