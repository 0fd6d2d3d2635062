import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { findSeriousFaults } from './support/axe.ts'
import { bringInAndOpen, file } from './support/bring-in.ts'
import { useInstallation } from './support/installation.ts'
import { tabTo } from './support/journey.ts'
import { handBack, keepFirstVersion } from './support/letters.ts'

const MALI = join(import.meta.dirname, 'fixtures/S-AC.51-2023-3.txt')
const ALDONIE = join(import.meta.dirname, 'fixtures/aldonie-conclusions-fr.txt')

const vigil = useInstallation()
/** Path of the conclusions on Mali, and of the letter once it is kept. */
let mali = ''
let letter = ''

beforeAll(async () => {
  const { page, close } = await vigil.begin()
  mali = await bringInAndOpen(page, MALI)
  await close()
})

function annexOf(page: Page) {
  return page.getByRole('region', { name: 'Annex: letter of the Chair' })
}

/** The field of a fact. */
function fact(page: Page, path: string) {
  return page.locator(`[name="${path}"]`)
}

/** The bytes of a version as the link beside the title brings them. */
function download(page: Page, name: RegExp): Promise<Buffer> {
  return saved(page, () => page.getByRole('link', { name }).click())
}

/** The bytes of the file that is saved because of `act`. */
async function saved(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const [begun] = await Promise.all([page.waitForEvent('download'), act()])
  return readFile(await begun.path())
}

describe('drafting', () => {
  test('the document shows its messages, the statement as one', async () => {
    const { page, complaints, close } = await vigil.enter()
    await page.goto(mali)
    const views = page.getByRole('navigation', { name: 'Views of this document' })
    await views.getByRole('link', { name: 'Letters', exact: true }).click()
    await page.getByRole('link', { name: 'Draft this statement' }).waitFor()
    const cards = page.getByRole('main').getByRole('heading', { level: 2 })
    expect(await cards.allInnerTexts()).toHaveLength(7)
    const statement = page.getByRole('region', { name: 'Public statement' })
    expect(await statement.getByRole('link', { name: /^Paragraph / }).allInnerTexts()).toEqual([
      'Paragraph 4',
      'Paragraph 5',
    ])
    expect(await findSeriousFaults(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  test('a missing fact stands as a blank that leads to its field, and is filled from there', async () => {
    const { page, complaints, close } = await vigil.enter()
    await page.goto(`${mali}/letters/para_7`)
    await page.getByText('10 facts are missing:').waitFor()
    await annexOf(page).getByRole('button', { name: '[who spoke for the State]' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(
      'stateSpeaker',
    )
    await page.keyboard.type('A representative of the Permanent Mission of Mali')
    await annexOf(page).getByText('A representative of the Permanent Mission of Mali').waitFor()
    await page.getByText('9 facts are missing:').waitFor()
    await fact(page, 'symbol').fill('S/AC.51/2023/3')
    await fact(page, 'adoptedOn').fill('2023-11-13')
    await fact(page, 'chair.name').fill('Amara Example')
    await fact(page, 'chair.signedOn').fill('2024-01-25')
    await page.getByText('on 13 November 2023 (S/AC.51/2023/3)').first().waitFor()
    expect(await annexOf(page).getByText('Example', { exact: true }).count()).toBe(1)
    await page.getByText('5 facts are missing:').waitFor()
    expect(await findSeriousFaults(page)).toEqual([])
    letter = await keepFirstVersion(page)
    expect(complaints).toEqual([])
    await close()
  })

  test('what is left out takes “Also” and “Further” with it', async () => {
    const { page, close } = await vigil.enter()
    await page.goto(letter)
    await annexOf(page).getByText('Further request you').waitFor()
    await page.getByText('Points: 3 of 3 go in').click()
    await page.getByRole('checkbox', { name: /^7 \(b\)/ }).uncheck()
    await annexOf(page).getByText('Further request you').waitFor({ state: 'detached' })
    await annexOf(page)
      .getByText(/^\(b\) Also request you/)
      .waitFor()
    await page.getByText('Points are left out of this letter.').waitFor()
    await page.getByRole('checkbox', { name: /^7 \(b\)/ }).check()
    await annexOf(page).getByText('Further request you').waitFor()
    await page.getByText('Nothing has been changed since the last version.').waitFor({
      state: 'attached',
    })
    await close()
  })

  test('an edited sentence shows what it said before, is put back, and that is taken back', async () => {
    const { page, close } = await vigil.enter()
    await page.goto(letter)
    await page.getByRole('button', { name: /^Edit: Also request/ }).click()
    const words = page.getByRole('textbox', { name: /^Your words/ })
    await words.fill((await words.inputValue()).replace('ensure that', 'see to it that'))
    await page.getByRole('button', { name: 'Use these words' }).click()
    await page.getByText('Edited by a person').waitFor()
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(focused).toMatch(/^Edit: Also request/)
    expect(await page.locator('del').allInnerTexts()).toEqual(['ensure'])
    await page.getByRole('button', { name: 'Put back what was drafted' }).click()
    await page.getByText('Edited by a person').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Edited by a person').waitFor()
    await page.getByRole('button', { name: 'Save as version 2' }).click()
    await page.getByText('Version 2 is kept.').waitFor()
    await page.getByRole('link', { name: 'Versions 2' }).click()
    await page.getByRole('link', { name: /^Version 1/ }).click()
    await page.getByRole('radio', { name: 'Compared with version 2' }).check()
    await page.locator('ins', { hasText: 'see to it' }).last().waitFor()
    await close()
  })

  test('an unproven wording is only offered; taken, it stands in the letter', async () => {
    const { page, close } = await vigil.enter()
    await page.goto(`${mali}/letters/para_6`)
    await page.getByText('Form not confirmed by a specimen').waitFor()
    const offer = annexOf(page).getByText('2 other wordings are offered, not proven').first()
    await offer.click()
    await page.getByText('Speaks to the addressee: “you”.').first().waitFor()
    await page.getByRole('button', { name: 'Take this wording' }).first().click()
    await annexOf(page).getByText('Wording not proven').waitFor()
    await page.getByRole('button', { name: 'Back to the drafted wording' }).click()
    await annexOf(page).getByText('Wording not proven').waitFor({ state: 'detached' })
    await close()
  })

  test('a French rendition makes a French letter, whose citations lead to their documents', async () => {
    const { page, complaints, close } = await vigil.enter()
    await page.goto(`${await bringInAndOpen(page, ALDONIE)}/letters/para_3`)
    await annexOf(page).getByText('Vous prier de veiller à la conservation des données').waitFor()
    await annexOf(page).getByText('Lors d’une séance officielle tenue le 3 mars 2031').waitFor()
    const cited = annexOf(page).getByRole('link', { name: '2601 (2021)' })
    expect(await cited.getAttribute('href')).toBe('https://docs.un.org/S/RES/2601(2021)')
    await page
      .getByRole('button', { name: '[nom de la personne qui préside le Groupe de travail]' })
      .click()
    await page.keyboard.type('Amara Exemple')
    await annexOf(page).getByText('(Signé) Amara Exemple').waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('a sentence leads to its clause', async () => {
    const { page, close } = await vigil.enter()
    await page.goto(letter)
    await annexOf(page).getByRole('link', { name: 'Clause 7 (b).1' }).click()
    await page.waitForURL('**/para_7__point_b__clause_1?*view=clauses*')
    await close()
  })
})

describe('what is not saved', () => {
  test('leaving asks first, and staying keeps everything', async () => {
    const { page, close } = await vigil.enter()
    await page.goto(letter)
    await fact(page, 'president.name').fill('Nobody Example')
    await page.getByText('Changed since, and not saved.').waitFor()
    await page.getByRole('navigation', { name: 'Main' }).getByText('Actions').click()
    await page.getByRole('alertdialog', { name: 'Leave without saving?' }).waitFor()
    await page.getByRole('button', { name: 'Stay here' }).click()
    await page.getByRole('link', { name: /^Handed back/ }).click()
    await page.getByRole('link', { name: 'Draft', exact: true }).click()
    expect(await fact(page, 'president.name').inputValue()).toBe('Nobody Example')
    await close()
  })

  test('somebody else was faster: both are shown, and neither is lost', async () => {
    const [mine, theirs] = await Promise.all([vigil.enter(), vigil.enter()])
    await Promise.all([mine.page.goto(letter), theirs.page.goto(letter)])
    await fact(mine.page, 'president.name').fill('Mine Example')
    await fact(theirs.page, 'president.name').fill('Theirs Example')
    await theirs.page.getByRole('button', { name: 'Save as version 3' }).click()
    await theirs.page.getByText('Version 3 is kept.').waitFor()
    await mine.page.getByRole('button', { name: /^Save as version/ }).click()
    await mine.page.getByText('saved version 3 while this was open').waitFor()
    await mine.page.getByRole('button', { name: 'Compare theirs with mine' }).click()
    await mine.page.locator('del', { hasText: 'Theirs' }).waitFor()
    await mine.page.getByRole('button', { name: 'Save mine as version 4' }).click()
    await mine.page.getByText('Version 4 is kept.').waitFor()
    await Promise.all([mine.close(), theirs.close()])
  })
})

describe('going out and coming back', () => {
  test('Word and PDF hold every word, and an edited copy shows what was changed', async () => {
    const { page, complaints, close } = await vigil.enter()
    await page.goto(letter)
    const docx = await download(page, /^Word file of version/)
    const pdf = await download(page, /^PDF of version/)
    const text = (await download(page, /^Text of version/)).toString('utf8')
    expect(docx.subarray(0, 2).toString()).toBe('PK')
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await page.getByRole('link', { name: /^Handed back/ }).click()
    await page.getByText('Nothing has been handed back yet').waitFor()
    await handBack(page, 'as-drafted.docx', docx)
    await page.getByText('Nothing differs from the version it was made from.').waitFor()
    await handBack(page, 'as-drafted.pdf', pdf)
    await page.getByText('Nothing differs from the version it was made from.').waitFor()
    await page.getByRole('radio', { name: 'Letter as sent' }).check()
    const sent = text
      .replace('[date of the President’s letter]', '29 January 2024')
      .replace('capacity of MINUSMA', 'resources of MINUSMA')
    await handBack(page, 'sent.txt', sent)
    const result = page.getByRole('region', { name: 'Letter as sent' })
    expect(await result.locator('del').allInnerTexts()).toEqual(['capacity'])
    await page.getByText('Filled in: President’s letter dated: 29 January 2024').waitFor()
    await page.getByRole('link', { name: '7 (a)', exact: true }).waitFor()
    await page.getByText('Letter as sent handed back').waitFor()
    expect(await findSeriousFaults(page)).toEqual([])
    await page.getByTestId('returned-file').setInputFiles(file('empty.txt', ''))
    await page.getByRole('alert').getByText('The file is empty').waitFor()
    expect(complaints).toEqual([])
    await close()
  }, 60_000)

  test('a Word file that was altered shows where it differs from the version it is handed back to', async () => {
    const { page, close } = await vigil.enter()
    await page.goto(letter)
    const docx = await download(page, /^Word file of version/)
    await page.getByRole('link', { name: /^Handed back/ }).click()
    await page.getByLabel('Made from').selectOption({ label: 'Version 1' })
    await handBack(page, 'altered.docx', docx)
    const result = page.getByRole('region', { name: 'Edited copy' })
    expect(await result.locator('ins').allInnerTexts()).toContain('see to it')
    await close()
  })

  test('all letters stand in one list, and open by keys alone', async () => {
    const { page, close } = await vigil.enter()
    await page.goto('/letters')
    await page.getByRole('row', { name: /paragraph 7.*Version 4.*Letter as sent/ }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/letters/*-*')
    await annexOf(page).waitFor()
    await close()
  })
})

describe('by keys alone', () => {
  test('a letter is drafted, a missing fact filled in, kept, and taken along for Word and as PDF', async () => {
    const { page, complaints, close } = await vigil.enter()
    await page.goto(`${mali}?view=letters`)
    await page
      .getByRole('link', { name: /^Draft this letter/ })
      .first()
      .waitFor()
    await tabTo(page, 'Draft this letter')
    await page.keyboard.press('Enter')
    await page.getByText(/\d+ facts are missing:/).waitFor()
    await tabTo(page, '[who spoke for the State]')
    await page.keyboard.press('Enter')
    await page.keyboard.type('A representative of the Permanent Mission of Mali')
    await annexOf(page).getByText('A representative of the Permanent Mission of Mali').waitFor()
    await tabTo(page, 'Save as version 1')
    await page.keyboard.press('Enter')
    await page.getByText('Version 1 is kept.').waitFor()
    for (const [name, beginning] of [
      ['Word file of version 1', 'PK'],
      ['PDF of version 1', '%PDF-'],
    ] as const) {
      await tabTo(page, name)
      const bytes = await saved(page, () => page.keyboard.press('Enter'))
      expect(bytes.subarray(0, beginning.length).toString()).toBe(beginning)
    }
    expect(complaints).toEqual([])
    await close()
  })
})
