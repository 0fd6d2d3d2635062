import { beforeEach, expect, test } from 'vitest'
import type { App } from '../../src/http/services.ts'
import { forgetAccounts } from '../support/accounts.ts'
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
const NEXT = 'nine herons cross the frozen lake'
const MINUTE = 60_000
let app: App
let clock: HandClock
let browser: Browser

beforeEach(async () => {
  await forgetAccounts(owner)
  ;({ app, clock } = startApp(db))
  browser = await signUp(app)
})

async function enter(passphrase: string): Promise<number> {
  const given = { signInName: FIRST.signInName, passphrase }
  return (await new Browser(app).json('POST', '/api/session', given)).status
}

function change(current: string, passphrase: string): Promise<Response> {
  return browser.json('POST', '/api/own/passphrase', { current, passphrase })
}

test('whoever knows their passphrase chooses another one, and the old one opens nothing', async () => {
  expect((await change(PASSPHRASE, NEXT)).status).toBe(204)
  expect(await enter(PASSPHRASE)).toBe(401)
  expect(await enter(NEXT)).toBe(200)
})

test('whoever was in by the old one elsewhere is out, and the person is told', async () => {
  const other = new Browser(app)
  await other.json('POST', '/api/session', { signInName: FIRST.signInName, passphrase: PASSPHRASE })
  expect((await change(PASSPHRASE, NEXT)).status).toBe(204)
  expect((await other.get('/api/own/sessions')).status).toBe(401)
  const factors = await (await browser.get('/api/own/factors')).json()
  expect(factors).toMatchObject({ changes: [{ what: 'passphrase_changed' }] })
})

test('who found an unlocked machine must know the passphrase, and guesses are slowed down', async () => {
  const wrong = await change('a lighthouse keeps no counsel', NEXT)
  expect((await problemOf(wrong)).code).toBe('passphrase.wrong')
  for (let guess = 0; guess < 5; guess += 1) await change('a lighthouse keeps no counsel', NEXT)
  expect((await problemOf(await change(PASSPHRASE, NEXT))).code).toBe('session.throttled')
  clock.advance(6 * MINUTE)
  expect((await problemOf(await change(PASSPHRASE, NEXT))).code).toBe('access.stepUp')
  expect(await enter(PASSPHRASE)).toBe(200)
})

test('the new one is held to what every passphrase is', async () => {
  const short = await problemOf(await change(PASSPHRASE, 'too short'))
  expect(short.code).toBe('request.invalid')
  expect(JSON.stringify(short)).not.toContain('too short')
})
