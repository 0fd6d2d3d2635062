import { beforeEach, expect, test } from 'vitest'
import { Session } from '@vigil/contract/schemas'
import type { App } from '../../src/http/services.ts'
import { forgetAccounts } from '../support/accounts.ts'
import { Browser, FIRST, type HandClock, problemOf, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'

const { db, owner } = await freshDatabase()
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

test('the first visit makes the first account, which may do all there is, and is signed in', async () => {
  const browser = new Browser(app)
  expect(await stateOf(browser)).toBe('setup')
  const answer = await browser.json('POST', '/api/setup', FIRST)
  expect(answer.status).toBe(201)
  const session = Session.parse(await answer.json())
  expect(session).toMatchObject({
    state: 'signedIn',
    account: { name: FIRST.name, signInName: 'amina', roles: ['administrator', 'secretariat'] },
  })
  expect(await stateOf(browser)).toBe('signedIn')
  expect(await stateOf(new Browser(app))).toBe('signedOut')
})
