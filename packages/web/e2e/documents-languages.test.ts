import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { findSeriousFaults } from './support/axe.ts'
import { bringIn } from './support/bring-in.ts'
import { useInstallation } from './support/installation.ts'
import { PHONE, sidewaysScroll, wear } from './support/looks.ts'

/** One document of a fictional country, in three languages; each lacks something. */
const ARVENIA = join(import.meta.dirname, 'fixtures/arvenia')

const vigil = useInstallation()
/** Path of the document. */
let arvenia = ''

beforeAll(async () => {
  const { page, close } = await vigil.begin()
  // Two files are sent at a time, and whichever is read first makes the document.
  await bringIn(page, `${ARVENIA}-en.txt`)
  await bringIn(page, [`${ARVENIA}-fr.txt`, `${ARVENIA}-ar.txt`])
  await page.getByText('Added in French').waitFor()
  await page.getByText('Added in Arabic').waitFor()
  await page.getByRole('link', { name: 'Open S/AC.51/2031/9' }).first().click()
  await page.getByRole('article', { name: 'Text of the document' }).waitFor()
  arvenia = new URL(page.url()).pathname
  await close()
})

describe('a document in several languages', () => {
  test('is one document in the list, with all its languages', async () => {
    const { page, close } = await vigil.enter()
    await page.goto('/documents')
    await page.getByText('1 document', { exact: true }).waitFor()
    await page.getByRole('row', { name: /English · Français · العربية/ }).waitFor()
    await close()
  })

  test('stands side by side, aligned by paragraph and point, and says what each side lacks', async () => {
    const { page, complaints, close } = await vigil.enter()
    await page.goto(`${arvenia}?language=en`)
    await page.getByRole('combobox', { name: 'Beside it' }).selectOption('fr')
    await page
      .getByText('13 paragraphs stand in both languages; 1 only in English; 1 only in French.')
      .waitFor()
    const both = await page.locator('#para_2__point_b__point_ii p').allInnerTexts()
    expect(both).toEqual(['In the harbour towns;', 'Dans les villes portuaires ;'])
    const onlyEnglish = page.locator('#para_2__point_c')
    await onlyEnglish.getByText('No counterpart in the French text.').waitFor()
    await page.locator('#para_5').getByText('No counterpart in the English text.').waitFor()
    expect(await findSeriousFaults(page)).toEqual([])
    await wear(page, { viewport: PHONE })
    expect(await sidewaysScroll(page)).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  test('Arabic stands right to left, its numbers at the right', async () => {
    const { page, close } = await vigil.enter()
    await page.goto(`${arvenia}?language=en&beside=ar`)
    const point = page.locator('#para_2__point_a [lang=ar]')
    await point.waitFor()
    expect(await point.evaluate((side) => getComputedStyle(side).direction)).toBe('rtl')
    const [marker, words] = await Promise.all([
      point.locator('span').first().boundingBox(),
      point.locator('p').boundingBox(),
    ])
    expect(marker?.x).toBeGreaterThan((words?.x ?? Infinity) + (words?.width ?? 0) - 1)
    await page.goto(`${arvenia}?language=ar`)
    await page.locator('article[dir=rtl][lang=ar]').waitFor()
    expect(await findSeriousFaults(page)).toEqual([])
    await close()
  })

  test('an address keeps its paragraph and its languages', async () => {
    const { page, close } = await vigil.enter()
    await page.goto(`${arvenia}/para_2__point_b?language=fr&beside=en`)
    const row = page.locator('#para_2__point_b[aria-current=location]')
    await row.waitFor()
    expect(
      await row
        .locator('[lang]')
        .evaluateAll((sides) => sides.map((one) => one.getAttribute('lang'))),
    ).toEqual(['fr', 'en'])
    await page.getByRole('combobox', { name: 'Beside it' }).selectOption('ar')
    await page.waitForURL(/para_2__point_b\?language=fr&beside=ar/)
    await page.getByRole('combobox', { name: 'Beside it' }).selectOption('none')
    await page.waitForURL(/para_2__point_b\?language=fr$/)
    await page.getByRole('article', { name: 'Text of the document' }).waitFor()
    expect(await page.locator('#para_2__point_b').innerText()).toContain('Permettre un accès')
    await close()
  })

  test('a language that is not held and a paragraph that it lacks are said', async () => {
    const { page, close } = await vigil.enter()
    await page.goto(`${arvenia}/para_5?language=en`)
    await page.getByText('There is no paragraph at this address in the English text.').waitFor()
    await page.getByText('Not held in Spanish, Russian or Chinese.').waitFor()
    await close()
  })

  test('the text is cited as each language prints it', async () => {
    const { page, close } = await vigil.enter()
    await page.goto(`${arvenia}/para_2__point_b?language=fr`)
    await page
      .getByRole('button', { name: 'Copy the address of paragraph 2 b)', exact: true })
      .waitFor()
    await page.goto(`${arvenia}/para_2__point_b?language=en`)
    await page
      .getByRole('button', { name: 'Copy the address of paragraph 2 (b)', exact: true })
      .waitFor()
    await close()
  })
})
