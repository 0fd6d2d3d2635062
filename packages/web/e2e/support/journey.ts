import type { Page, Request } from 'playwright-core'

/** Nobody real. */
export const FIRST_PERSON = {
  name: 'Aminata Example',
  signInName: 'a.example',
  passphrase: 'nine lanterns over the quiet river',
} as const

/** Makes the first account through the page a first visitor sees; ends on the documents. */
export async function makeFirstAccount(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByLabel('Your name').fill(FIRST_PERSON.name)
  await page.getByLabel('Sign-in name').fill(FIRST_PERSON.signInName)
  await page.getByLabel('Passphrase').fill(FIRST_PERSON.passphrase)
  await page.getByRole('button', { name: 'Make the account and sign in' }).click()
  await page.getByRole('link', { name: 'Not now' }).click()
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

/**
 * Ends the session unseen: the page learns of it from what the person does next, not from what it
 * asks by itself every so often, which a slow machine lets happen at another moment.
 */
export async function loseSession(page: Page): Promise<void> {
  const json = { doubt: null, suspect: null, devices: [] }
  await page.route('**/api/clock', (route) => route.fulfill({ json }))
  await page.context().clearCookies()
}

/** So many frames in a row nothing may be on its way: what has come may ask for more when drawn. */
const QUIET_FRAMES = 5

/** Goes to an address and waits until its page is whole and nothing is on its way any more. */
export async function open(page: Page, address: string): Promise<void> {
  const underWay = new Set<Request>()
  const begin = (request: Request): void => void underWay.add(request)
  const end = (request: Request): void => void underWay.delete(request)
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end)
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  for (let frames = 0; frames < QUIET_FRAMES;) {
    const isWhole = (await drawAndFindWaiting(page)) === 0
    frames = isWhole && underWay.size === 0 ? frames + 1 : 0
  }
  page.off('request', begin).off('requestfinished', end).off('requestfailed', end)
}

/** Waits for a frame; resolves with the number of places where something is still to come. */
function drawAndFindWaiting(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await new Promise(requestAnimationFrame)
    return document.querySelectorAll('[data-loading]').length
  })
}

const MOST_STOPS = 200

/** Presses Tab until the control has the focus whose label, or else whose text, begins with `name`. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let pressed = 0; pressed < MOST_STOPS; pressed += 1) {
    const words = await page.evaluate(() => {
      const focused = document.activeElement
      return focused?.getAttribute('aria-label') ?? focused?.textContent ?? ''
    })
    if (words.trim().startsWith(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${name}`)
}
