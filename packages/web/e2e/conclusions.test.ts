import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { findSeriousFaults } from './support/axe.ts'
import { bringInAndOpen } from './support/bring-in.ts'
import { useInstallation } from './support/installation.ts'
import { FIRST_PERSON } from './support/journey.ts'

const MALI = join(import.meta.dirname, 'fixtures/S-AC.51-2023-3.txt')
/** Clauses of the conclusions on Mali, and those that ask for something (un-documents.md 1). */
const CLAUSES = 111
const DIRECTIVES = 50

const vigil = useInstallation()
/** Path of the conclusions on Mali. */
let mali = ''

beforeAll(async () => {
  const { page, close } = await vigil.begin()
  mali = await bringInAndOpen(page, MALI)
  await close()
})

/** Another window of the first person, with the clauses open at `place`. */
async function openClauses(place = '') {
  const visitor = await vigil.enter()
  const [path, query] = place.split('?')
  await visitor.page.goto(`${mali}${path}?view=clauses${query ? `&${query}` : ''}`)
  await visitor.page.locator('[data-clause-list]').waitFor()
  return visitor
}

function card(page: Page): Locator {
  return page.locator('[data-clause-list] [aria-current=true]')
}

async function currentClause(page: Page): Promise<string> {
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

describe('the clauses of the conclusions on Mali', () => {
  test('are counted by kind, marked in the text, and told apart from views of members', async () => {
    const { page, complaints, close } = await openClauses()
    await page.getByRole('button', { name: `${DIRECTIVES} ask for something` }).waitFor()
    const marks = (kind: string) => page.locator(`[data-clause=${kind}]`).count()
    const counts = await Promise.all(['directive', 'normative', 'expressive'].map(marks))
    expect(counts[0]).toBe(DIRECTIVES)
    expect(counts.reduce((sum, count) => sum + count)).toBe(CLAUSES)
    expect(await marks('view')).toBeGreaterThan(5)
    expect(await findSeriousFaults(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  test('are narrowed down by addressee; what does not fit is folded and comes back', async () => {
    const { page, close } = await openClauses()
    await page.getByRole('button', { name: 'Every addressee' }).click()
    await page.getByRole('menuitemradio', { name: /^Sanctions committee/ }).click()
    await page.waitForURL('**addressee=sanctions_committee**')
    const shown = page.locator('[data-clause-list] li')
    expect(await shown.count()).toBeLessThan(5)
    expect(await page.locator('#para_5').count()).toBe(0)
    await page.getByRole('button', { name: 'Unfold' }).first().click()
    await page.locator('#para_2').waitFor()
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect.poll(() => shown.count()).toBeGreaterThan(CLAUSES)
    await page.locator('#para_5').waitFor()
    await close()
  })

  test('open at an address of their own, with whom they speak to and the letter they travel in', async () => {
    const { page, close } = await openClauses('/para_6__point_g__clause_1')
    await page.locator('#para_6__point_g__clause_1[aria-current=location]').waitFor()
    const words = await card(page).innerText()
    expect(words).toContain('6 (g).1')
    expect(words).toContain('Government “the transitional Government”')
    expect(words).toContain('Vigil’s own')
    await card(page).getByRole('link', { name: 'the transitional Government of Mali' }).waitFor()
    const box = await page.locator('#para_6__point_g__clause_1').boundingBox()
    expect(box?.y).toBeGreaterThan(72)
    await close()
  })
})

describe('a person corrects', () => {
  test('by keys alone: J, K and N go, E corrects, Escape closes, the focus comes back', async () => {
    const { page, close } = await openClauses()
    await page.keyboard.press('n')
    await expect.poll(() => currentClause(page)).toBe('para_4__point_a__clause_2')
    await page.keyboard.press('k')
    await expect.poll(() => currentClause(page)).toBe('para_4__point_a__clause_1')
    await page.keyboard.press('j')
    await page.waitForFunction(() => document.activeElement?.id === 'para_4__point_a__clause_2')
    await page.keyboard.press('e')
    const form = page.getByRole('form', { name: 'Correct' })
    await form.waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
    await page.keyboard.press('Escape')
    await form.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Correct')
    await page.keyboard.press('r')
    await card(page).getByText('Reviewed', { exact: true }).waitFor()
    await close()
  })

  test('addressee, division and union; the history says who, what and when; each is taken back', async () => {
    const { page, complaints, close } = await openClauses('/para_4__point_b__clause_1')
    await card(page).getByRole('button', { name: 'Correct' }).click()
    const form = page.getByRole('form', { name: 'Correct' })
    await form.getByRole('checkbox', { name: 'All parties' }).uncheck()
    await form.getByRole('checkbox', { name: 'Somebody who cannot be told' }).check()
    await form.getByRole('button', { name: 'Save correction' }).click()
    await card(page).getByText('set by a person').waitFor()
    await card(page).getByText('Corrected', { exact: true }).waitFor()

    await card(page).getByRole('button', { name: 'Split' }).click()
    await page.getByRole('radio', { name: 'implement' }).check()
    await page.getByRole('button', { name: 'Split here' }).click()
    await page.locator('#para_4__point_b__clause_2').waitFor()
    await card(page).getByRole('button', { name: 'Join with the next' }).click()
    await page.locator('#para_4__point_b__clause_2').waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'Corrections' }).click()
    const history = page.getByRole('region', { name: 'Corrections' })
    const entries = history.getByRole('listitem').filter({ has: page.locator('time') })
    await expect.poll(() => entries.count()).toBeGreaterThan(2)
    const set = entries.filter({ hasText: 'Speaks to: All parties → Not known' })
    expect(await set.innerText()).toContain(FIRST_PERSON.name)
    expect(await set.locator('time').getAttribute('datetime')).toMatch(/^\d{4}-\d\d-\d\dT/)
    await set.getByRole('button', { name: 'Take back' }).click()
    await page.getByText('The correction was taken back.').waitFor()
    await card(page).getByText('All parties “all the parties to the conflict”').waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('and is told when somebody else was quicker; the clause stands there as it is now', async () => {
    const [first, second] = await Promise.all([
      openClauses('/para_6__point_f__clause_2'),
      openClauses('/para_6__point_f__clause_2'),
    ])
    await card(first.page).getByRole('button', { name: 'Join with the next' }).click()
    await first.page.getByText('6 (f).2 was joined with the next clause.').waitFor()
    await card(second.page).getByRole('button', { name: 'Mark as reviewed' }).click()
    await second.page.getByText('Somebody has corrected this clause in the meantime.').waitFor()
    await second.page.locator('#para_6__point_f__clause_4').waitFor({ state: 'detached' })
    await first.page.getByRole('button', { name: 'Take back' }).click()
    await first.page.locator('#para_6__point_f__clause_4').waitFor()
    await Promise.all([first.close(), second.close()])
  })
})

describe('what the document cites', () => {
  test('is a table and a picture; a committee is one line', async () => {
    const { page, close } = await vigil.enter()
    await page.goto(`${mali}?view=citations`)
    const table = page.getByRole('table', { name: /^Documents cited/ })
    const committee = table.getByRole('row').filter({ hasText: 'Committee 1267/1989/2253' })
    await committee.waitFor()
    expect(await committee.getByRole('link').count()).toBe(4)
    expect(await table.getByRole('link', { name: 'S/RES/2690(2023)' }).getAttribute('href')).toBe(
      'https://docs.un.org/S/RES/2690(2023)',
    )
    await page.getByRole('img', { name: /documents are cited/ }).waitFor()
    expect(await findSeriousFaults(page)).toEqual([])
    await table.getByRole('link', { name: 'para. 7 (a)' }).first().click()
    await page.locator('#para_7__point_a[aria-current=location]').waitFor()
    await close()
  })
})

describe('all that is asked of anybody', () => {
  test('is one list, narrowed down and taken along as CSV and for Excel', async () => {
    const { page, complaints, close } = await openClauses()
    await page.getByRole('link', { name: 'In the list of actions' }).click()
    await page.getByText(`${DIRECTIVES} clauses`, { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Every addressee' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitemradio', { name: /^Secretary-General/ }).waitFor()
    await page.keyboard.type('Secretary')
    await page.keyboard.press('Enter')
    await page.waitForURL('**addressee=secretary_general**')
    const rows = page.getByRole('table').locator('tbody tr')
    await expect.poll(() => rows.count()).toBeLessThan(DIRECTIVES)
    const count = await rows.count()
    expect(await rows.first().innerText()).toContain('7 (a).1')
    expect(await findSeriousFaults(page)).toEqual([])

    const csv = await readFile(await takeAlong(page, 'CSV'), 'utf8')
    const starts = csv.split('\r\n').filter((line) => line.includes('"Secretary-General"'))
    expect(starts).toHaveLength(count)
    const book = await takeAlong(page, 'Excel')
    const sheet = execFileSync('unzip', ['-p', book, 'xl/worksheets/sheet1.xml']).toString()
    expect(sheet.match(/<row /g)).toHaveLength(count + 1)

    await rows.first().getByRole('link').click()
    await page.locator('#para_7__point_a__clause_1[aria-current=location]').waitFor()
    expect(complaints).toEqual([])
    await close()
  })
})

/** Downloads the list as it is narrowed down now; where the file lies. */
async function takeAlong(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ])
  return download.path()
}
