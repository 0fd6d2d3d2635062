import { generateKeyPairSync } from 'node:crypto'
import type { PasskeyCreation } from '@vigil/contract/schemas'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { CHALLENGE_LIFE } from '../../src/factors/challenges.ts'
import type { App } from '../../src/http/services.ts'
import { forgetAccounts, grantOf } from '../support/accounts.ts'
import { Authenticator, type Lies } from '../support/authenticator.ts'
import {
  Browser,
  type HandClock,
  PASSPHRASE,
  problemOf,
  signUp,
  startApp,
} from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import {
  addPasskey,
  askToMake,
  askToSign,
  countStatuses,
  enterByPasskey,
  factorsOf,
  passkeysOf,
} from '../support/factors.ts'
import { enterAs } from '../support/people.ts'

const { db, owner } = await freshDatabase()
const MINUTE = 60_000
let app: App
let clock: HandClock
let browser: Browser

beforeEach(async () => {
  await forgetAccounts(owner)
  ;({ app, clock } = startApp(db))
  browser = await signUp(app)
})

/** What every refusal of a passkey says, but for the number of the request. */
async function refusalOf(answer: Response): Promise<object> {
  const { requestId, ...said } = await problemOf(answer)
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/)
  return said
}

async function lastEntries(count: number) {
  return db
    .selectFrom('audit_entry')
    .select(['action', 'decision', 'reason', 'object_type', 'object_id', 'actor'])
    .orderBy('seq', 'desc')
    .limit(count)
    .execute()
}

test('a passkey that was added signs in without a name, and proves who it is', async () => {
  const { device, answer } = await addPasskey(browser)
  expect(answer.status).toBe(201)
  const elsewhere = new Browser(app)
  const entered = await enterByPasskey(elsewhere, device)
  expect(entered.status).toBe(200)
  expect(await entered.json()).toMatchObject({
    state: 'signedIn',
    account: { signInName: 'amina' },
  })
  expect((await elsewhere.get('/api/documents')).status).toBe(200)
  const [passkey] = await passkeysOf(elsewhere)
  expect(passkey).toMatchObject({ name: 'Blue key', lastUsedAt: clock.now().toISOString() })
  clock.advance(6 * MINUTE)
  const stale = await browser.send('POST', '/api/own/passkeys/challenge')
  expect((await problemOf(stale)).code).toBe('access.stepUp')
  const signed = device.sign(await askToSign(browser, true))
  expect((await browser.json('POST', '/api/session/proof/passkey', signed)).status).toBe(200)
  expect((await browser.send('POST', '/api/own/passkeys/challenge')).status).toBe(200)
  expect((await lastEntries(1))[0]).toMatchObject({ action: 'session.prove', decision: 'allowed' })
})

test('the log names adding and using; the database holds no challenge', async () => {
  const { device } = await addPasskey(browser)
  await enterByPasskey(new Browser(app), device)
  expect((await lastEntries(2)).map(({ action }) => action)).toEqual([
    'session.open',
    'passkey.add',
  ])
  expect(await db.selectFrom('passkey_challenge').selectAll().execute()).toEqual([])
})

test('whoever has a passkey does not come in by the passphrase alone', async () => {
  await addPasskey(browser)
  const credentials = { signInName: 'amina', passphrase: PASSPHRASE }
  const alone = await new Browser(app).json('POST', '/api/session', credentials)
  const wrong = await new Browser(app).json('POST', '/api/session', {
    ...credentials,
    passphrase: 'not this one at all',
  })
  expect(alone.status).toBe(401)
  expect(await refusalOf(alone)).toEqual(await refusalOf(wrong))
})

describe('what is wrong is refused by one answer', () => {
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const LIES: readonly (readonly [string, Lies])[] = [
    ['another origin', { origin: 'http://localhost.example' }],
    ['another port', { origin: 'http://localhost:8080' }],
    ['https where we are reached by http', { origin: 'https://localhost' }],
    ['another relying party', { rpId: 'example.org' }],
    ['a challenge that nobody gave out', { challenge: 'A'.repeat(43) }],
    ['another ceremony', { type: 'webauthn.create' }],
    ['another key', { signWith: other }],
    ['another person', { userHandle: 'A'.repeat(22) }],
    ['nobody named', { userHandle: null }],
    ['no question to the owner of the device', { verified: false }],
    ['within the frame of another site', { crossOrigin: true }],
    ['below another site', { topOrigin: 'https://example.org' }],
  ]

  test('when it is to sign in', async () => {
    const { device } = await addPasskey(browser)
    const unknown = await refusalOf(await enterByPasskey(new Browser(app), new Authenticator()))
    expect(unknown).toMatchObject({ status: 401, code: 'passkey.refused' })
    for (const [name, lies] of LIES) {
      const stranger = new Browser(app, {
        address: `192.0.2.${LIES.findIndex(([n]) => n === name)}`,
      })
      const answer = await enterByPasskey(stranger, device, lies)
      expect([name, await refusalOf(answer)]).toEqual([name, unknown])
      expect(stranger.cookies.size).toBe(0)
    }
    clock.advance(15 * MINUTE)
    expect((await enterByPasskey(new Browser(app), device)).status).toBe(200)
  })

  test('when it is to be added', async () => {
    const wrong: readonly Lies[] = [
      ...LIES.map(([, lies]) => lies).filter(
        (lies) => !('signWith' in lies || 'userHandle' in lies || 'type' in lies),
      ),
      { type: 'webauthn.get' },
      { format: 'fido-u2f' },
      { format: 'tpm' },
    ]
    for (const lies of wrong) {
      const { answer } = await addPasskey(browser, { lies })
      expect([lies, (await problemOf(answer)).code]).toEqual([lies, 'passkey.notMade'])
    }
    expect(await passkeysOf(browser)).toEqual([])
  })
})

test('what was signed once opens nothing twice, also at the same moment', async () => {
  const { device } = await addPasskey(browser)
  device.counter = 0
  await db.updateTable('passkey').set({ counter: 0 }).execute()
  const signed = device.sign(await askToSign(new Browser(app)))
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => new Browser(app).json('POST', '/api/session/passkey', signed)),
  )
  expect(countStatuses(answers)).toEqual({ 200: 1, 401: 3 })
})

test('a challenge is good for three minutes, and for what it was asked for', async () => {
  const { device } = await addPasskey(browser)
  const late = await askToSign(new Browser(app))
  clock.advance(CHALLENGE_LIFE)
  const send = (options: typeof late, path: string) =>
    browser.json('POST', path, device.sign(options))
  expect((await send(late, '/api/session/passkey')).status).toBe(401)
  const proof = await askToSign(browser, true)
  expect((await send(proof, '/api/session/passkey')).status).toBe(401)
  const entry = await askToSign(browser)
  expect((await send(entry, '/api/session/proof/passkey')).status).toBe(401)
  const made = await askToMake(browser)
  expect((await send({ ...entry, challenge: made.challenge }, '/api/session/passkey')).status).toBe(
    401,
  )
})

test('a counter that goes backwards is refused, logged, and ends the passkey', async () => {
  const { device } = await addPasskey(browser)
  expect((await enterByPasskey(new Browser(app), device)).status).toBe(200)
  const copied = await enterByPasskey(new Browser(app), device, { counter: 1 })
  expect((await problemOf(copied)).code).toBe('passkey.refused')
  const [refused, marked] = await lastEntries(2)
  expect(refused).toMatchObject({ action: 'session.open', reason: 'passkey.refused' })
  expect(marked).toMatchObject({ action: 'passkey.suspect', object_type: 'passkey', actor: null })
  device.counter = 100
  expect((await enterByPasskey(new Browser(app), device)).status).toBe(401)
  const [passkey] = await passkeysOf(browser)
  expect(passkey?.suspectSince).toBe(clock.now().toISOString())
  const credentials = { signInName: 'amina', passphrase: PASSPHRASE }
  const alone = await new Browser(app).json('POST', '/api/session', credentials)
  expect(alone.status).toBe(401)
})

test('somebody else’s passkey proves nothing, and is not to be renamed or removed', async () => {
  const { device } = await addPasskey(browser)
  const [passkey] = await passkeysOf(browser)
  const { browser: other } = await enterAs({ db, app, clock }, 'omar', [grantOf('secretariat')])
  const signed = device.sign(await askToSign(other, true))
  const answer = await other.json('POST', '/api/session/proof/passkey', signed)
  expect((await problemOf(answer)).code).toBe('passkey.refused')
  const path = `/api/own/passkeys/${passkey?.id}`
  expect((await problemOf(await other.json('PATCH', path, { name: 'mine' }))).code).toBe(
    'passkey.unknown',
  )
  expect((await problemOf(await other.send('DELETE', path))).code).toBe('passkey.unknown')
  expect(await passkeysOf(browser)).toMatchObject([{ name: 'Blue key' }])
  const again = await addPasskey(other, { device })
  expect((await problemOf(again.answer)).code).toBe('passkey.notMade')
})

test('the last strong factor stays; of two removed at the same moment one stays', async () => {
  await addPasskey(browser, { name: 'one' })
  const [only] = await passkeysOf(browser)
  expect(only?.isRemovable).toBe(false)
  const last = await browser.send('DELETE', `/api/own/passkeys/${only?.id}`)
  expect((await problemOf(last)).code).toBe('factor.last')
  await addPasskey(browser, { name: 'other' })
  const both = await passkeysOf(browser)
  expect(both.map(({ isRemovable }) => isRemovable)).toEqual([true, true])
  const answers = await Promise.all(
    both.map(({ id }) => browser.send('DELETE', `/api/own/passkeys/${id}`)),
  )
  expect(countStatuses(answers)).toEqual({ 204: 1, 409: 1 })
  const { changes } = await factorsOf(browser)
  expect(changes.map(({ what }) => what)).toEqual([
    'passkey_removed',
    'passkey_added',
    'passkey_added',
  ])
})

test('a passkey is renamed, and one person has ten at most', async () => {
  for (let made = 0; made < 10; made += 1) await addPasskey(browser)
  const [first] = await passkeysOf(browser)
  const renamed = await browser.json('PATCH', `/api/own/passkeys/${first?.id}`, { name: ' Desk ' })
  expect(await renamed.json()).toMatchObject({ name: 'Desk' })
  const { answer } = await addPasskey(browser)
  expect((await problemOf(answer)).code).toBe('passkey.tooMany')
})

test('whom a passkey is for comes from how the server is reached, not from what a request says', async () => {
  const secure = startApp(db, { tls: true, hostName: 'vigil.example' })
  const own = new Browser(secure.app, { origin: 'https://other.example' })
  const session = browser.cookies.get('__Host-vigil') ?? ''
  own.setCookie('__Host-vigil', session)
  const spoofed = {
    host: 'other.example',
    'x-forwarded-host': 'other.example',
    origin: 'https://other.example',
  }
  const asked = await own.send('POST', '/api/own/passkeys/challenge', { headers: spoofed })
  const options: PasskeyCreation = (await asked.json()) as never
  expect(options.rp.id).toBe('vigil.example')
  const device = new Authenticator({ origin: 'https://other.example' })
  const made = device.make(options)
  const refused = await own.json('POST', '/api/own/passkeys', { name: 'x', made })
  expect((await problemOf(refused)).code).toBe('passkey.notMade')
  const right = new Authenticator({ origin: 'https://vigil.example' })
  expect((await addPasskey(own, { device: right })).answer.status).toBe(201)
  const bare = startApp(db, { tls: true, hostName: null })
  const nameless = new Browser(bare.app, { origin: 'https://192.0.2.1' })
  const answer = await nameless.send('POST', '/api/session/challenge')
  expect((await problemOf(answer)).code).toBe('passkey.noName')
})

test('attempts with a passkey are slowed down, by it and by address', async () => {
  const { device } = await addPasskey(browser)
  const attempts = Array.from({ length: 30 }, (_, at) =>
    at % 2 === 0 ? device : new Authenticator(),
  )
  const statuses = []
  for (const one of attempts) {
    const stranger = new Browser(app, { address: '198.51.100.7' })
    statuses.push((await enterByPasskey(stranger, one, { origin: 'http://evil.example' })).status)
  }
  expect(statuses.filter((status) => status === 401)).toHaveLength(20)
  expect(statuses.filter((status) => status === 429)).toHaveLength(10)
  expect((await enterByPasskey(new Browser(app), device)).status).toBe(200)
})

test('whatever bytes come, the answer is a refusal', async () => {
  const { device } = await addPasskey(browser)
  const options = await askToSign(browser)
  const honest = device.sign(options)
  const garbage = fc
    .uint8Array({ minLength: 1, maxLength: 300 })
    .map((bytes) => Buffer.from(bytes).toString('base64url'))
  const part = fc.constantFrom('clientDataJSON', 'authenticatorData', 'signature')
  await fc.assert(
    fc.asyncProperty(part, garbage, async (name, bytes) => {
      const response = { ...honest.response, [name]: bytes }
      const stranger = new Browser(app)
      const path = '/api/session/proof/passkey'
      const { status } = await browser.json('POST', path, { ...honest, response })
      expect([401, 429]).toContain(status)
      const made = {
        ...honest,
        response: { clientDataJSON: honest.response.clientDataJSON, attestationObject: bytes },
      }
      const added = await browser.json('POST', '/api/own/passkeys', { name: 'x', made })
      expect(added.status).toBe(422)
      expect(stranger.cookies.size).toBe(0)
    }),
    { numRuns: 20 },
  )
})
