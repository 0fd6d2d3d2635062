import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, test } from 'vitest'
import { bringIn, bringInAndOpen } from './support/bring-in.ts'
import { useInstallation } from './support/installation.ts'
import { open } from './support/journey.ts'
import { takePicture } from './support/picture.ts'

const ROOT = join(import.meta.dirname, '../../..')
const UN = resolve(ROOT, process.env['VIGIL_DATA'] ?? '../shared/data', 'un')
const MALI = join(import.meta.dirname, 'fixtures/S-AC.51-2023-3.txt')
const OTHERS = ['resolutions/S_RES_2427_2018.txt', 'statements/S_PRST_2020_3.txt']

/** Pictures of the guide to clauses and actions, where they are asked for (`VIGIL_PICTURES=1`). */
describe.skipIf(process.env['VIGIL_PICTURES'] !== '1' || !existsSync(UN))('pictures', () => {
  const vigil = useInstallation()
  let page: Page
  let mali = ''

  beforeAll(async () => {
    ;({ page } = await vigil.begin())
    await page.setViewportSize({ width: 1440, height: 900 })
    const others = OTHERS.map((file) => join(UN, file))
    await bringIn(page, others)
    mali = await bringInAndOpen(page, MALI)
  })

  test('clauses, narrowed down and corrected', async () => {
    await show(`${mali}/para_6__point_g__clause_1?view=clauses`)
    await takePicture(page, 'clauses')
    await show(`${mali}/para_7__point_a__clause_1?view=clauses&addressee=secretary_general`)
    await takePicture(page, 'clauses-narrowed')
    await show(`${mali}/para_4__point_b__clause_1?view=clauses`)
    await page.keyboard.press('e')
    const form = page.getByRole('form', { name: 'Correct' })
    await form.getByRole('checkbox', { name: 'Action plans and dialogue' }).check()
    await takePicture(page, 'clause-correct')
    await form.getByRole('button', { name: 'Save correction' }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Corrections' }).click()
    await page.getByRole('region', { name: 'Corrections' }).locator('time').waitFor()
    await page.evaluate(() => window.scrollTo(0, 0))
    await takePicture(page, 'clause-history')
  })

  test('citations and the list of actions', async () => {
    await open(page, `${mali}?view=citations`)
    await page.getByRole('table').waitFor()
    await takePicture(page, 'citations')
    await open(page, '/actions?addressee=government')
    await page.getByRole('table').waitFor()
    await takePicture(page, 'actions')
  })

  /** The open clause is drawn once its messages have come. */
  async function show(address: string): Promise<void> {
    await open(page, address)
    await page.locator('[data-clause-list] [aria-current=true]').waitFor()
  }
})
