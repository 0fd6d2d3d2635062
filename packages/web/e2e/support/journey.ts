import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
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

/** A visitor signed in as the first person, on the documents. */
export async function visitSignedIn(
  browser: Browser,
  server: RunningServer,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const visitor = await visit(browser, { baseURL: server.address, ...options })
  await visitor.page.goto('/')
  await signIn(visitor.page)
  await visitor.page.getByRole('heading', { level: 1, name: 'Documents' }).waitFor()
  return visitor
}

/** How many pixels the page can be moved sideways; 0 when everything fits. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}
