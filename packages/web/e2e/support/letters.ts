import type { Page } from 'playwright-core'

/** Keeps the draft that is open as the first version of a letter; resolves with the letter's path. */
export async function keepFirstVersion(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Save as version 1' }).click()
  await page.waitForURL('**/letters/*-*')
  await page.getByText('Version 1 is kept.').waitFor()
  return new URL(page.url()).pathname
}

/** Hands a file back on the page that is open; ends when its comparison stands there. */
export async function handBack(
  page: Page,
  name: string,
  content: Uint8Array | string,
): Promise<void> {
  await page
    .getByTestId('returned-file')
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) })
  await page.getByRole('heading', { name: new RegExp(`: ${name}$`) }).waitFor()
}
