import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { findSeriousFaults } from './support/axe.ts'
import { bringIn, file } from './support/bring-in.ts'
import { useInstallation } from './support/installation.ts'

const MALI = join(import.meta.dirname, 'fixtures/S-AC.51-2023-3.txt')
const MALI_REPAIRS = 36

const vigil = useInstallation()
/** Path of the conclusions on Mali, once the first journey has brought them in. */
let mali = ''

beforeAll(async () => {
  const { close } = await vigil.begin()
  await close()
})

describe('bringing in', () => {
  test('the empty list says what can be brought in', async () => {
    const { page, complaints, close } = await vigil.enter()
    await page.goto('/documents')
    await page.getByText('No document yet').waitFor()
    await page.getByText('PDF with a text layer').waitFor()
    expect(await findSeriousFaults(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  test('the conclusions on Mali come out repaired, in order, with their 46 points', async () => {
    const { page, complaints, close } = await vigil.enter()
    await bringIn(page, MALI)
    await page.getByText(`71 paragraphs, ${MALI_REPAIRS} repairs`).waitFor()
    expect(await findSeriousFaults(page)).toEqual([])
    await page.getByRole('link', { name: /^Open / }).click()
    const text = page.getByRole('article', { name: 'Text of the document' })
    await text.waitFor()
    mali = new URL(page.url()).pathname
    const addresses = await text
      .locator('[data-eid]')
      .evaluateAll((all) => all.map((one) => one.id))
    expect(addresses.filter((eid) => eid.includes('__point_'))).toHaveLength(46)
    const numbered = addresses.filter((eid) => /^para_\d+$/.test(eid))
    expect(numbered).toEqual(Array.from({ length: 11 }, (_, index) => `para_${index + 1}`))
    const words = await text.textContent()
    expect(words).toContain('to comply with applicable international law')
    expect(words).not.toContain('co mply')
    expect(words).not.toContain('undocs.org')
    expect(complaints).toEqual([])
    await close()
  })

  test('the same file again is not stored twice: it leads to the document held', async () => {
    const { page, close } = await vigil.enter()
    await bringIn(page, MALI)
    await page.getByText('Already held', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Open the document held' }).click()
    await page.waitForURL(`**${mali}`)
    await page.goto('/documents')
    await page.getByText('1 document', { exact: true }).waitFor()
    await close()
  })

  test('bad files are refused in one sentence each, and nothing of them stays', async () => {
    const { page, close } = await vigil.enter()
    await bringIn(page, [
      file('empty.txt', ''),
      file('picture.png', '89504e470d0a1a0a0000000d49484452', 'hex'),
      file('numbers.txt', '1612 1882 1998'),
      file('broken.pdf', '%PDF-1.7\nnothing more'),
    ])
    await page.getByText('No file brought in, 4 not taken.').waitFor()
    const rows = page.getByRole('list', { name: 'Files' }).getByRole('listitem')
    for (const row of await rows.all()) {
      expect(await row.getByText('Not taken').count()).toBe(1)
      expect(await row.locator('p').first().innerText()).toMatch(/^[A-Z].{15,}\.$/s)
    }
    await page.goto('/documents')
    await page.getByText('1 document', { exact: true }).waitFor()
    await close()
  })
})

describe('reading', () => {
  test('an address opens its paragraph, marked, in the window of somebody else', async () => {
    const { page, close } = await vigil.enter()
    await page.goto(`${mali}/para_7__point_a?language=en`)
    const target = page.locator('#para_7__point_a[aria-current=location]')
    await target.waitFor()
    await page.waitForFunction(() => document.activeElement?.id === 'para_7__point_a')
    const box = await target.boundingBox()
    expect(box?.y).toBeGreaterThan(72)
    expect(box?.y).toBeLessThan(700)
    await close()
  })

  test('J and K move between paragraphs, and the address follows', async () => {
    const { page, close } = await vigil.enter()
    await page.goto(`${mali}/para_4`)
    await page.locator('#para_4[aria-current=location]').waitFor()
    await page.keyboard.press('j')
    await page.waitForURL('**/para_4__point_a')
    await page.keyboard.press('j')
    await page.waitForURL('**/para_4__point_b')
    await page.keyboard.press('k')
    await page.waitForURL('**/para_4__point_a')
    await close()
  })

  test('the address of a paragraph is copied by a button that can be reached by keyboard', async () => {
    const { page, close } = await vigil.enterApart({
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await page.goto(`${mali}/para_7__point_a`)
    await page.locator('#para_7__point_a[aria-current=location]').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Address of paragraph 7 (a) copied.').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(`${vigil.address}${mali}/para_7__point_a`)
    await close()
  })

  test('words are found in the document and stepped through', async () => {
    const { page, close } = await vigil.enter()
    await page.goto(mali)
    await page.getByRole('searchbox', { name: 'Find in this document' }).fill('action plan')
    await page.getByText('6 places').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('1 of 6').waitFor()
    await page.getByRole('button', { name: 'Next place' }).click()
    await page.getByText('2 of 6').waitFor()
    expect(await page.locator('mark').count()).toBe(6)
    await close()
  })

  test('languages that are not held are said', async () => {
    const { page, close } = await vigil.enter()
    await page.goto(mali)
    await page.getByText('Not held in French, Spanish, Arabic, Russian or Chinese.').waitFor()
    await close()
  })

  test('the original comes back byte for byte, with its fingerprint beside it', async () => {
    const { page, close } = await vigil.enter()
    await page.goto(mali)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the original, byte for byte' }).click(),
    ])
    expect(await readFile(await download.path())).toEqual(await readFile(MALI))
    await close()
  })
})

describe('original and repairs', () => {
  test('every repair is listed by rule and marked on both sides', async () => {
    const { page, complaints, close } = await vigil.enter()
    await page.goto(mali)
    await page.getByRole('link', { name: 'Original and repairs' }).click()
    await page.getByText(`${MALI_REPAIRS} repairs`, { exact: true }).waitFor()
    await page.getByRole('button', { name: /A word split in two was joined\s*8/ }).click()
    await page.getByRole('button', { name: /co mply/ }).click()
    await page.getByText('Repair 1 of 8').waitFor()
    const [from, to] = await page.locator('[data-repair="16"]').allInnerTexts()
    expect([from, to]).toEqual(['co mply', 'comply'])
    expect(await findSeriousFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Next repair' }).click()
    await page.getByText('Repair 2 of 8').waitFor()
    expect(complaints).toEqual([])
    await close()
  })
})

describe('searching', () => {
  test('a hit opens its paragraph in place with the words marked', async () => {
    const { page, complaints, close } = await vigil.enter()
    await page.goto('/search')
    await page.getByText('What are you looking for?').waitFor()
    await page.getByRole('searchbox', { name: 'Words' }).fill('safe schools declaration')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?words=_*')
    await page.locator('mark').first().waitFor()
    expect(await findSeriousFaults(page)).toEqual([])
    await page.getByRole('link', { name: 'Paragraph 2', exact: true }).click()
    await page.locator('#para_2[aria-current=location] mark').first().waitFor()
    await page.locator('#para_2 mark', { hasText: 'Safe Schools Declaration' }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('what is not found is said, with what to do', async () => {
    const { page, close } = await vigil.enter()
    await page.goto('/search?words=zebra')
    await page.getByText('“zebra” was not found').waitFor()
    await close()
  })
})

describe('keeping order', () => {
  test('the symbol is entered, and stands in the list', async () => {
    const { page, close } = await vigil.enter()
    await page.goto(mali)
    await page.getByRole('button', { name: 'Correct details' }).click()
    const dialog = page.getByRole('dialog', { name: 'Correct details' })
    await dialog.getByLabel('Symbol').fill('S/AC.51/2023/3')
    await dialog.getByLabel('Adopted').fill('2023-11-13')
    await dialog.getByRole('button', { name: 'Save details' }).click()
    await page.getByText('adopted 13 November 2023').waitFor()
    await page.goto('/documents')
    await page.getByRole('row', { name: /S\/AC\.51\/2023\/3.*Adopted 13 November 2023/ }).waitFor()
    await close()
  })

  test('a removed document is put back from the message, and from the list of the removed', async () => {
    const { page, close } = await vigil.enter()
    await page.goto(mali)
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByText('No document yet').waitFor()
    await page.getByText('S/AC.51/2023/3 was removed.').waitFor()
    await page.getByRole('button', { name: 'Put back' }).click()
    await page.getByRole('link', { name: /[Cc]hildren and armed conflict/ }).waitFor()
    await page.goto(mali)
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.goto('/documents?removed=true')
    await page.getByRole('button', { name: 'Put back S/AC.51/2023/3' }).click()
    await page.getByText('Nothing has been removed').waitFor()
    await close()
  })
})

describe('by keys alone', () => {
  test('list, document and paragraph open', async () => {
    const { page, close } = await vigil.enter()
    await page.goto('/documents')
    await page.getByRole('link', { name: /[Cc]hildren and armed conflict/ }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('article', { name: 'Text of the document' }).waitFor()
    await page.keyboard.press('j')
    await page.waitForURL('**/head')
    await page.keyboard.press('f')
    await page.keyboard.type('MINUSMA')
    await page.locator('mark').first().waitFor()
    await page.keyboard.press('Escape')
    await page.locator('mark').first().waitFor({ state: 'detached' })
    await close()
  })
})
