import { Session } from '@vigil/contract/schemas'
import { beforeEach, expect, test } from 'vitest'
import { IDLE, LONGEST } from '../../src/accounts/sessions.ts'
import type { App } from '../../src/http/services.ts'
import { asOwner, forgetAccounts } from '../support/accounts.ts'
import {
  Browser,
  FIRST,
  type HandClock,
  PASSPHRASE,
  problemOf,
  signUp,
  startApp,
} from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'

const { db, owner } = await freshDatabase()
const CREDENTIALS = { signInName: 'amina', passphrase: PASSPHRASE }
const COOKIE = '__Host-vigil'
let app: App
let clock: HandClock

beforeEach(async () => {
  await forgetAccounts(owner)
  ;({ app, clock } = startApp(db))
})

async function stateOf(browser: Browser): Promise<string> {
  const answer = await browser.get('/api/session')
  expect(answer.status).toBe(200)
  return Session.parse(await answer.json()).state
}

function signIn(browser: Browser, more: object = {}): Promise<Response> {
  return browser.json('POST', '/api/session', { ...CREDENTIALS, ...more })
}

test('the first visit makes the first account, which may do all there is, and is signed in', async () => {
  const browser = new Browser(app)
  expect(await stateOf(browser)).toBe('setup')
  const answer = await browser.json('POST', '/api/setup', FIRST)
  expect(answer.status).toBe(201)
  const session = Session.parse(await answer.json())
  expect(session).toMatchObject({
    state: 'signedIn',
    account: {
      name: FIRST.name,
      signInName: 'amina',
      grants: [{ role: 'administrator' }, { role: 'secretariat' }],
    },
  })
  expect(await stateOf(browser)).toBe('signedIn')
  expect(await stateOf(new Browser(app))).toBe('signedOut')
})

test('there is only one first account, also when eight visitors make it at the same moment', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      new Browser(app).json('POST', '/api/setup', { ...FIRST, signInName: `visitor${index}` }),
    ),
  )
  expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([
    201,
    ...Array(7).fill(409),
  ])
  const accounts = await db.selectFrom('account').select('sign_in_name').execute()
  expect(accounts).toHaveLength(1)
  expect(await db.selectFrom('session').select('id').execute()).toHaveLength(1)
  const late = await new Browser(app).json('POST', '/api/setup', FIRST)
  expect((await problemOf(late)).code).toBe('setup.done')
})

test('a first account that loses the race for its own name is told so, not that the server failed', async () => {
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => new Browser(app).json('POST', '/api/setup', FIRST)),
  )
  expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([
    201, 409, 409, 409,
  ])
})

test('a passphrase must be long and not the first that others would try', async () => {
  for (const [passphrase, says] of [
    ['fourteen signs', 'at least 15 characters'],
    ['passwordpassword', 'first that others would try'],
    ['aaaaaaaaaaaaaaaaaaaa', 'first that others would try'],
  ] as const) {
    const answer = await new Browser(app).json('POST', '/api/setup', { ...FIRST, passphrase })
    const { code, fields } = await problemOf(answer)
    expect(code).toBe('request.invalid')
    expect(fields).toMatchObject([{ path: 'passphrase', message: expect.stringContaining(says) }])
  }
  expect(await stateOf(new Browser(app))).toBe('setup')
})

test('the cookie is strict, and the database keeps only the hash of its token', async () => {
  const answer = await new Browser(app).json('POST', '/api/setup', FIRST)
  const [cookie = ''] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/^__Host-vigil=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  const [, token = ''] = /=([\w-]{43});/.exec(cookie) ?? []
  const { rows } = await asOwner(owner, 'select session::text as row from session')
  expect(rows).toHaveLength(1)
  const row = String(rows[0]?.row)
  expect(row).not.toContain(token)
  expect(row).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
})

test('signing in takes the right passphrase, in whatever form its accents come', async () => {
  const passphrase = 'été comme hiver, la lampe brûle'
  await new Browser(app).json('POST', '/api/setup', { ...FIRST, passphrase })
  const browser = new Browser(app)
  expect((await signIn(browser, { passphrase: passphrase.normalize('NFD') })).status).toBe(200)
  expect(await stateOf(browser)).toBe('signedIn')
  const capital = await signIn(new Browser(app), { signInName: ' Amina ', passphrase })
  expect(capital.status).toBe(200)
})

test('a wrong passphrase and an unknown name are answered alike', async () => {
  await signUp(app)
  const browser = new Browser(app)
  const wrong = await signIn(browser, { passphrase: 'not this one at all' })
  const unknown = await signIn(browser, { signInName: 'nobody' })
  expect([wrong.status, unknown.status]).toEqual([401, 401])
  const one = await problemOf(wrong)
  const other = await problemOf(unknown)
  expect({ ...one, requestId: '' }).toEqual({ ...other, requestId: '' })
  expect(browser.cookies.has(COOKIE)).toBe(false)
})

test('signing out ends the session at once, for every holder of its cookie', async () => {
  const browser = await signUp(app)
  const copy = new Browser(app)
  copy.setCookie(COOKIE, browser.cookies.get(COOKIE) ?? '')
  expect(await stateOf(copy)).toBe('signedIn')
  const answer = await browser.send('DELETE', '/api/session')
  expect(answer.status).toBe(204)
  expect(answer.headers.get('clear-site-data')).toBe('"cache", "cookies"')
  expect(browser.cookies.has(COOKIE)).toBe(false)
  expect(await stateOf(copy)).toBe('signedOut')
  expect((await copy.get('/api/documents')).status).toBe(401)
  expect((await browser.send('DELETE', '/api/session')).status).toBe(204)
})

test('signing in again leaves no session of the same browser behind', async () => {
  const browser = await signUp(app)
  expect((await signIn(browser)).status).toBe(200)
  expect(await db.selectFrom('session').select('id').execute()).toHaveLength(1)
})

test('a session ends an hour after its last use', async () => {
  const browser = await signUp(app)
  for (let hour = 0; hour < 3; hour += 1) {
    clock.advance(IDLE - 1)
    expect(await stateOf(browser)).toBe('signedIn')
  }
  clock.advance(IDLE)
  expect(await stateOf(browser)).toBe('signedOut')
})

test('a session ends after eight hours, however much it is used', async () => {
  const browser = await signUp(app)
  const until = clock.now().getTime() + LONGEST
  while (clock.now().getTime() < until - 1) {
    clock.advance(Math.min(IDLE / 2, until - 1 - clock.now().getTime()))
    expect(await stateOf(browser)).toBe('signedIn')
  }
  clock.advance(1)
  expect(await stateOf(browser)).toBe('signedOut')
})

test('a cookie that nobody was given opens nothing', async () => {
  await signUp(app)
  for (const token of ['x', 'A'.repeat(43), '%00', 'é'.repeat(40)]) {
    const browser = new Browser(app)
    browser.setCookie(COOKIE, encodeURIComponent(token))
    expect(await stateOf(browser)).toBe('signedOut')
  }
})

test('a passphrase hashed at an older cost is hashed anew when it is next used', async () => {
  await signUp(app)
  const cheap = '$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$' // salt "saltsalt"
  const { argon2Sync } = await import('node:crypto')
  const tag = argon2Sync('argon2id', {
    message: Buffer.from(PASSPHRASE),
    nonce: Buffer.from('saltsalt'),
    memory: 8,
    passes: 1,
    parallelism: 1,
    tagLength: 32,
  })
  const hash = cheap + tag.toString('base64').replaceAll('=', '')
  await db.updateTable('account').set({ passphrase: hash }).execute()
  expect((await signIn(new Browser(app))).status).toBe(200)
  const { passphrase } = await db
    .selectFrom('account')
    .select('passphrase')
    .executeTakeFirstOrThrow()
  expect(passphrase).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/)
  expect((await signIn(new Browser(app))).status).toBe(200)
})
