import { randomBytes } from 'node:crypto'
import type { SheetMade, TotpBegun } from '@vigil/contract/schemas'
import { stepAt, TOTP } from '@vigil/core/factors'
import { Secret } from 'otpauth'
import { beforeEach, describe, expect, test } from 'vitest'
import { seal, unseal } from '../../src/factors/seal.ts'
import { totpCode } from '../../src/factors/totp.ts'
import type { App } from '../../src/http/services.ts'
import { asOwner, forgetAccounts } from '../support/accounts.ts'
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

const { db, owner } = await freshDatabase()
const MINUTE = 60_000
const STEP = TOTP.period * 1000
let app: App
let clock: HandClock
let browser: Browser

beforeEach(async () => {
  await forgetAccounts(owner)
  ;({ app, clock } = startApp(db))
  browser = await signUp(app)
})

/** The code that an app shows now, or so many steps from now. */
function codeOf(secret: string, later = 0): string {
  const bytes = Secret.fromBase32(secret).bytes
  return totpCode(bytes, stepAt(clock.now().getTime() / 1000) + later)
}

async function beginTotp(): Promise<TotpBegun> {
  return (await browser.send('POST', '/api/own/totp')).json() as never
}

/** Adds an authenticator app; its first code is used by that. */
async function addTotp(): Promise<string> {
  const { secret } = await beginTotp()
  const answer = await browser.json('POST', '/api/own/totp/code', { code: codeOf(secret) })
  expect(answer.status).toBe(204)
  clock.advance(2 * STEP)
  return secret
}

function signIn(code?: string, passphrase = PASSPHRASE): Promise<Response> {
  const body = { signInName: 'amina', passphrase, ...(code === undefined ? {} : { code }) }
  return new Browser(app).json('POST', '/api/session', body)
}

async function makeSheet(): Promise<readonly string[]> {
  const made: SheetMade = (await (await browser.send('POST', '/api/own/sheet')).json()) as never
  return made.codes
}

describe('an authenticator app', () => {
  test('counts once a code of it came back, and then is needed', async () => {
    const { secret, uri } = await beginTotp()
    expect(uri).toContain(`otpauth://totp/Vigil:amina?issuer=Vigil&secret=${secret}`)
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect((await signIn()).status).toBe(200)
    const wrong = await browser.json('POST', '/api/own/totp/code', { code: codeOf(secret, 5) })
    expect((await problemOf(wrong)).code).toBe('totp.wrong')
    const right = await browser.json('POST', '/api/own/totp/code', { code: ` ${codeOf(secret)}` })
    expect(right.status).toBe(204)
    expect((await signIn()).status).toBe(401)
    clock.advance(STEP)
    const code = codeOf(secret)
    expect((await signIn(`${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(200)
    const { totp, changes } = await factorsOf(browser)
    expect(totp).toMatchObject({ isRemovable: false })
    expect(changes.map(({ what }) => what)).toEqual(['totp_added'])
  })

  test('a code is good once, for one step on either side, and none before the last one used', async () => {
    const secret = await addTotp()
    expect((await signIn(codeOf(secret, -2))).status).toBe(401)
    expect((await signIn(codeOf(secret, 2))).status).toBe(401)
    const previous = codeOf(secret, -1)
    expect((await signIn(codeOf(secret))).status).toBe(200)
    expect((await signIn(codeOf(secret))).status).toBe(401)
    expect((await signIn(previous)).status).toBe(401)
    expect((await signIn(codeOf(secret, 1))).status).toBe(200)
  })

  test('of the same code at the same moment, one is taken', async () => {
    const secret = await addTotp()
    const code = codeOf(secret)
    const answers = await Promise.all(Array.from({ length: 4 }, () => signIn(code)))
    expect(countStatuses(answers)).toEqual({ 200: 1, 401: 3 })
  })

  test('whatever is wrong of name, passphrase and code, the answer is one', async () => {
    const secret = await addTotp()
    const answers = [
      await signIn(),
      await signIn('000000'),
      await signIn(codeOf(secret), 'not this one at all'),
      await new Browser(app).json('POST', '/api/session', {
        signInName: 'nobody',
        passphrase: PASSPHRASE,
        code: codeOf(secret),
      }),
    ]
    const said = await Promise.all(answers.map(problemOf))
    const same = { ...said[0], requestId: '' }
    expect(said.map((one) => ({ ...one, requestId: '' }))).toEqual(said.map(() => same))
    expect((await signIn(codeOf(secret))).status).toBe(200)
  })

  test('guessing its code with the right passphrase is slowed down', async () => {
    await addTotp()
    for (let guess = 0; guess < 5; guess += 1) expect((await signIn('000000')).status).toBe(401)
    expect((await signIn('000000')).status).toBe(429)
  })

  test('a table that leaked gives no secret, and a row opens for nobody else', async () => {
    const { secret } = await beginTotp()
    const bytes = Buffer.from(Secret.fromBase32(secret).bytes)
    const { rows } = await asOwner(owner, 'select sealed_secret, totp::text as row from totp')
    expect(String(rows[0]?.row)).not.toContain(secret)
    expect(Buffer.from(rows[0]?.sealed_secret).includes(bytes)).toBe(false)
    const key = randomBytes(32)
    const sealed = seal(bytes, { key, belongsTo: 'totp of one' })
    expect(unseal(sealed, { key, belongsTo: 'totp of one' })?.equals(bytes)).toBe(true)
    expect(unseal(sealed, { key, belongsTo: 'totp of another' })).toBeUndefined()
    expect(unseal(sealed, { key: randomBytes(32), belongsTo: 'totp of one' })).toBeUndefined()
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect(unseal(changed, { key, belongsTo: 'totp of one' })).toBeUndefined()
    }
    expect(unseal(Buffer.alloc(3), { key, belongsTo: '' })).toBeUndefined()
  })

  test('goes only where a passkey stays, with a fresh proof', async () => {
    const secret = await addTotp()
    expect((await problemOf(await browser.send('DELETE', '/api/own/totp'))).code).toBe(
      'factor.last',
    )
    await addPasskey(browser)
    clock.advance(6 * MINUTE)
    const stale = await browser.send('DELETE', '/api/own/totp')
    expect((await problemOf(stale)).code).toBe('access.stepUp')
    const alone = await browser.json('POST', '/api/session/proof', { passphrase: PASSPHRASE })
    expect((await problemOf(alone)).code).toBe('session.wrong')
    const proof = { passphrase: PASSPHRASE, code: codeOf(secret) }
    expect((await browser.json('POST', '/api/session/proof', proof)).status).toBe(200)
    expect((await browser.send('DELETE', '/api/own/totp')).status).toBe(204)
    const gone = await browser.send('DELETE', '/api/own/totp')
    expect((await problemOf(gone)).code).toBe('totp.notBegun')
  })
})

describe('a sealed sheet', () => {
  test('lets in with the passphrase when the device is lost, each code once', async () => {
    await addPasskey(browser)
    const codes = await makeSheet()
    expect(new Set(codes).size).toBe(8)
    const [first = '', second = ''] = codes
    expect((await signIn(first, 'not this one at all')).status).toBe(401)
    const entered = await signIn(` ${first.toLowerCase().replaceAll('-', ' ')}`)
    expect(entered.status).toBe(200)
    expect((await signIn(first)).status).toBe(401)
    const answers = await Promise.all(Array.from({ length: 4 }, () => signIn(second)))
    expect(countStatuses(answers)).toEqual({ 200: 1, 401: 3 })
    const { sheet, changes } = await factorsOf(browser)
    expect(sheet).toMatchObject({ left: 6, of: 8 })
    expect(changes.map(({ what }) => what)).toEqual([
      'sheet_used',
      'sheet_used',
      'sheet_made',
      'passkey_added',
    ])
  })

  test('is no fresh proof, and a new one voids the one before', async () => {
    await addPasskey(browser)
    const [old = ''] = await makeSheet()
    const [code = ''] = await makeSheet()
    const proof = await browser.json('POST', '/api/session/proof', { passphrase: PASSPHRASE, code })
    expect(proof.status).toBe(401)
    expect((await signIn(old)).status).toBe(401)
    expect((await signIn(code)).status).toBe(200)
  })

  test('stands nowhere in the database', async () => {
    const codes = await makeSheet()
    const tables = ['recovery_code', 'recovery_sheet', 'audit_entry', 'factor_change']
    for (const table of tables) {
      const { rows } = await asOwner(owner, `select t::text as row from ${table} t`)
      const all = JSON.stringify(rows)
      for (const code of codes) {
        expect(all).not.toContain(code)
        expect(all).not.toContain(code.replaceAll('-', ''))
        expect(all).not.toContain(Buffer.from(code).toString('hex'))
      }
    }
  })
})
