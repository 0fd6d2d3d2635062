import { expect, test } from 'vitest'
import { findSeriousFaults } from './support/axe.ts'
import { useInstallation } from './support/installation.ts'

const vigil = useInstallation()

const SEALED = { state: 'sealed', keys: 12 }

test('a custodian sees that the keys are sealed, is told of a wrong passphrase, and opens them', async () => {
  await (await vigil.begin()).close()
  await vigil.grant('custodian')
  const { page, complaints, close } = await vigil.enter()
  await page.goto('/documents')
  await page.getByRole('link', { name: 'Identities' }).click()
  await page.getByText('A custodian sets them up on the server').waitFor()
  // Setting them up, and opening them, costs seconds by design: what the page shows of it is enough here.
  await page.route('**/api/keys', (route) => route.fulfill({ json: SEALED }))
  await page.reload()
  await page.getByText('Since the server started nobody can open an identity').waitFor()
  await page.getByLabel('Passphrase of the keys').fill('not one that anybody chose')
  await page.keyboard.press('Enter')
  await page.getByText('No custodian has set up the keys of identities yet.').waitFor()
  expect(await page.getByLabel('Passphrase of the keys').inputValue()).toBe('')
  await page.route('**/api/keys/unlock', (route) =>
    route.fulfill({ json: { ...SEALED, state: 'open' } }),
  )
  await page.getByLabel('Passphrase of the keys').fill('four keys in a biscuit tin')
  await page.getByRole('button', { name: 'Unlock' }).click()
  await page.getByText('Identities can be opened by those who may').waitFor()
  expect(await page.getByLabel('Passphrase of the keys').count()).toBe(0)
  expect(complaints.filter((line) => !line.includes('503'))).toEqual([])
  await close()
})

const ASKED = {
  id: '0198c0de-0000-7000-8000-000000000001',
  pseudonym: '0198c0de-0000-4000-8000-00000000000a',
  ground: 'consent_withdrawn',
  reason: 'the guardian asked for it in writing',
  requestedBy: '0198c0de-0000-4000-8000-00000000000b',
  askedBy: 'Mariam Example',
  requestedAt: '2026-03-02T08:00:00.000Z',
  approvals: [],
  state: 'awaiting_approval',
  dueAt: null,
  keyId: null,
  proof: null,
}
const APPROVALS = ['Bako Example', 'Carla Example'].map((name, at) => ({
  by: `0198c0de-0000-4000-8000-0000000000f${at}`,
  name,
  at: '2026-03-03T08:00:00.000Z',
}))
const WAITING = {
  ...ASKED,
  id: '0198c0de-0000-7000-8000-000000000002',
  pseudonym: '0198c0de-0000-4000-8000-00000000000c',
  approvals: APPROVALS,
  state: 'waiting',
  dueAt: '2026-03-10T08:00:00.000Z',
}
const TOMBSTONE = {
  ...WAITING,
  id: '0198c0de-0000-7000-8000-000000000003',
  pseudonym: '0198c0de-0000-4000-8000-00000000000d',
  state: 'destroyed',
  keyId: '0198c0de-0000-4000-8000-0000000000aa',
  proof: {
    size: 11,
    root: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=',
    below: null,
    above: null,
  },
}

test('an erasure is asked for with its ground, and the list says who may do what about which', async () => {
  await vigil.grant('data_protection_officer')
  const { page, close } = await vigil.enter()
  await page.goto('/identities')
  await page.getByText('Nobody has asked for an erasure.').waitFor()
  await page.getByRole('button', { name: 'Ask for an erasure' }).click()
  const dialog = page.getByRole('dialog', { name: 'Erase who somebody is' })
  await dialog.getByLabel('Pseudonym of the person').fill(ASKED.pseudonym)
  await dialog.getByLabel('Ground').selectOption('Recorded in error')
  await dialog.getByLabel('Reason').fill('entered twice by two teams')
  await dialog.getByRole('button', { name: 'Ask for an erasure' }).click()
  await dialog.getByRole('status').waitFor()
  await page.keyboard.press('Escape')

  const erasures = [ASKED, WAITING, TOMBSTONE]
  await page.route('**/api/erasures', (route) => route.fulfill({ json: { erasures } }))
  await page.reload()
  const rows = page.getByRole('table', { name: 'Erasures' }).getByRole('row')
  const row = (pseudonym: string) => rows.filter({ hasText: pseudonym })
  await row(ASKED.pseudonym)
    .getByRole('button', { name: /^Approve/ })
    .waitFor()
  expect(await row(WAITING.pseudonym).getByRole('button').allInnerTexts()).toEqual(['Withdraw'])
  expect(await row(WAITING.pseudonym).innerText()).toContain('approved by Carla Example')
  expect(await row(TOMBSTONE.pseudonym).getByRole('button').count()).toBe(0)
  expect(await row(TOMBSTONE.pseudonym).innerText()).toContain('is not among the 11 keys that live')
  expect(await findSeriousFaults(page)).toEqual([])
  await close()
})
