import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core'
import { type Visit, visit } from './browser.ts'
import type { RunningServer } from './server.ts'

/** Nobody real. */
export const FIRST_PERSON = {
  name: 'Aminata Example',
  signInName: 'a.example',
  passphrase: 'nine lanterns over the quiet river',
} as const

/** Makes the first account through the page a first visitor sees; ends on the documents. */
export async function makeFirstAccount(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByLabel('Your name').fill(FIRST_PERSON.name)
  await page.getByLabel('Sign-in name').fill(FIRST_PERSON.signInName)
  await page.getByLabel('Passphrase').fill(FIRST_PERSON.passphrase)
  await page.getByRole('button', { name: 'Make the account and sign in' }).click()
  await page.getByRole('heading', { level: 1, name: 'Documents' }).waitFor()
}

/** Fills in the sign-in page that is open. */
export async function signIn(
  page: Page,
  passphrase: string = FIRST_PERSON.passphrase,
): Promise<void> {
  await page.getByLabel('Sign-in name').fill(FIRST_PERSON.signInName)
  await page.getByLabel('Passphrase').fill(passphrase)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** A visitor who signs in as the first person; ends on the documents. */
export async function visitAndSignIn(browser: Browser, server: RunningServer): Promise<Visit> {
  const visitor = await visit(browser, { baseURL: server.address })
  await visitor.page.goto('/')
  await signIn(visitor.page)
  await visitor.page.getByRole('heading', { level: 1, name: 'Documents' }).waitFor()
  return visitor
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>
const states = new Map<string, Promise<State>>()

/**
 * Another window of the first person, on the documents. All of them share one session, made once: a
 * journey that ends its session begins with `visitAndSignIn`.
 */
export async function visitSignedIn(
  browser: Browser,
  server: RunningServer,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const state = states.get(server.address) ?? makeState(browser, server)
  states.set(server.address, state)
  const visitor = await visit(browser, {
    baseURL: server.address,
    storageState: await state,
    ...options,
  })
  await visitor.page.goto('/documents')
  await visitor.page.getByRole('heading', { level: 1, name: 'Documents' }).waitFor()
  return visitor
}

async function makeState(browser: Browser, server: RunningServer): Promise<State> {
  const { page, close } = await visitAndSignIn(browser, server)
  const state = await page.context().storageState()
  await close()
  return state
}

/** So many frames in a row nothing may be on its way: what has come may ask for more when drawn. */
const QUIET_FRAMES = 5

/** Goes to an address and waits until its page is drawn and nothing is on its way any more. */
export async function open(page: Page, address: string): Promise<void> {
  const underWay = new Set<Request>()
  const begin = (request: Request): void => void underWay.add(request)
  const end = (request: Request): void => void underWay.delete(request)
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end)
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  for (let frames = 0; frames < QUIET_FRAMES;) {
    await page.evaluate(() => new Promise(requestAnimationFrame))
    frames = underWay.size === 0 ? frames + 1 : 0
  }
  page.off('request', begin).off('requestfinished', end).off('requestfailed', end)
}

/** How many pixels the page can be moved sideways; 0 when everything fits. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}
