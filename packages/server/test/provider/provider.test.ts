import { beforeEach, describe, expect, test } from 'vitest'
import type { App } from '../../src/http/services.ts'
import { removeEveryFactor } from '../../src/factors/remove-all.ts'
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
import { addPasskey, countStatuses, factorsOf } from '../support/factors.ts'
import { LyingProvider } from '../support/lying-provider.ts'
import { enterAs } from '../support/people.ts'
import { addressFrom, enterByProvider, linkThere, startTrusting } from '../support/provider.ts'

const { db, owner } = await freshDatabase()
const provider = await LyingProvider.start()
const MINUTE = 60_000
const RETURN = '/api/session/provider/return'
let app: App
let clock: HandClock
let amina: Browser

beforeEach(async () => {
  await forgetAccounts(owner)
  provider.claims = { sub: 'amina-there' }
  ;({ app, clock } = startTrusting(db, provider.settings()))
  amina = await signUp(app)
})

async function lastEntries(count: number) {
  return db
    .selectFrom('audit_entry')
    .select(['action', 'decision', 'reason', 'object_type'])
    .orderBy('seq', 'desc')
    .limit(count)
    .execute()
}

async function codeOf(answer: Response): Promise<string> {
  return (await problemOf(answer)).code
}

describe('an account at the identity provider', () => {
  test('that its owner linked signs them in; the log and they themselves see all of it', async () => {
    expect((await linkThere(amina, provider)).status).toBe(204)
    expect((await lastEntries(1))[0]).toMatchObject({
      action: 'provider.link',
      decision: 'allowed',
    })
    const browser = new Browser(app)
    const entered = await enterByProvider(browser, provider)
    expect(await entered.json()).toMatchObject({
      session: { state: 'signedIn', account: { signInName: 'amina' } },
      to: null,
    })
    expect(browser.cookies.has('__Host-vigil-provider')).toBe(false)
    expect((await lastEntries(1))[0]).toMatchObject({ action: 'session.open', decision: 'allowed' })
    const { provider: shown, changes } = await factorsOf(browser)
    const now = clock.now().toISOString()
    expect(shown).toEqual({
      name: 'Example Mission',
      isOffered: true,
      link: { linkedAt: now, lastUsedAt: now },
    })
    expect(changes[0]).toMatchObject({ what: 'provider_linked', name: 'Example Mission' })
  })

  test('is linked by nothing but its owner: the same name and e-mail address open nothing', async () => {
    const claims = {
      email: 'amina',
      email_verified: true,
      preferred_username: 'amina',
      name: 'Amina',
    }
    provider.claims = { sub: 'somebody-else', ...claims }
    const first = await problemOf(await enterByProvider(new Browser(app), provider))
    await forgetAccounts(owner)
    const second = await problemOf(await enterByProvider(new Browser(app), provider))
    expect(first.code).toBe('provider.refused')
    expect({ ...first, requestId: '' }).toEqual({ ...second, requestId: '' })
    const [entry] = await lastEntries(1)
    expect(entry).toMatchObject({ action: 'session.open', reason: 'provider.refused' })
    expect(await db.selectFrom('session').selectAll().execute()).toEqual([])
  })

  test('is linked to one person, and one person to one of them', async () => {
    await linkThere(amina, provider)
    const { browser: omar } = await enterAs({ db, app, clock }, 'omar', [grantOf('secretariat')])
    expect(await codeOf(await linkThere(omar, provider))).toBe('provider.linked')
    provider.claims = { sub: 'another-there' }
    expect(await codeOf(await linkThere(amina, provider))).toBe('provider.linked')
  })

  test('is unlinked at once, with a fresh proof; so it is when an account is recovered', async () => {
    await linkThere(amina, provider)
    clock.advance(6 * MINUTE)
    expect(await codeOf(await amina.send('DELETE', '/api/own/provider'))).toBe('access.stepUp')
    await amina.json('POST', '/api/session/proof', { passphrase: PASSPHRASE })
    expect((await amina.send('DELETE', '/api/own/provider')).status).toBe(204)
    expect((await lastEntries(1))[0]).toMatchObject({ action: 'provider.unlink' })
    expect(await codeOf(await enterByProvider(new Browser(app), provider))).toBe('provider.refused')
    expect(await codeOf(await amina.send('DELETE', '/api/own/provider'))).toBe('provider.notLinked')
    await linkThere(amina, provider)
    const { account_id } = await db
      .selectFrom('first_account')
      .selectAll()
      .executeTakeFirstOrThrow()
    await removeEveryFactor(db, account_id)
    expect(await codeOf(await enterByProvider(new Browser(app), provider))).toBe('provider.refused')
  })

  test('opens no account that is closed, and the answer is that of an account that is not there', async () => {
    await linkThere(amina, provider)
    await db.updateTable('account').set({ closed_at: clock.now() }).execute()
    expect(await codeOf(await enterByProvider(new Browser(app), provider))).toBe('provider.refused')
  })

  test('is linked with a fresh proof only', async () => {
    clock.advance(6 * MINUTE)
    const answer = await amina.send('POST', '/api/own/provider/challenge')
    expect(await codeOf(answer)).toBe('access.stepUp')
  })

  test('that was linked at another provider lets nobody in, and stays to be seen', async () => {
    await linkThere(amina, provider)
    const bare = startApp(db, { clock })
    const same = new Browser(bare.app)
    same.setCookie('__Host-vigil', amina.cookies.get('__Host-vigil') ?? '')
    const { provider: shown } = await factorsOf(same)
    expect(shown).toMatchObject({ name: `${provider.issuer}/`, isOffered: false })
    expect((await same.send('DELETE', '/api/own/provider')).status).toBe(204)
    expect((await factorsOf(same)).provider).toBeNull()
  })
})

describe('the word of the identity provider', () => {
  test('is no fresh proof: what is dangerous still asks for one', async () => {
    await linkThere(amina, provider)
    const browser = new Browser(app)
    await enterByProvider(browser, provider)
    const { answer } = await addPasskey(browser).catch(() => ({ answer: null }))
    expect(answer).toBeNull()
    const refused = await browser.send('POST', '/api/own/passkeys/challenge')
    expect(await codeOf(refused)).toBe('access.stepUp')
    await browser.json('POST', '/api/session/proof', { passphrase: PASSPHRASE })
    expect((await browser.send('POST', '/api/own/passkeys/challenge')).status).toBe(200)
  })

  test('lets in whoever has a passkey only where it asked for more than a password', async () => {
    await linkThere(amina, provider)
    expect((await addPasskey(amina)).answer.status).toBe(201)
    const WORDS = [
      [{}, 401],
      [{ amr: ['pwd'] }, 401],
      [{ amr: 'mfa' }, 401],
      [{ acr: 'urn:example:weak' }, 401],
      [{ amr: ['pwd', 'mfa'] }, 200],
      [{ acr: 'urn:example:strong' }, 200],
    ] as const
    for (const [said, status] of WORDS) {
      provider.claims = { sub: 'amina-there', ...said }
      const answer = await enterByProvider(new Browser(app), provider)
      expect([said, answer.status]).toEqual([said, status])
    }
    const trusting = startTrusting(db, provider.settings({ strong: { amr: [], acr: [] } }))
    provider.claims = { sub: 'amina-there', amr: ['mfa'], acr: 'urn:example:strong' }
    const answer = await enterByProvider(new Browser(trusting.app), provider)
    expect(await codeOf(answer)).toBe('provider.refused')
  })
})

describe('what a browser brings back', () => {
  beforeEach(async () => {
    await linkThere(amina, provider)
  })

  test('is good once, also at the same moment', async () => {
    const browser = new Browser(app)
    const answer = provider.visit(await addressFrom(browser))
    const cookie = browser.cookies.get('__Host-vigil-provider') ?? ''
    const copies = Array.from({ length: 4 }, () => new Browser(app))
    for (const copy of copies) copy.setCookie('__Host-vigil-provider', cookie)
    const answers = await Promise.all(copies.map((one) => one.json('POST', RETURN, { answer })))
    expect(countStatuses(answers)).toEqual({ 200: 1, 401: 3 })
    expect((await browser.json('POST', RETURN, { answer })).status).toBe(401)
  })

  test('is good in the browser that was sent alone', async () => {
    const attacker = new Browser(app)
    const answer = provider.visit(await addressFrom(attacker))
    const victim = new Browser(app)
    expect(await codeOf(await victim.json('POST', RETURN, { answer }))).toBe('provider.wrong')
    await addressFrom(victim)
    expect(await codeOf(await victim.json('POST', RETURN, { answer }))).toBe('provider.wrong')
    expect(victim.cookies.has('__Host-vigil')).toBe(false)
    const foreign = { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }
    const body = JSON.stringify({ answer })
    const posted = await attacker.send('POST', RETURN, { headers: foreign, body })
    expect(await codeOf(posted)).toBe('request.origin')
  })

  test('is good for what it was asked for, by the session that asked, for ten minutes', async () => {
    const entry = provider.visit(await addressFrom(amina))
    expect(await codeOf(await amina.json('POST', '/api/own/provider', { answer: entry }))).toBe(
      'provider.wrong',
    )
    const { browser: omar } = await enterAs({ db, app, clock }, 'omar', [grantOf('secretariat')])
    provider.claims = { sub: 'attacker-there' }
    const link = provider.visit(await addressFrom(omar, '/api/own/provider/challenge'))
    amina.setCookie('__Host-vigil-provider', omar.cookies.get('__Host-vigil-provider') ?? '')
    expect(await codeOf(await amina.json('POST', '/api/own/provider', { answer: link }))).toBe(
      'provider.wrong',
    )
    const browser = new Browser(app)
    const late = provider.visit(await addressFrom(browser))
    clock.advance(10 * MINUTE)
    expect(await codeOf(await browser.json('POST', RETURN, { answer: late }))).toBe(
      'provider.wrong',
    )
  })

  test('leads on within this Vigil alone', async () => {
    const browser = new Browser(app)
    const begin = (to: string) => browser.json('POST', '/api/session/provider', { to })
    const begun: Response = await begin('/documents?removed=true')
    const { address } = (await begun.json()) as { address: string }
    const answer = provider.visit(address)
    const entered = await browser.json('POST', RETURN, { answer })
    expect(await entered.json()).toMatchObject({ to: '/documents?removed=true' })
    const elsewhere = [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example/',
      '/\t/evil.example/',
      '\\/evil.example',
      'javascript:alert(1)',
      'documents',
      '',
    ]
    for (const to of elsewhere) {
      expect([to, await codeOf(await begin(to))]).toEqual([to, 'request.invalid'])
    }
  })

  test('is kept nowhere but in its browser: the database holds hashes, and of who it was nothing', async () => {
    const browser = new Browser(app)
    const address = new URL(await addressFrom(browser))
    const flows = await db.selectFrom('provider_flow').selectAll().execute()
    const links = await db.selectFrom('provider_link').selectAll().execute()
    expect(flows).not.toEqual([])
    expect(links).toHaveLength(1)
    const held = JSON.stringify([flows, links])
    const secrets = [...address.searchParams.values(), browser.cookies.get('__Host-vigil-provider')]
    for (const secret of secrets) {
      if (secret && secret.length > 20) expect(held).not.toContain(secret)
    }
    expect(held).not.toContain('amina-there')
  })

  test('is asked for with code, S256, state, nonce, a fresh sign-in and nothing about the person', async () => {
    const browser = new Browser(app)
    const begun = await browser.json('POST', '/api/session/provider', {})
    const [cookie = ''] = begun.headers.getSetCookie()
    expect(cookie).toMatch(
      /^__Host-vigil-provider=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    const { searchParams } = new URL(((await begun.json()) as { address: string }).address)
    const { state, nonce, code_challenge, ...asked } = Object.fromEntries(searchParams)
    expect(asked).toEqual({
      client_id: 'vigil',
      response_type: 'code',
      redirect_uri: 'http://localhost/sign-in/return',
      scope: 'openid',
      code_challenge_method: 'S256',
      prompt: 'login',
      max_age: '300',
      acr_values: 'urn:example:strong',
    })
    expect(state).toMatch(/^sign_in\.[\w-]{43}$/)
    expect([nonce, code_challenge]).toEqual(Array(2).fill(expect.stringMatching(/^[\w-]{43}$/)))
  })

  test('is slowed down by address where it is wrong, and not where nothing could be judged', async () => {
    const statuses = []
    for (let times = 0; times < 25; times += 1) {
      const guesser = new Browser(app, { address: '198.51.100.9' })
      statuses.push((await guesser.json('POST', RETURN, { answer: 'code=x&state=y' })).status)
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(20)
    expect(statuses.filter((status) => status === 429)).toHaveLength(5)
    expect((await enterByProvider(new Browser(app), provider)).status).toBe(200)
  })
})

test('where no provider is configured none is offered, and none asked', async () => {
  const bare = new Browser(startApp(db).app)
  expect(await (await bare.get('/api/session/provider')).json()).toEqual({ name: null })
  const begun = await bare.json('POST', '/api/session/provider', {})
  expect(await codeOf(begun)).toBe('provider.none')
  expect(await codeOf(await bare.json('POST', RETURN, { answer: 'code=x' }))).toBe('provider.none')
})

test('a provider that is configured is asked nothing until somebody wants to sign in by it', async () => {
  provider.asked = []
  const trusting = startTrusting(db, provider.settings())
  const browser = new Browser(trusting.app)
  expect(await (await browser.get('/api/session/provider')).json()).toEqual({
    name: 'Example Mission',
  })
  expect((await browser.get('/api/session')).status).toBe(200)
  expect(provider.asked).toEqual([])
  await addressFrom(browser)
  expect(provider.asked).toEqual(['/.well-known/openid-configuration'])
})
