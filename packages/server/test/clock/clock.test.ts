import { ClockState, type SheetMade, type TotpBegun } from '@vigil/contract/schemas'
import { stepAt } from '@vigil/core/factors'
import { Secret } from 'otpauth'
import { beforeEach, describe, expect, test } from 'vitest'
import { createDeviceClocks } from '../../src/clock/devices.ts'
import { totpCode } from '../../src/factors/totp.ts'
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

async function codeOf(answer: Promise<Response>): Promise<string> {
  const given = await answer
  return given.status < 400 ? 'done' : (await problemOf(given)).code
}

function totpNow(secret: string): string {
  return totpCode(Secret.fromBase32(secret).bytes, stepAt(clock.now().getTime() / 1000))
}

async function addTotp(): Promise<string> {
  const answer = await browser.send('POST', '/api/own/totp')
  const { secret }: TotpBegun = (await answer.json()) as never
  await browser.json('POST', '/api/own/totp/code', { code: totpNow(secret) })
  clock.advance(MINUTE)
  return secret
}

function signIn(code: string): Promise<Response> {
  const body = { signInName: 'amina', passphrase: PASSPHRASE, code }
  return new Browser(app).json('POST', '/api/session', body)
}

/** Asks for something harmless, with the clock of a device that is so many minutes ahead. */
function sayTime(from: Browser, minutesAhead: number): Promise<Response> {
  const deviceTime = clock.now().getTime() + minutesAhead * MINUTE
  return from.get('/api/session', { 'x-device-time': String(deviceTime) })
}

async function sayTwice(from: Browser, minutesAhead: number): Promise<void> {
  await sayTime(from, minutesAhead)
  await sayTime(from, minutesAhead)
}

async function readClock(): Promise<ClockState> {
  return ClockState.parse(await (await browser.get('/api/clock')).json())
}

describe('a clock that was set back', () => {
  test('is said, and no code of an app counts until it is right; everything else goes on', async () => {
    const secret = await addTotp()
    const made = await browser.send('POST', '/api/own/sheet')
    const { codes }: SheetMade = (await made.json()) as never
    clock.advance(-30 * MINUTE)
    expect(await readClock()).toEqual({ doubt: 'before_log', suspect: 'server', devices: [] })
    expect(await codeOf(signIn(totpNow(secret)))).toBe('clock.codes')
    const proof = { passphrase: PASSPHRASE, code: totpNow(secret) }
    expect(await codeOf(browser.json('POST', '/api/session/proof', proof))).toBe('clock.codes')
    expect(await codeOf(browser.send('POST', '/api/own/totp'))).toBe('clock.codes')
    expect(await codeOf(signIn(codes[0] ?? ''))).toBe('done')
    expect(await codeOf(browser.get('/api/documents'))).toBe('done')
    clock.advance(31 * MINUTE)
    expect((await readClock()).doubt).toBe(null)
    expect(await codeOf(signIn(totpNow(secret)))).toBe('done')
  })

  test('is not vouched for by what is written meanwhile', async () => {
    await addTotp()
    clock.advance(-30 * MINUTE)
    for (let at = 0; at < 5; at += 1) await browser.send('POST', '/api/own/sheet')
    expect((await readClock()).doubt).toBe('before_log')
  })

  test('answers alike whoever it is and whatever is right', async () => {
    const secret = await addTotp()
    clock.advance(-30 * MINUTE)
    const body = { signInName: 'nobody', passphrase: 'whatever it may be', code: totpNow(secret) }
    const stranger = new Browser(app).json('POST', '/api/session', body)
    expect([await codeOf(stranger), await codeOf(signIn('000000'))]).toEqual([
      'clock.codes',
      'clock.codes',
    ])
  })
})

describe('a device that is two minutes off', () => {
  test('is named to administrators: one of both is wrong, then by most of the others', async () => {
    const place = { operation: 'aldonia', entity: 'mission' } as const
    const bako = await enterAs({ db, app, clock }, 'bako', [grantOf('co_chair', place)])
    const others = [
      await enterAs({ db, app, clock }, 'carla', [grantOf('secretariat')]),
      await enterAs({ db, app, clock }, 'dede', [grantOf('secretariat')]),
    ]
    await sayTime(bako.browser, -3)
    expect((await readClock()).doubt).toBe(null)
    await sayTime(bako.browser, -3)
    const devices = [{ name: 'bako', aheadSeconds: -180 }]
    expect(await readClock()).toEqual({ doubt: 'off_device', suspect: 'either', devices })
    for (const other of others) await sayTwice(other.browser, 0.1)
    expect(await readClock()).toEqual({ doubt: 'off_device', suspect: 'device', devices })

    expect(await codeOf(signIn('000000'))).toBe('clock.codes')
    const recovery = { signInName: 'carla', reason: 'lost both of her keys' }
    expect(await codeOf(browser.json('POST', '/api/recoveries', recovery))).toBe('clock.deadlines')
    const profile = { profile: 'small_team' }
    const path = '/api/taskforces/aldonia/profile'
    expect(await codeOf(bako.browser.json('POST', path, profile))).toBe('clock.signing')
    expect(await codeOf(bako.browser.get('/api/clock'))).toBe('access.denied')

    await sayTime(bako.browser, 0)
    expect((await readClock()).doubt).toBe(null)
    for (const other of others) await sayTwice(other.browser, -60)
    expect((await readClock()).suspect).toBe('server')
  })

  test('counts no more once it signed out', async () => {
    const { browser: own } = await enterAs({ db, app, clock }, 'bako', [grantOf('secretariat')])
    await sayTwice(own, 9)
    expect((await readClock()).doubt).toBe('off_device')
    await own.send('DELETE', '/api/session')
    expect((await readClock()).doubt).toBe(null)
  })

  test('says nothing where nobody is signed in, or with what is no time', async () => {
    await sayTwice(new Browser(app), 9)
    for (const word of ['', 'soon', '-1', '1e9', '9'.repeat(40), '12345678.5']) {
      await browser.get('/api/session', { 'x-device-time': word })
      await browser.get('/api/session', { 'x-device-time': word })
    }
    expect((await readClock()).doubt).toBe(null)
  })
})

test('a device that was silent for ten minutes is forgotten, and so is its word', () => {
  const devices = createDeviceClocks()
  const at = (minute: number) => new Date(minute * MINUTE)
  const session = { sessionId: 'one', id: 'bako' }
  for (const minute of [0, 1])
    devices.hear(session, { deviceMs: (minute + 7) * MINUTE, at: at(minute) })
  expect(devices.read(at(11))).toEqual([{ accountId: 'bako', aheadMs: 7 * MINUTE }])
  expect(devices.read(at(12))).toEqual([])
})
