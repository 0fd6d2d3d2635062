import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { toPalette } from './palette-png.ts'

const PICTURES = join(import.meta.dirname, '../../../../docs/guide/pictures')

/** A picture for the guide, where they are asked for (`VIGIL_PICTURES=1`). */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (process.env['VIGIL_PICTURES'] !== '1') return
  await mkdir(PICTURES, { recursive: true })
  await writeFile(join(PICTURES, `${name}.png`), toPalette(await page.screenshot()))
}
