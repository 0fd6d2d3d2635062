import type { Page } from 'playwright-core'

type Upload = Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]

/** Chooses files on the documents page and sends them; ends when the summary stands there. */
export async function bringIn(page: Page, files: Upload): Promise<void> {
  await chooseFiles(page, files)
  await page.getByRole('button', { name: /^Bring in \d/ }).click()
  await page.getByRole('button', { name: 'Copy the report' }).waitFor({ timeout: 60_000 })
}

/** Brings in one file and opens it; resolves with the path of its document. */
export async function bringInAndOpen(page: Page, path: string): Promise<string> {
  await bringIn(page, path)
  await page.getByRole('link', { name: /^Open / }).click()
  await page.getByRole('article', { name: 'Text of the document' }).waitFor()
  return new URL(page.url()).pathname
}

/** Chooses files on the documents page; sends nothing. */
export async function chooseFiles(page: Page, files: Upload): Promise<void> {
  await page.goto('/documents?import=true')
  await page.locator('input[type=file]').setInputFiles(files)
}

/** A file made up for a test. */
export function file(name: string, content: string, encoding: 'utf8' | 'hex' = 'utf8') {
  return { name, mimeType: '', buffer: Buffer.from(content, encoding) }
}
