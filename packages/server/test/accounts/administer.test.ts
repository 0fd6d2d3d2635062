import { beforeEach, expect, test } from 'vitest'
import { addAccount, renewPassphrase } from '../../src/accounts/administer.ts'
import { forgetAccounts, grantOf } from '../support/accounts.ts'
import { Browser, FIRST, PASSPHRASE, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'

const { db, owner } = await freshDatabase()
const SECRETARIAT = grantOf('secretariat')
const { app, clock } = startApp(db)
beforeEach(() => forgetAccounts(owner))

async function lastEntry() {
  return db
    .selectFrom('audit_entry')
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

test('an account made by hand can sign in, and closes the first visit', async () => {
  const made = await addAccount(db, { ...FIRST, grants: [SECRETARIAT], now: clock.now() })
  expect(made).toMatchObject({ signInName: 'amina', grants: [SECRETARIAT] })
  const setup = await new Browser(app).json('POST', '/api/setup', { ...FIRST, signInName: 'b2' })
  expect(setup.status).toBe(409)
  const answer = await new Browser(app).json('POST', '/api/session', {
    signInName: 'amina',
    passphrase: PASSPHRASE,
  })
  expect(await answer.json()).toMatchObject({
    state: 'signedIn',
    capabilities: [
      'document.read',
      'document.import',
      'document.correct',
      'document.remove',
      'clause.correct',
      'letter.read',
      'letter.draft',
    ],
  })
})

test('it is in the audit log, without an actor', async () => {
  const made = await addAccount(db, { ...FIRST, grants: [], now: clock.now() })
  expect(await lastEntry()).toMatchObject({
    action: 'account.create',
    object_id: made?.id,
    actor: null,
    request_id: null,
  })
})

test('a name that somebody has is not given twice', async () => {
  const account = { ...FIRST, grants: [], now: clock.now() }
  const made = await Promise.all([addAccount(db, account), addAccount(db, account)])
  expect(made.filter((one) => one === undefined)).toHaveLength(1)
  expect(await db.selectFrom('account').select('id').execute()).toHaveLength(1)
})

test('who keeps accounts is never given a role that reads what was recorded', async () => {
  const grants = [grantOf('administrator'), grantOf('monitor')]
  const refused = addAccount(db, { ...FIRST, grants, now: clock.now() })
  await expect(refused).rejects.toMatchObject({
    key: 'refusal.account.roles',
    values: { one: 'administrator', other: 'monitor' },
  })
  expect(await db.selectFrom('account').select('id').execute()).toEqual([])
})

test('a new passphrase ends the sessions that the old one opened', async () => {
  const browser = await signUp(app)
  const passphrase = 'the tide turns twice a day'
  const renewed = await renewPassphrase(db, { signInName: 'amina', passphrase, now: clock.now() })
  expect(renewed?.signInName).toBe('amina')
  expect((await browser.get('/api/documents')).status).toBe(401)
  expect(await lastEntry()).toMatchObject({
    action: 'account.renewPassphrase',
    object_id: renewed?.id,
  })
  const signIn = (given: string) =>
    new Browser(app).json('POST', '/api/session', { signInName: 'amina', passphrase: given })
  expect((await signIn(PASSPHRASE)).status).toBe(401)
  expect((await signIn(passphrase)).status).toBe(200)
  expect(
    await renewPassphrase(db, { signInName: 'nobody', passphrase, now: clock.now() }),
  ).toBeUndefined()
})
