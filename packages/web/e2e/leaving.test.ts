import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useInstallation } from './support/installation.ts'
import { FIRST_PERSON } from './support/journey.ts'

const vigil = useInstallation()

/** Invites Bakari with the roles of the first person; gives the code. */
async function inviteSuccessor(page: Page): Promise<string> {
  await page.goto('/people')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Bakari Example')
  for (const role of ['Administrator', 'Secretariat', 'Custodian']) {
    await dialog.getByLabel(role, { exact: true }).check()
  }
  await dialog.getByRole('button', { name: 'Make the code' }).click()
  const code = await page.getByRole('alertdialog').locator('code').innerText()
  await page.getByRole('button', { name: 'I have handed it over' }).click()
  return code
}

async function enrol(page: Page, code: string): Promise<void> {
  await page.goto('/enrol')
  await page.getByLabel('Enrolment code').fill(code)
  await page.getByLabel('Sign-in name').fill('b.example')
  await page.getByLabel('Passphrase').fill(FIRST_PERSON.passphrase)
  await page.getByRole('button', { name: 'Make the account and sign in' }).click()
  await page.getByRole('heading', { level: 1, name: 'Documents' }).waitFor()
}

test('somebody leaves: a successor accepts what they have, and the account ends', async () => {
  const { page, complaints, close } = await vigil.begin()
  await vigil.grant('custodian')
  await page.goto('/account/leaving')
  await page.getByRole('button', { name: 'I am leaving' }).click()
  await page.getByText('Nobody else keeps accounts.').waitFor()
  expect(await page.getByRole('button', { name: /end my account/ }).count()).toBe(0)
  const successor = await vigil.visit()
  await enrol(successor.page, await inviteSuccessor(page))

  await page.goto('/account/leaving')
  await page.getByText('One thing is not accepted').waitFor()
  await page.getByRole('button', { name: 'Name a successor for' }).click()
  const dialog = page.getByRole('dialog', { name: 'Name a successor' })
  await dialog.getByLabel('Sign-in name').fill('nobody.here')
  await dialog.getByRole('button', { name: 'Name a successor' }).click()
  await dialog.getByText('Nobody with this sign-in name can take this over.').waitFor()
  await dialog.getByLabel('Sign-in name').fill('b.example')
  await dialog.getByRole('button', { name: 'Name a successor' }).click()
  await page.getByText('Bakari Example has not answered').waitFor()

  await successor.page.reload()
  await successor.page.getByText('Somebody who leaves hands one thing to you.').waitFor()
  await successor.page.getByRole('link', { name: 'Look at it' }).click()
  await successor.page.getByRole('button', { name: 'Accept Keys: custody' }).click()
  await successor.page.getByText('Accepted', { exact: true }).waitFor()

  await page.reload()
  await page.getByText('Nothing stands in the way of the end.').waitFor()
  await page.getByRole('button', { name: 'Receipt the list and end my account' }).click()
  const sure = page.getByRole('alertdialog')
  await sure.getByRole('button', { name: 'Receipt the list and end my account' }).click()
  await page.getByRole('heading', { level: 1, name: 'Receipt' }).waitFor()
  expect(await page.getByRole('table').innerText()).toContain('Bakari Example, accepted on')
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()

  await successor.page.goto('/people')
  await successor.page
    .getByRole('row', { name: new RegExp(`${FIRST_PERSON.name}.*Ended`) })
    .waitFor()
  expect(successor.complaints).toEqual([])
  expect(complaints).toEqual([])
  await successor.close()
  await close()
})
