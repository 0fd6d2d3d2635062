import type { DemonstrationPerson } from '@vigil/core/demonstration'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findSeriousFaults } from './support/axe.ts'
import { startBrowser, visit, type Visit } from './support/browser.ts'
import { type RunningServer, startServer } from './support/server.ts'

const REASON = 'a survivor may be in danger tonight'
const running: { server?: RunningServer; browser?: Browser } = {}

beforeAll(async () => {
  const starting = [startServer({ isDemonstration: true }), startBrowser()] as const
  ;[running.server, running.browser] = await Promise.all(starting)
})
afterAll(async () => {
  await running.browser?.close()
  await running.server?.stop()
})

/** A browser in which a visitor is this person of the demonstration. */
async function enterAs(person: DemonstrationPerson): Promise<Visit> {
  if (!running.server || !running.browser) throw new Error('Nothing runs')
  const entered = await visit(running.browser, { baseURL: running.server.address })
  await entered.page.goto('/')
  await send(entered.page, { method: 'POST', path: '/api/demonstration/person', body: { person } })
  return entered
}

interface Sent {
  readonly method: string
  readonly path: string
  readonly body?: object
}

/** A request of the page itself, with its session. */
function send(page: Page, sent: Sent): Promise<{ status: number; text: string }> {
  return page.evaluate(async ({ method, path, body }) => {
    const headers = { 'content-type': 'application/json' }
    const asked = body ? { method, headers, body: JSON.stringify(body) } : { method }
    const answer = await fetch(path, asked)
    return { status: answer.status, text: await answer.text() }
  }, sent)
}

async function recordIncident(page: Page): Promise<string> {
  const header = { operation: 'aldonia', region: 'north', class: 'S0', state: 'submitted' }
  const body = { ...header, entity: 'mission' }
  const { status, text } = await send(page, { method: 'POST', path: '/api/incidents', body })
  expect([status, text]).toEqual([201, expect.stringContaining('"id"')])
  return (JSON.parse(text) as { id: string }).id
}

test('one record is opened in need by two, for an hour that everybody concerned can see', async () => {
  const [owner, asker, second, auditor] = await Promise.all([
    enterAs('focal-point'),
    enterAs('monitor'),
    enterAs('data-protection'),
    enterAs('auditor'),
  ])
  const id = await recordIncident(owner.page)
  const read = async () =>
    (await send(asker.page, { method: 'GET', path: `/api/incidents/${id}` })).status
  expect(await read()).toBe(404)

  await asker.page.goto('/task-force')
  await asker.page.getByRole('button', { name: 'Ask for an incident' }).click()
  const dialog = asker.page.getByRole('dialog', { name: 'Ask for an incident in need' })
  await dialog.getByLabel('Incident').fill(id)
  await dialog.getByLabel('Reason').fill(REASON)
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click()
  const asked = asker.page.getByRole('row', { name: new RegExp(id) })
  await asked.getByText(/^waits until/).waitFor()
  expect(await asked.getByRole('button', { name: 'Agree' }).count()).toBe(0)
  expect(await read()).toBe(404)

  await second.page.goto('/')
  await second.page.getByText(/^Ilva Tarnow asks, in need, for an incident/).waitFor()
  await second.page.getByRole('link', { name: 'Look at it' }).click()
  const request = second.page.getByRole('row', { name: new RegExp(REASON) })
  await request.getByRole('button', { name: 'Agree' }).click()
  await request.getByText(/^open until/).waitFor()
  await second.page.getByText(/asks, in need/).waitFor({ state: 'hidden' })

  expect(await read()).toBe(200)
  await asker.page.goto('/')
  await asker.page.getByText(/^An incident is open to you, in need, until/).waitFor()
  await owner.page.goto('/')
  await owner.page.getByText(/^Ilva Tarnow reads, in need, an incident that you/).waitFor()
  expect(await findSeriousFaults(owner.page)).toEqual([])
  await owner.page.getByRole('link', { name: 'Look at it' }).click()
  const told = owner.page.getByRole('row', { name: new RegExp(id) })
  expect(await told.innerText()).toMatch(/Asked: Ilva Tarnow[^]*Agreed: Yara Montel/)
  expect(await told.innerText()).toContain(REASON)
  expect(await told.getByRole('button').count()).toBe(0)

  await asker.page.getByRole('link', { name: 'Look at it' }).click()
  await asked.getByRole('button', { name: 'End' }).click()
  await asked.getByText(/^over since/).waitFor()
  await asker.page.getByText(/is open to you/).waitFor({ state: 'hidden' })
  expect(await read()).toBe(404)
  await owner.page.goto('/')
  await owner.page.getByText(/^Ilva Tarnow read, in need, an incident that you/).waitFor()

  await auditor.page.goto(`/log?record=${id}`)
  const acts = () => auditor.page.locator('main tbody th').allInnerTexts()
  await expect
    .poll(acts)
    .toEqual([
      'Read an incident',
      'Ended an opening in need',
      'Read an incident',
      'Agreed that an incident is opened in need',
      'Read an incident',
      'Asked, in need, for an incident',
      'Read an incident',
      'Recorded an incident',
    ])
  const visits = [owner, asker, second, auditor]
  expect(visits.flatMap(({ complaints }) => complaints)).toEqual([])
  for (const { close } of visits) await close()
})
