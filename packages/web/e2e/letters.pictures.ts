import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, test } from 'vitest'
import { bringInAndOpen } from './support/bring-in.ts'
import { useInstallation } from './support/installation.ts'
import { open } from './support/journey.ts'
import { takePicture } from './support/picture.ts'

const MALI = join(import.meta.dirname, 'fixtures/S-AC.51-2023-3.txt')

/** Facts for the pictures; the persons are nobody real. */
const FACTS = {
  symbol: 'S/AC.51/2023/3',
  adoptedOn: '2023-11-13',
  stateSpeaker: 'A representative of the Permanent Mission of Mali to the United Nations',
  'chair.name': 'Amara Example',
  'chair.signedOn': '2024-01-25',
  'president.name': 'Noor Example',
} as const

/** Pictures of the guide, where they are asked for (`VIGIL_PICTURES=1`). */
describe.skipIf(process.env['VIGIL_PICTURES'] !== '1')('pictures', () => {
  const vigil = useInstallation()
  let page: Page
  let mali = ''

  beforeAll(async () => {
    ;({ page } = await vigil.begin())
    await page.setViewportSize({ width: 1440, height: 900 })
    mali = await bringInAndOpen(page, MALI)
  })

  test('the messages of a document', async () => {
    await open(page, `${mali}?view=letters`)
    await page.getByRole('link', { name: 'Draft this statement' }).waitFor()
    await takePicture(page, 'messages')
  })

  test('the drafting desk', async () => {
    await open(page, `${mali}/letters/para_7`)
    for (const [path, value] of Object.entries(FACTS)) {
      await page.locator(`[name="${path}"]`).fill(value)
    }
    await page.getByText('4 facts are missing:').waitFor()
    await page.evaluate(() => {
      window.scrollTo(0, 0)
      document.querySelector('form')?.parentElement?.scrollTo(0, 0)
    })
    await takePicture(page, 'drafting')
  })

  test('a sentence that was edited', async () => {
    await page.getByRole('button', { name: /^Edit: Also request/ }).click()
    const words = page.getByRole('textbox', { name: /^Your words/ })
    await words.fill((await words.inputValue()).replace('continue their', 'strengthen their'))
    await page.getByRole('button', { name: 'Use these words' }).click()
    const edited = page.getByText('Edited by a person')
    await edited.waitFor()
    await edited.evaluate((tag) => tag.scrollIntoView({ block: 'center' }))
    await takePicture(page, 'edited-sentence')
    await page.getByRole('button', { name: 'Save as version 1' }).click()
    await page.getByText('Version 1 is kept.').waitFor()
  })

  test('a letter handed back', async () => {
    const { pathname } = new URL(page.url())
    const text = await page.evaluate(
      async (path) => (await fetch(`/api${path}/versions/1/file/txt`)).text(),
      pathname,
    )
    const sent = text
      .replace('[date of the President’s letter]', '29 January 2024')
      .replace('capacity of MINUSMA', 'resources of MINUSMA')
    await open(page, `${pathname}?view=returns`)
    await page
      .getByTestId('returned-file')
      .setInputFiles({ name: 'edited.txt', mimeType: '', buffer: Buffer.from(sent) })
    await page.getByRole('heading', { name: /: edited\.txt$/ }).waitFor()
    await takePicture(page, 'handed-back')
  })
})
