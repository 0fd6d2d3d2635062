import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { constants, gunzipSync } from 'node:zlib'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { file } from './support/bring-in.ts'
import { startProfile } from './support/browser.ts'
import { makeFirstAccount, open } from './support/journey.ts'
import { type RunningServer, startServer } from './support/server.ts'

/** Begins every marker of this run and stands nowhere else. */
const SIGN = `marker${randomBytes(9).toString('hex')}`
/** The first are typed, the others come by a document. */
const MARKERS = Array.from({ length: 1000 }, (_, at) => `${SIGN}x${at}x`)
const TYPED = 20

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

/** Does `work` in a browser whose profile lies on disk; gives the markers found there once it is closed. */
async function findAfter(work: (page: Page, context: BrowserContext) => Promise<void>) {
  const directory = await mkdtemp(join(tmpdir(), 'vigil-profile-'))
  try {
    const context = await startProfile(directory, server.address)
    await work(context.pages()[0] ?? (await context.newPage()), context)
    await context.close()
    return await findMarkers(directory)
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * Files that hold a marker as bytes, in UTF-16, or where gzip begins in what was packed: over plain http
 * browsers take nothing tighter, and files of a cache have a head before the body.
 */
async function findMarkers(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    if (holdsMarker(await readFile(path))) found.push(path.slice(directory.length))
  }
  return found
}

const FORMS = [Buffer.from(SIGN), Buffer.from(SIGN, 'utf16le')]
const GZIP = Buffer.of(0x1f, 0x8b, 0x08)

function holdsMarker(bytes: Buffer): boolean {
  if (FORMS.some((form) => bytes.includes(form))) return true
  for (let at = bytes.indexOf(GZIP); at !== -1; at = bytes.indexOf(GZIP, at + 1)) {
    if (unpack(bytes.subarray(at)).includes(SIGN)) return true
  }
  return false
}

function unpack(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return Buffer.of()
  }
}

async function bringInMarkers(page: Page): Promise<void> {
  const paragraphs = MARKERS.slice(TYPED).map((marker, at) => `${at + 1}. The ${marker} was seen.`)
  await page.goto('/documents?import=true')
  await page
    .locator('input[type=file]')
    .setInputFiles(file('conclusions.txt', `Report\n\n${paragraphs.join('\n\n')}\n`))
  await page.getByRole('button', { name: /^Bring in \d/ }).click()
  await page.getByRole('link', { name: /^Open / }).click()
  await page.getByRole('article', { name: 'Text of the document' }).waitFor()
}

test('after signing out a browser’s profile holds nothing that was read or typed', async () => {
  const found = await findAfter(async (page) => {
    await makeFirstAccount(page)
    await bringInMarkers(page)
    expect(await page.locator('body').innerText()).toContain(MARKERS[TYPED])
    await open(page, '/documents')
    await page.getByLabel('Symbol or title').fill(MARKERS[0] ?? '')
    await page.waitForURL('**/documents?words=_*')
    await open(page, '/search')
    await page.getByRole('searchbox', { name: 'Words' }).fill(MARKERS[1] ?? '')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?words=_*')
    await open(page, '/account')
    for (const marker of MARKERS.slice(2, TYPED)) {
      await page.getByRole('button', { name: 'Add a passkey' }).click()
      await page.getByRole('textbox', { name: 'Name' }).fill(marker)
      await page.getByRole('button', { name: 'Cancel' }).click()
    }
    await page.keyboard.press('q')
    await page.keyboard.press('q')
    await page.getByText('You are signed out.').waitFor()
  })
  expect(found).toEqual([])
})

test('what is kept in a profile would be found there', async () => {
  const found = await findAfter(async (page) => {
    await page.goto('/sign-in')
    await page.evaluate((marker) => localStorage.setItem('planted', marker), MARKERS[1] ?? '')
  })
  expect(found.length).toBeGreaterThan(0)
})
