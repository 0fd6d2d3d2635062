import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CLIENT } from '../../server/test/support/lying-provider.ts'
import { type RealProvider, startRealProvider } from '../../server/test/support/real-provider.ts'
import { startBrowser, type Visit, visit } from './support/browser.ts'
import { makeFirstAccount, open } from './support/journey.ts'
import { findFaultsInEveryLook } from './support/looks.ts'
import { type RunningServer, startServer } from './support/server.ts'

let server: RunningServer
let browser: Browser
let provider: RealProvider
let own: Visit
let page: Page

/** A port that is free just now: the provider must know where browsers come back to. */
async function findFreePort(): Promise<number> {
  const listener = createServer().listen(0, 'localhost')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  listener.close()
  return port
}

beforeAll(async () => {
  const port = await findFreePort()
  const address = `http://localhost:${port}`
  provider = await startRealProvider(`${address}/sign-in/return`)
  const settings = {
    name: 'Example Mission',
    issuer: provider.issuer,
    clientId: CLIENT.id,
    secretFile: 'secret',
    address,
  }
  const files = { 'identity-provider.json': JSON.stringify(settings), secret: CLIENT.secret }
  ;[server, browser] = await Promise.all([startServer({ port, files }), startBrowser()])
  own = await visit(browser, { baseURL: server.address })
  page = own.page
  await makeFirstAccount(page)
})

afterAll(async () => {
  await browser.close()
  await server.stop()
  provider.stop()
})

test('an account at the organisation is linked under my account', async () => {
  await open(page, '/account')
  await page.getByRole('button', { name: 'Link my account there' }).click()
  const linked = page.getByRole('list', { name: 'Account of your organisation' })
  await linked.getByText('Example Mission').waitFor()
  expect(new URL(page.url()).pathname).toBe('/account')
  await page.getByText('An account at Example Mission was linked').waitFor()
  expect(await findFaultsInEveryLook(page)).toEqual([])
})

test('it signs in, back to where one was, and the address keeps nothing of it', async () => {
  const stranger = await visit(browser, { baseURL: server.address })
  await stranger.page.goto('/account')
  const button = stranger.page.getByRole('button', { name: 'Sign in with Example Mission' })
  await button.click()
  await stranger.page.getByRole('heading', { level: 1, name: 'My account' }).waitFor()
  expect(stranger.page.url()).toBe(`${server.address}/account`)
  expect(stranger.complaints).toEqual([])
  await stranger.close()
})

test('somebody whom nobody linked is told so in one sentence, and can go back', async () => {
  provider.person = { sub: 'somebody-else' }
  const stranger = await visit(browser, { baseURL: server.address })
  await stranger.page.goto('/sign-in')
  await stranger.page.getByRole('button', { name: 'Sign in with Example Mission' }).click()
  await stranger.page.getByText('lets nobody in here with that account').waitFor()
  expect(new URL(stranger.page.url()).search).toBe('')
  expect(await findFaultsInEveryLook(stranger.page)).toEqual([])
  await stranger.page.getByRole('link', { name: 'To sign-in' }).click()
  await stranger.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  await stranger.close()
})

test('it is unlinked, and what it was stands under what changed', async () => {
  await page.getByRole('button', { name: 'Unlink Example Mission' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Unlink' }).click()
  await page.getByText('The account at Example Mission was unlinked').waitFor()
  await page.getByRole('button', { name: 'Link my account there' }).waitFor()
  expect(own.complaints).toEqual([])
})
