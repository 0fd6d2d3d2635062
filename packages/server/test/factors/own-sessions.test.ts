import type { OwnSession } from '@vigil/contract/schemas'
import { beforeEach, expect, test } from 'vitest'
import { endGrants } from '../../src/accounts/grants.ts'
import { IDLE } from '../../src/accounts/sessions.ts'
import type { App } from '../../src/http/services.ts'
import { forgetAccounts, grantOf } from '../support/accounts.ts'
import {
  Browser,
  type HandClock,
  PASSPHRASE,
  problemOf,
  signUp,
  startApp,
} from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { addPasskey, enterByPasskey } from '../support/factors.ts'
import { enterAs } from '../support/people.ts'

const { db, owner } = await freshDatabase()
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'
let app: App
let clock: HandClock
let browser: Browser

beforeEach(async () => {
  await forgetAccounts(owner)
  ;({ app, clock } = startApp(db))
  browser = await signUp(app)
})

async function sessionsOf(who: Browser): Promise<OwnSession[]> {
  const answer = await who.get('/api/own/sessions')
  return ((await answer.json()) as { items: OwnSession[] }).items
}

async function enterFromFirefox(): Promise<Browser> {
  const other = new Browser(app)
  const headers = { 'content-type': 'application/json', 'user-agent': FIREFOX }
  const body = JSON.stringify({ signInName: 'amina', passphrase: PASSPHRASE })
  await other.send('POST', '/api/session', { headers, body })
  return other
}

test('my sessions tell device, times and which one this is; nothing else of the browser is kept', async () => {
  clock.advance(60_000)
  const other = await enterFromFirefox()
  const sessions = await sessionsOf(other)
  expect(sessions).toMatchObject([
    { browser: 'Firefox', platform: 'Linux', isThis: true, openedWith: 'passphrase' },
    { browser: null, platform: null, isThis: false },
  ])
  const rows = await db.selectFrom('session').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain('Gecko')
})

test('one session is ended at once, wherever it is', async () => {
  const other = await enterFromFirefox()
  const [theirs] = (await sessionsOf(browser)).filter(({ isThis }) => !isThis)
  expect((await browser.send('DELETE', `/api/own/sessions/${theirs?.id}`)).status).toBe(204)
  expect((await other.get('/api/own/sessions')).status).toBe(401)
  const again = await browser.send('DELETE', `/api/own/sessions/${theirs?.id}`)
  expect((await problemOf(again)).code).toBe('session.unknown')
})

test('all others are ended, this one stays, and those of other people', async () => {
  const others = [await enterFromFirefox(), await enterFromFirefox()]
  const { browser: omar } = await enterAs({ db, app, clock }, 'omar', [grantOf('secretariat')])
  expect((await browser.send('DELETE', '/api/own/sessions')).status).toBe(204)
  for (const other of others) expect((await other.get('/api/own/sessions')).status).toBe(401)
  expect(await sessionsOf(browser)).toHaveLength(1)
  expect(await sessionsOf(omar)).toHaveLength(1)
})

test('nobody sees or ends a session of somebody else', async () => {
  const { browser: omar } = await enterAs({ db, app, clock }, 'omar', [grantOf('secretariat')])
  const [mine] = await sessionsOf(browser)
  const answer = await omar.send('DELETE', `/api/own/sessions/${mine?.id}`)
  expect((await problemOf(answer)).code).toBe('session.unknown')
  expect(await sessionsOf(browser)).toHaveLength(1)
})

test('a session that has ended is not in the list', async () => {
  await enterFromFirefox()
  clock.advance(IDLE - 1)
  expect(await sessionsOf(browser)).toHaveLength(2)
  clock.advance(IDLE - 1)
  expect(await sessionsOf(browser)).toHaveLength(1)
})

test('a token that was there before signing in is worth nothing afterwards', async () => {
  const { device } = await addPasskey(browser)
  const victim = new Browser(app)
  victim.setCookie('__Host-vigil', 'A'.repeat(43))
  expect((await enterByPasskey(victim, device)).status).toBe(200)
  expect(victim.cookies.get('__Host-vigil')).not.toBe('A'.repeat(43))
  const attacker = new Browser(app)
  attacker.setCookie('__Host-vigil', 'A'.repeat(43))
  expect((await attacker.get('/api/own/sessions')).status).toBe(401)
})

test('a role that was taken away is gone with the next request', async () => {
  const { actor, browser: omar } = await enterAs({ db, app, clock }, 'omar', [
    grantOf('secretariat'),
  ])
  expect((await omar.get('/api/documents')).status).toBe(200)
  await endGrants(db, { accountId: actor.id, roles: ['secretariat'], now: clock.now() })
  expect((await problemOf(await omar.get('/api/documents'))).code).toBe('access.denied')
  expect((await omar.get('/api/own/sessions')).status).toBe(200)
})
