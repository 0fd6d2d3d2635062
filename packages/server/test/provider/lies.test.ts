import { generateKeyPairSync } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { App } from '../../src/http/services.ts'
import { Browser, problemOf, signUp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { CLIENT, type Lies, LyingProvider } from '../support/lying-provider.ts'
import { addressFrom, enterByProvider, linkThere, startTrusting } from '../support/provider.ts'

const { db } = await freshDatabase()
const provider = await LyingProvider.start()
const { app, clock } = startTrusting(db, provider.settings())
const amina = await signUp(app)
const linked = await linkThere(amina, provider)

let arrived = 0
const HOUR = 3600
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const publicPem = provider.publicKey.export({ type: 'spki', format: 'pem' }).toString()

const JSON_TYPE = { 'content-type': 'application/json' }
const DISCOVERY = '/.well-known/openid-configuration'

beforeEach(() => {
  provider.lies = {}
  clock.advance(HOUR * 1000)
})

/** Somebody at an address of their own, since failures are counted by address. */
function newcomer(at: App): Browser {
  arrived += 1
  return new Browser(at, { address: `10.0.${Math.floor(arrived / 250)}.${arrived % 250}` })
}

async function countSessions(): Promise<number> {
  return (await db.selectFrom('session').select('id').execute()).length
}

const LIES: readonly (readonly [string, Lies])[] = [
  ['the answer of another provider (mix-up)', { answer: { iss: 'https://other.example' } }],
  ['an answer without the issuer that was promised', { answer: { iss: null } }],
  ['another issuer', { claims: { iss: 'https://other.example' } }],
  ['another audience', { claims: { aud: 'another-client' } }],
  ['several audiences, for another of them', { claims: { aud: ['vigil', 'x'], azp: 'x' } }],
  ['another nonce', { claims: { nonce: 'n'.repeat(43) } }],
  ['no nonce', { claims: { nonce: null } }],
  ['no signature (alg none)', { alg: 'none' }],
  ['a signature by the client secret', { alg: 'HS256', macWith: CLIENT.secret }],
  ['a signature by the public key as a secret', { alg: 'HS256', macWith: publicPem }],
  ['a signature by another key', { signWith: stranger }],
  ['a key that is not published', { kid: 'key-2', signWith: stranger }],
  ['an algorithm that the signature is not of', { alg: 'ES256' }],
  ['a token that has run out', { claims: { exp: Math.floor(Date.now() / 1000) - HOUR } }],
  ['a token that never runs out', { claims: { exp: null } }],
  ['a token about nobody', { claims: { sub: null } }],
  ['a token about the empty name', { claims: { sub: '' } }],
  ['somebody who signed in hours ago', { claims: { auth_time: 1_700_000_000 } }],
  ['no word of when somebody signed in', { claims: { auth_time: null } }],
  ['no token', { withoutToken: true }],
  ['another state', { answer: { state: 'sign_in.another' } }],
  ['no state', { answer: { state: null } }],
  ['a code that it never gave', { answer: { code: 'made-up' } }],
  ['that the person said no', { answer: { code: null, error: 'access_denied' } }],
]

describe('a provider that says what is not so', () => {
  test.each(LIES)('signs nobody in: %s', async (name, lies) => {
    const before = await countSessions()
    provider.lies = lies
    const browser = newcomer(app)
    const problem = await problemOf(await enterByProvider(browser, provider))
    expect([name, problem.code]).toEqual([name, 'provider.wrong'])
    expect(browser.cookies.has('__Host-vigil')).toBe(false)
    expect(await countSessions()).toBe(before)
  })

  test('signs somebody in once it tells the truth', async () => {
    expect(linked.status).toBe(204)
    expect((await enterByProvider(newcomer(app), provider)).status).toBe(200)
  })

  test.each([
    ['that it is another one', { issuer: 'https://other.example' }],
    ['that its page is elsewhere', { authorization_endpoint: 'https://other.example/authorize' }],
    ['that its page is a script', { authorization_endpoint: 'javascript:alert(1)//' }],
  ])('leads nobody anywhere: it says %s', async (_, metadata) => {
    provider.lies = { metadata }
    const trusting = startTrusting(db, provider.settings())
    const answer = await newcomer(trusting.app).json('POST', '/api/session/provider', {})
    expect((await problemOf(answer)).code).toBe('provider.away')
  })

  test.each([
    ['tokens', { token_endpoint: 'http://127.0.0.2:9/token' }, 'provider.away'],
    ['keys', { jwks_uri: 'http://127.0.0.2:9/keys' }, 'provider.away'],
    [
      'no signature but none',
      { id_token_signing_alg_values_supported: ['none'] },
      'provider.wrong',
    ],
  ])('leads the server nowhere: it says that it has %s', async (_, metadata, code) => {
    provider.lies = { metadata, ...(code === 'provider.wrong' && { alg: 'none' }) }
    const trusting = startTrusting(db, provider.settings())
    const answer = await enterByProvider(newcomer(trusting.app), provider)
    expect((await problemOf(answer)).code).toBe(code)
  })
})

describe('a provider that cannot be asked', () => {
  type Mishap = (answer: ServerResponse, giveUp: () => void) => void
  const MISHAPS: readonly (readonly [string, Mishap])[] = [
    ['says nothing', (_, giveUp) => giveUp()],
    [
      'begins and does not end',
      (answer, giveUp) => void answer.writeHead(200, JSON_TYPE).write('{', giveUp),
    ],
    ['hangs up', (answer) => void answer.destroy()],
    ['has a fault', (answer) => void answer.writeHead(500).end('{}')],
    [
      'leads on to elsewhere',
      (answer) => void answer.writeHead(302, { location: 'http://127.0.0.2:9/' }).end(),
    ],
    [
      'talks without end',
      (answer) => void answer.writeHead(200, JSON_TYPE).end(`"${'x'.repeat(300_000)}"`),
    ],
  ]

  test.each(MISHAPS)('is one sentence, and nothing half-made: it %s', async (_, happens) => {
    const before = await countSessions()
    for (const path of [DISCOVERY, '/token', '/keys']) {
      const trusting = startTrusting(db, provider.settings())
      const browser = newcomer(trusting.app)
      const { giveUp } = trusting
      provider.lies = { instead: { path, happens: (to) => happens(to, giveUp) } }
      const answer =
        path === DISCOVERY
          ? await browser.json('POST', '/api/session/provider', {})
          : await enterByProvider(browser, provider)
      expect([path, (await problemOf(answer)).code]).toEqual([path, 'provider.away'])
      expect(browser.cookies.has('__Host-vigil')).toBe(false)
    }
    expect(await countSessions()).toBe(before)
    expect(await db.selectFrom('provider_flow').selectAll().execute()).toEqual([])
  })

  test('is asked again after a while, and not before, however many ask', async () => {
    const trusting = startTrusting(db, provider.settings())
    const browser = newcomer(trusting.app)
    const begin = () => browser.json('POST', '/api/session/provider', {})
    provider.lies = { instead: { path: DISCOVERY, happens: (answer) => answer.destroy() } }
    provider.asked = []
    for (let times = 0; times < 5; times += 1) expect((await begin()).status).toBe(503)
    expect(provider.asked).toEqual([DISCOVERY])
    provider.lies = {}
    trusting.clock.advance(5000)
    expect(await addressFrom(browser)).toContain(provider.issuer)
  })
})

describe('whatever comes back', () => {
  const RUNS = process.env['VIGIL_TORTURE'] === '1' ? 1000 : 15
  const someJson = fc.oneof(fc.json({ maxDepth: 3 }), fc.string({ maxLength: 200 }))

  test('with the browser is refused', async () => {
    const before = await countSessions()
    const somePair = fc.tuple(fc.constantFrom('code', 'state', 'iss', 'error', 'x'), fc.string())
    const someAnswer = fc.oneof(
      fc.string({ minLength: 1, maxLength: 300 }),
      fc.array(somePair, { minLength: 1 }).map((pairs) => new URLSearchParams(pairs).toString()),
    )
    await fc.assert(
      fc.asyncProperty(someAnswer, async (answer) => {
        const browser = newcomer(app)
        await addressFrom(browser)
        const returned = await browser.json('POST', '/api/session/provider/return', { answer })
        expect((await problemOf(returned)).code).toBe('provider.wrong')
      }),
      { numRuns: RUNS },
    )
    expect(await countSessions()).toBe(before)
  })

  test('from the provider is refused', async () => {
    const before = await countSessions()
    const somePath = fc.constantFrom(DISCOVERY, '/token', '/keys')
    await fc.assert(
      fc.asyncProperty(somePath, someJson, async (path, text) => {
        const trusting = startTrusting(db, provider.settings())
        const browser = newcomer(trusting.app)
        const happens = (answer: ServerResponse) => void answer.writeHead(200, JSON_TYPE).end(text)
        provider.lies = { instead: { path, happens } }
        const answer =
          path === DISCOVERY
            ? await browser.json('POST', '/api/session/provider', {})
            : await enterByProvider(browser, provider)
        expect(['provider.away', 'provider.wrong']).toContain((await problemOf(answer)).code)
      }),
      { numRuns: RUNS },
    )
    expect(await countSessions()).toBe(before)
  })
})
