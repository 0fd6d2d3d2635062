import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, test } from 'vitest'
import { bringInAndOpen, chooseFiles } from './support/bring-in.ts'
import { useInstallation } from './support/installation.ts'
import { open } from './support/journey.ts'
import { takePicture } from './support/picture.ts'

const ROOT = join(import.meta.dirname, '../../..')
const UN = resolve(ROOT, process.env['VIGIL_DATA'] ?? '../shared/data', 'un')
const FOLDERS = ['reports', 'letters', 'statements', 'resolutions']
const MALI = join(import.meta.dirname, 'fixtures/S-AC.51-2023-3.txt')
const IMPORT_MS = 240_000

/** Pictures of the guide, where they are asked for (`VIGIL_PICTURES=1`), with all texts at hand. */
describe.skipIf(process.env['VIGIL_PICTURES'] !== '1' || !existsSync(UN))('pictures', () => {
  const vigil = useInstallation()
  let page: Page
  let mali = ''

  beforeAll(async () => {
    ;({ page } = await vigil.begin())
    await page.setViewportSize({ width: 1440, height: 900 })
    await chooseFiles(page, FOLDERS.flatMap(textsIn))
    await page.getByRole('button', { name: /^Bring in \d/ }).click()
    await page.getByRole('button', { name: 'Copy the report' }).waitFor({ timeout: IMPORT_MS })
    await takePicture(page, 'import')
    mali = await bringInAndOpen(page, MALI)
  }, IMPORT_MS)

  test('reading', async () => {
    await open(page, mali)
    await takePicture(page, 'reader')
    await open(page, `${mali}/para_7__point_a`)
    await takePicture(page, 'paragraph-address')
    await open(page, `${mali}?view=compare&rule=join-split-word&repair=17`)
    await page.locator('[data-repair="16"]').first().waitFor()
    await takePicture(page, 'original-and-repairs')
  })

  test('details, the list and the search', async () => {
    await open(page, mali)
    await page.getByRole('button', { name: 'Correct details' }).click()
    const dialog = page.getByRole('dialog', { name: 'Correct details' })
    await dialog.getByLabel('Symbol').fill('S/AC.51/2023/3')
    await dialog.getByLabel('Adopted').fill('2023-11-13')
    await takePicture(page, 'correct-details')
    await dialog.getByRole('button', { name: 'Save details' }).click()
    await page.getByText('adopted 13 November 2023').waitFor()
    await open(page, '/documents')
    await takePicture(page, 'documents')
    await open(page, '/search?words=%22action%20plan%22')
    await takePicture(page, 'search')
  })
})

function textsIn(folder: string): string[] {
  return readdirSync(join(UN, folder))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(UN, folder, name))
}
