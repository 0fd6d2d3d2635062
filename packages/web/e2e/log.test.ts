import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { useInstallation } from './support/installation.ts'
import { open, tabTo } from './support/journey.ts'

const vigil = useInstallation()
/** An incident that somebody tries to open and to class who may do neither. */
const INCIDENT = '01900009-0000-7000-8000-000000000000'

beforeAll(async () => {
  const { page, close } = await vigil.begin()
  await vigil.grant('data_protection_officer')
  await page.evaluate(async (id) => {
    await fetch(`/api/incidents/${id}`)
    const headers = { 'content-type': 'application/json' }
    await fetch(`/api/incidents/${id}/class`, { method: 'PATCH', headers, body: '{}' })
  }, INCIDENT)
  await close()
})

function rowsOf(page: Page): Promise<string[]> {
  return page.locator('main tbody th').allInnerTexts()
}

describe('the log', () => {
  test('tells who went to a record, found by its id, and keeps what narrows it down in the address', async () => {
    const { page, complaints, close } = await vigil.enter()
    await open(page, '/log')
    await page.getByRole('searchbox', { name: 'Record' }).fill(INCIDENT)
    await page.waitForURL(`**/log?record=${INCIDENT}`)
    await expect.poll(() => rowsOf(page)).toEqual(['Classed an incident', 'Read an incident'])
    await page.getByLabel('Act', { exact: true }).selectOption({ label: 'Classed an incident' })
    await expect.poll(() => rowsOf(page)).toEqual(['Classed an incident'])
    await page.reload()
    await expect.poll(() => rowsOf(page)).toEqual(['Classed an incident'])
    await page.getByRole('button', { name: 'Show everything' }).click()
    await expect.poll(() => rowsOf(page)).toContain('Read the log')
    expect(complaints).toEqual([])
    await close()
  })

  test('says what is no id, shows what was refused, and that nothing was erased', async () => {
    const { page, complaints, close } = await vigil.enter()
    await open(page, '/log')
    await page.getByRole('searchbox', { name: 'Record' }).fill('seven')
    await page.getByText('This is not an id').waitFor()
    await page.getByRole('link', { name: 'Refused' }).click()
    await page.getByText('no role for it').first().waitFor()
    await page.getByRole('link', { name: 'Erased' }).click()
    await page.getByText('Nothing has been erased.').waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('is taken along by keyboard for a reason, and that stands in the register', async () => {
    const { page, complaints, close } = await vigil.enter()
    await open(page, '/log?view=seen')
    await tabTo(page, 'Take along')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Reason').fill('for the yearly audit')
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    const text = readFileSync(await file.path(), 'utf8')
    expect(text).toContain('"log.read"')
    expect(text).toMatch(/"checkpoint","[0-9a-z]{4}-/)
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('link', { name: 'Taken along' }).click()
    await page.getByText('for the yearly audit').waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('prints its checkpoints, each with its signs whole', async () => {
    const { page, complaints, close } = await vigil.enter()
    await open(page, '/log/checkpoints')
    const cards = page.locator('main ol li')
    expect(await cards.count()).toBe(1)
    await page.getByRole('radio', { name: 'Every one' }).check()
    await expect.poll(() => cards.count()).toBeGreaterThan(1)
    await cards.first().getByText('Signature holds').waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Copy signs' }).count()).toBe(0)
    const signs = await cards.first().locator('p').last().innerText()
    expect(signs.replaceAll(/\s/g, '')).toMatch(
      /^([02-9ac-hj-np-z]{4}-){14,17}[02-9ac-hj-np-z]{1,4}$/,
    )
    await page.emulateMedia({ media: null })
    expect(complaints).toEqual([])
    await close()
  })
})

test('an auditor begins with the log and is offered nothing else', async () => {
  const { page, complaints, close } = await vigil.enter()
  await page.route('**/api/session', async (route) => {
    const answer = await route.fetch()
    const session = await answer.json()
    await route.fulfill({ json: { ...session, capabilities: ['log.read'] } })
  })
  await page.goto('/')
  await page.waitForURL('**/log')
  await page.getByRole('heading', { level: 1, name: 'Log' }).waitFor()
  const links = await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link')
    .allInnerTexts()
  expect(links).toEqual(['Log', 'Help'])
  expect(await page.getByRole('button', { name: 'Take along' }).count()).toBe(0)
  expect(complaints).toEqual([])
  await close()
})
