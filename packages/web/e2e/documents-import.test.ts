import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bringIn, chooseFiles, file } from './support/bring-in.ts'
import { useInstallation } from './support/installation.ts'
import { open } from './support/journey.ts'

/** Many more than can be on their way at a time. */
const MANY = 70
/** Many files take their time on a machine that does other things too. */
const PATIENCE_MS = 240_000
const TOO_LARGE_BYTES = 50 * 1024 * 1024 + 1

const vigil = useInstallation()
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigil-e2e-folder-'))
  const { close } = await vigil.begin()
  await close()
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** A letter of a fictional presidency; without a symbol where none is given. */
function letter(number: number, symbol?: string): string {
  return [
    ...(symbol === undefined ? [] : [symbol]),
    `Letter dated ${(number % 28) + 1} March 2031 from the President to the Government of Arvenia`,
    `1. I have the honour to refer to note ${number} on the situation of children in Arvenia.`,
    '2. I should be grateful if you would have the present letter circulated.',
  ].join('\n\n')
}

/** Holds every file on its way until it is let go. */
async function holdFiles(page: Page): Promise<() => void> {
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/api/documents', async (route) => {
    if (route.request().method() === 'POST') await held
    await route.continue().catch(() => undefined)
  })
  return letGo
}

function rows(page: Page) {
  return page.getByRole('list', { name: 'Files' }).getByRole('listitem')
}

describe('bringing in many files', () => {
  test(
    'many go in one go, are counted on the way, and end in a report',
    async () => {
      const { page, complaints, close } = await vigil.enter()
      const files = Array.from({ length: MANY }, (_, at) =>
        file(`letter-${at}.txt`, letter(at, `S/2031/${at + 100}`)),
      )
      await chooseFiles(page, files)
      await page.getByRole('button', { name: `Bring in ${MANY} files` }).click()
      await page.getByText(new RegExp(`^\\d+ of ${MANY} files$`)).waitFor()
      await page.getByText(`${MANY} files brought in.`).waitFor({ timeout: PATIENCE_MS })
      await page.getByText(`${MANY} documents`, { exact: true }).waitFor()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save the report' }).click(),
      ])
      expect(download.suggestedFilename()).toBe('vigil-import.txt')
      await page.getByRole('button', { name: 'Clear what has ended' }).click()
      await rows(page).first().waitFor({ state: 'detached' })
      expect(complaints).toEqual([])
      await close()
    },
    PATIENCE_MS,
  )

  test('the rest is cancelled, and each file can be tried again', async () => {
    const { page, close } = await vigil.enter()
    const letGo = await holdFiles(page)
    await chooseFiles(
      page,
      [1, 2, 3].map((at) => file(`late-${at}.txt`, letter(at, `S/2032/${at}`))),
    )
    await page.getByRole('button', { name: 'Bring in 3 files' }).click()
    await page.getByText('0 of 3 files').waitFor()
    await page.getByRole('button', { name: 'Cancel late-1.txt' }).click()
    await rows(page).first().getByText('Cancelled').waitFor()
    await page.getByRole('button', { name: 'Cancel the rest' }).click()
    await page.getByText('No file brought in, 3 cancelled.').waitFor()
    letGo()
    await page.getByRole('button', { name: 'Try again: late-2.txt' }).click()
    await page.getByText('1 file brought in, 2 cancelled.').waitFor()
    await close()
  })

  test('closing the window asks while files are on their way, on any page', async () => {
    const { page, close } = await vigil.enter()
    const letGo = await holdFiles(page)
    await chooseFiles(page, [file('slow.txt', letter(9, 'S/2033/9'))])
    await page.getByRole('button', { name: 'Bring in 1 file' }).click()
    await page.getByText('0 of 1 file').waitFor()
    await page.getByRole('link', { name: 'Search', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Search' }).waitFor()
    const [dialog] = await Promise.all([
      page.waitForEvent('dialog'),
      page.close({ runBeforeUnload: true }),
    ])
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    letGo()
    await close()
  })

  test('a broken line is said, and the file is sent again', async () => {
    const { page, close } = await vigil.enter()
    await page.route('**/api/documents', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    )
    await bringIn(page, [file('broken-line.txt', letter(4, 'S/2034/4'))])
    await page.getByText('The connection broke before the file had arrived.').waitFor()
    await page.unroute('**/api/documents')
    await page.getByRole('button', { name: 'Try again: broken-line.txt' }).click()
    await page.getByText('1 file brought in.').waitFor()
    await close()
  })
})

describe('what cannot be taken as it is', () => {
  test('a file over 50 MB is refused in one sentence, and nothing of it is sent', async () => {
    const { page, close } = await vigil.enter()
    const large = join(folder, 'large.txt')
    await writeFile(large, Buffer.alloc(TOO_LARGE_BYTES, 'a'))
    let sent = 0
    page.on('request', (request) => (sent += request.method() === 'POST' ? 1 : 0))
    await chooseFiles(page, large)
    await rows(page).getByText('The file is larger than 50 MB.').waitFor()
    expect(await page.getByRole('button', { name: /^Bring in \d/ }).count()).toBe(0)
    expect(sent).toBe(0)
    await rm(large)
    await close()
  })

  test('a text without a symbol asks for it, and has it in the list', async () => {
    const { page, close } = await vigil.enter()
    await bringIn(page, [file('unsigned.txt', letter(77))])
    const row = rows(page).first()
    await row.getByLabel('Symbol').fill('S/2035/77')
    await row.getByRole('button', { name: 'Enter the symbol' }).click()
    await row.getByRole('link', { name: 'Open S/2035/77' }).waitFor()
    await page.getByRole('row', { name: /S\/2035\/77/ }).waitFor()
    await close()
  })

  test('a document that is held opens, or takes the file as a new version', async () => {
    const { page, close } = await vigil.enter()
    await bringIn(page, [file('first.txt', letter(5, 'S/2036/5'))])
    await bringIn(page, [file('second.txt', `${letter(5, 'S/2036/5')}\n\n3. A word was added.`)])
    await page.getByText('Already held', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Open the document held' }).waitFor()
    await page.getByRole('button', { name: 'Add as a new version' }).click()
    await page.getByText(/^New version in English/).waitFor()
    await page.getByRole('link', { name: 'Open S/2036/5' }).click()
    await page.getByText('A word was added.').waitFor()
    await page.getByText('file number 2 in this language').waitFor()
    await close()
  })
})

describe('dropping', () => {
  test('a folder is opened, and the folders in it', async () => {
    const { page, close } = await vigil.enter()
    await mkdir(join(folder, 'year/march'), { recursive: true })
    await writeFile(join(folder, 'year/one.txt'), letter(1, 'S/2037/1'))
    await writeFile(join(folder, 'year/march/two.txt'), letter(2, 'S/2037/2'))
    await open(page, '/documents')
    await dropOn(page, [join(folder, 'year')])
    await page.getByRole('button', { name: 'Bring in 2 files' }).click()
    await page.getByText('2 files brought in.').waitFor()
    await close()
  })
})

/** Drops files or folders of this machine in the middle of the page, as a hand would. */
async function dropOn(page: Page, files: string[]): Promise<void> {
  const debug = await page.context().newCDPSession(page)
  const data = { items: [], files, dragOperationsMask: 1 }
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    debug.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
  await drag('dragEnter')
  // A hand lets go where the page says that it may.
  await page.getByText('Drop the files').waitFor()
  await drag('dragOver')
  await drag('drop')
  await debug.detach()
}
