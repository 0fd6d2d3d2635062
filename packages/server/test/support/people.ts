import type { Actor, Grant } from '@vigil/core/policy'
import { createAccount } from '../../src/accounts/accounts.ts'
import { openSession } from '../../src/accounts/sessions.ts'
import type { Db } from '../../src/db/transaction.ts'
import type { App } from '../../src/http/services.ts'
import { Browser, type HandClock } from './client.ts'

/** Nobody signs in with it. */
const NO_PASSPHRASE = '$argon2id$v=19$m=64,t=1,p=1$none$none'

/** Somebody with these grants, signed in just now. */
export async function enterAs(
  { db, app, clock }: { db: Db; app: App; clock: HandClock },
  signInName: string,
  grants: readonly Grant[],
): Promise<{ actor: Actor; browser: Browser }> {
  const now = clock.now()
  const given = { name: signInName, signInName, passphrase: NO_PASSPHRASE, grants, now }
  const account = await createAccount(db, given)
  if (!account) throw new Error(`${signInName} is there already`)
  const device = { browser: null, platform: null }
  const opening = { accountId: account.id, openedWith: 'passphrase', device, now } as const
  const { token } = await openSession(db, opening)
  const browser = new Browser(app)
  browser.setCookie('__Host-vigil', token)
  return { actor: { id: account.id, grants }, browser }
}
