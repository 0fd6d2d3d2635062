import { createHook } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import type { SheetMade, TotpBegun } from '@vigil/contract/schemas'
import { stepAt } from '@vigil/core/factors'
import { Secret } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { totpCode } from '../../src/factors/totp.ts'
import { Authenticator } from '../support/authenticator.ts'
import { Browser, PASSPHRASE, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { addPasskey, askToSign, enterByPasskey } from '../support/factors.ts'

const ATTEMPTS = process.env['VIGIL_TORTURE'] === '1' ? 10_000 : 500
const AT_ONCE = 10
const SECOND = 1000

const { db } = await freshDatabase()
const { app, clock } = startApp(db)

/** How often a passphrase was hashed, as Node.js itself counts it. */
let hashed = 0
const counter = createHook({
  init(_, type) {
    if (type === 'ARGON2REQUEST') hashed += 1
  },
})
beforeAll(() => void counter.enable())
afterAll(() => void counter.disable())

/** What an attacker has got hold of. */
interface Loot {
  /** Something that a passkey signed and that was used. */
  readonly signed: unknown
  /** A code of the app and one of the sheet, both used. */
  readonly codes: readonly string[]
}

interface Attack {
  readonly name: string
  /** Whether it comes by name and passphrase, where a hash may be asked for. */
  readonly typed: boolean
  readonly send: (at: number, loot: Loot) => Promise<Response>
}

function typed(from: Browser, body: object, headers: Record<string, string> = {}) {
  return from.send('POST', '/api/session', {
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

/** Somebody at another address each time. */
function elsewhere(at: number): Browser {
  return new Browser(app, { address: `198.51.${at % 100}.${(at * 7) % 250}` })
}

const HERE = '203.0.113.9'
const guess = (at: number) => `guess number ${at} of a patient person`

const ATTACKS: readonly Attack[] = [
  {
    name: 'one passphrase for many names, from one address',
    typed: true,
    send: (at) =>
      typed(new Browser(app, { address: HERE }), {
        signInName: `name-${at}`,
        passphrase: 'spring has come to the valley',
      }),
  },
  {
    name: 'many passphrases for one name, from everywhere',
    typed: true,
    send: (at) => typed(elsewhere(at), { signInName: 'amina', passphrase: guess(at) }),
  },
  {
    name: 'the same, with headers that name other addresses',
    typed: true,
    send: (at) =>
      typed(
        new Browser(app, { address: HERE }),
        { signInName: 'amina', passphrase: guess(at) },
        {
          'x-forwarded-for': `192.0.2.${at % 250}`,
          'x-real-ip': `192.0.2.${at % 250}`,
          forwarded: `for=192.0.2.${at % 250}`,
          'cf-connecting-ip': `192.0.2.${at % 250}`,
        },
      ),
  },
  {
    name: 'the right passphrase with guessed codes',
    typed: true,
    send: (at) =>
      typed(elsewhere(at), {
        signInName: 'amina',
        passphrase: PASSPHRASE,
        code: at % 2 === 0 ? String(at % 1_000_000).padStart(6, '0') : 'AAAA-BBBB-CCCC-DDDD',
      }),
  },
  {
    name: 'the right passphrase with codes that were used',
    typed: true,
    send: (at, { codes }) =>
      typed(elsewhere(at), {
        signInName: 'amina',
        passphrase: PASSPHRASE,
        code: codes[at % codes.length],
      }),
  },
  {
    name: 'what a passkey signed once before',
    typed: false,
    send: (at, { signed }) => elsewhere(at).json('POST', '/api/session/passkey', signed),
  },
  {
    name: 'a passkey that nobody knows',
    typed: false,
    send: (at) => enterByPasskey(elsewhere(at), new Authenticator()),
  },
  {
    name: 'a session that was made up, before and after trying to sign in',
    typed: false,
    async send(at) {
      const attacker = elsewhere(at)
      attacker.setCookie('__Host-vigil', randomBytes(32).toString('base64url'))
      return attacker.get('/api/own/sessions')
    },
  },
]

async function gatherLoot(): Promise<Loot & { readonly device: Authenticator }> {
  const browser = await signUp(app)
  const { device } = await addPasskey(browser)
  const begun: TotpBegun = (await (await browser.send('POST', '/api/own/totp')).json()) as never
  const code = totpCode(
    Secret.fromBase32(begun.secret).bytes,
    stepAt(clock.now().getTime() / SECOND),
  )
  await browser.json('POST', '/api/own/totp/code', { code })
  const sheet: SheetMade = (await (await browser.send('POST', '/api/own/sheet')).json()) as never
  const used = sheet.codes[0] ?? ''
  const entered = await typed(new Browser(app), {
    signInName: 'amina',
    passphrase: PASSPHRASE,
    code: used,
  })
  expect(entered.status).toBe(200)
  const signed = device.sign(await askToSign(new Browser(app)))
  expect((await new Browser(app).json('POST', '/api/session/passkey', signed)).status).toBe(200)
  return { device, signed, codes: [code, used] }
}

test(`of ${ATTEMPTS.toLocaleString('en')} attacks none opens a session, and those refused at the door cost no hash`, async () => {
  const loot = await gatherLoot()
  const sessionsBefore = await db.selectFrom('session').select('id').orderBy('id').execute()
  const hashedBefore = hashed
  const answers: { readonly attack: Attack; readonly answer: Response }[] = []
  for (let at = 0; at < ATTEMPTS; at += AT_ONCE) {
    const batch = Array.from({ length: AT_ONCE }, async (_, step) => {
      const attack = ATTACKS[(at + step) % ATTACKS.length]
      if (!attack) throw new Error('There is no such attack')
      return { attack, answer: await attack.send(at + step, loot) }
    })
    answers.push(...(await Promise.all(batch)))
    clock.advance(SECOND)
  }
  expect(answers).toHaveLength(ATTEMPTS)
  for (const { attack, answer } of answers) {
    expect([attack.name, answer.headers.getSetCookie()]).toEqual([attack.name, []])
    expect([401, 429]).toContain(answer.status)
  }
  const sessionsAfter = await db.selectFrom('session').select('id').orderBy('id').execute()
  expect(sessionsAfter).toEqual(sessionsBefore)
  const looked = answers.filter(({ attack, answer }) => attack.typed && answer.status === 401)
  const turnedAway = answers.filter(({ answer }) => answer.status === 429)
  expect(hashed - hashedBefore).toBe(looked.length)
  expect(turnedAway.length).toBeGreaterThan(ATTEMPTS / 10)
  const other = new Browser(app, { address: '192.0.2.77' })
  expect((await enterByPasskey(other, loot.device)).status).toBe(200)
})
