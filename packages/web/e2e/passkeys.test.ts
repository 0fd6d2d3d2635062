import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { findSeriousFaults } from './support/axe.ts'
import type { Visit } from './support/browser.ts'
import { plugInDevice } from './support/device.ts'
import { useInstallation } from './support/installation.ts'
import { FIRST_PERSON, loseSession, open } from './support/journey.ts'

const vigil = useInstallation()

/** Answers once as the server does to whoever signed in too long ago. */
async function refuseOnce(page: Page, path: string): Promise<void> {
  const code = 'access.stepUp'
  const problem = { type: `urn:vigil:problem:${code}`, title: '-', status: 403, detail: '-', code }
  await page.route(
    `**${path}`,
    (route) =>
      route.fulfill({
        status: 403,
        contentType: 'application/problem+json',
        body: JSON.stringify({ ...problem, requestId: '-' }),
      }),
    { times: 1 },
  )
}

describe('a passkey', () => {
  let visit: Visit
  let page: Page

  beforeAll(async () => {
    visit = await vigil.begin()
    page = visit.page
    await plugInDevice(page)
  })

  async function addPasskey(name: string): Promise<void> {
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill(name)
    await page.getByRole('button', { name: 'Go on at the device' }).click()
  }

  test('is what a passphrase alone leads to', async () => {
    await page.getByRole('link', { name: 'Protect my account' }).click()
    await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor()
    await addPasskey('Desk')
    const passkeys = page.getByRole('list', { name: 'Passkeys' })
    await passkeys.getByText('Desk').waitFor()
    await page.getByText('If the device with your passkey is lost').waitFor()
    expect(await page.getByRole('link', { name: 'Protect my account' }).count()).toBe(0)
    await page.getByText('Passkey “Desk” was added').waitFor()
  })

  test('signs in without a name; changing the user takes the same key twice', async () => {
    await page.keyboard.press('q')
    await page.getByText('Press Q again').waitFor()
    await page.keyboard.press('q')
    await page.getByText('You are signed out.').waitFor()
    const button = page.getByRole('button', { name: 'Use a passkey' })
    await expect.poll(() => button.evaluate((own) => own === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Documents' }).waitFor()
  })

  test('gives a fresh proof over the page, and what was asked goes on', async () => {
    await open(page, '/account')
    await refuseOnce(page, '/api/own/sheet')
    await page.getByRole('button', { name: 'Make a sheet' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Show that it is still you' })
    await dialog.waitFor()
    expect(await dialog.getByLabel('Passphrase').count()).toBe(0)
    await dialog.getByRole('button', { name: 'Use a passkey' }).click()
    const codes = page.getByRole('list', { name: 'Codes' })
    await codes.waitFor()
    expect(await codes.getByRole('listitem').count()).toBe(8)
    await page.getByRole('button', { name: 'It is put away' }).click()
    await page.getByText('8 codes are left of 8').waitFor()
  })

  test('brings back a session that ended, and nothing typed is lost', async () => {
    await page.getByRole('button', { name: 'Rename “Desk”' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Desk in the north')
    await loseSession(page)
    await page.getByRole('button', { name: 'Rename', exact: true }).last().click()
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor()
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.getByText('Desk in the north').waitFor()
    expect(new URL(page.url()).pathname).toBe('/account')
  })

  test('of somebody else leaves nothing of the first person on the page', async () => {
    await page.getByRole('button', { name: 'Rename “Desk in the north”' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('what the first one typed')
    await loseSession(page)
    await page.getByRole('button', { name: 'Rename', exact: true }).last().click()
    await page.route('**/api/session/passkey', async (route) => {
      const response = await route.fetch()
      const session = (await response.json()) as { account: { id: string } }
      const account = { ...session.account, id: '01900000-0000-7000-8000-000000000000' }
      await route.fulfill({ response, json: { ...session, account } })
    })
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.waitForURL('**/documents')
    expect(await page.content()).not.toContain('what the first one typed')
    await page.unrouteAll()
  })

  test('is not needed where the sheet and the passphrase are at hand', async () => {
    await open(page, '/account')
    await page.getByRole('button', { name: 'Make a new sheet' }).click()
    const code = await page.getByRole('list', { name: 'Codes' }).locator('code').first().innerText()
    const { page: other, close } = await vigil.visit()
    await other.goto('/sign-in')
    await other.getByLabel('Sign-in name').fill(FIRST_PERSON.signInName)
    await other.getByLabel('Passphrase').fill(FIRST_PERSON.passphrase)
    await other.getByLabel('Code').fill(code)
    await other.getByRole('button', { name: 'Sign in', exact: true }).click()
    await other.getByRole('heading', { level: 1, name: 'Documents' }).waitFor()
    await close()
  })

  // Last: what looks for faults takes the device away with it when it goes.
  test('is asked for by dialogs in which nothing serious is wrong', async () => {
    await open(page, '/account')
    await refuseOnce(page, '/api/own/passkeys/challenge')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByRole('button', { name: 'Go on at the device' }).click()
    const proof = page.getByRole('alertdialog', { name: 'Show that it is still you' })
    await proof.waitFor()
    expect(await findSeriousFaults(page)).toEqual([])
    await proof.getByRole('button', { name: 'Close' }).click()
    await loseSession(page)
    await page.getByRole('button', { name: 'Go on at the device' }).click()
    await page.getByRole('alertdialog', { name: 'Your session has ended' }).waitFor()
    expect(await findSeriousFaults(page)).toEqual([])
    expect(visit.complaints).toEqual([])
  })
})
