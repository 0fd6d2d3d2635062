import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { findSeriousFaults } from './support/axe.ts'
import { useInstallation } from './support/installation.ts'
import { open, signIn, tabTo } from './support/journey.ts'

const MALI = join(import.meta.dirname, 'fixtures/S-AC.51-2023-3.txt')
/** What a page may load, in bytes as they travel. */
const PAGE_LIMIT = 320_000

const vigil = useInstallation()
/** Path of the conclusions on Mali, once the keyboard journey has brought them in. */
let mali = ''

beforeAll(async () => {
  await (await vigil.begin()).close()
})

describe('by keys alone', () => {
  test('files are chosen, brought in and opened', async () => {
    const { page, complaints, close } = await vigil.enter()
    await open(page, '/documents')
    // Listening begins early: the browser must know of it before the window would open.
    const chosen = page.waitForEvent('filechooser')
    await tabTo(page, 'Bring in documents')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Bring in documents' }).waitFor()
    await tabTo(page, 'Choose files')
    await page.keyboard.press('Enter')
    const chooser = await chosen
    await chooser.setFiles(MALI)
    await page.getByRole('button', { name: /^Bring in \d/ }).waitFor()
    await tabTo(page, 'Bring in 1 file')
    await page.keyboard.press('Enter')
    const held = page.getByRole('link', { name: /^Open (Working Group|Conclusions)/ })
    await held.waitFor()
    await held.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('article', { name: 'Text of the document' }).waitFor()
    mali = new URL(page.url()).pathname
    expect(complaints).toEqual([])
    await close()
  })
})

describe('a session', () => {
  test('that has ended is asked for again, and the paragraph stands there afterwards', async () => {
    const { page, close } = await vigil.enterApart()
    await page.context().clearCookies()
    await page.goto(`${mali}/para_2`)
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await signIn(page)
    await page.locator('#para_2[aria-current=location]').waitFor()
    await close()
  })

  test('is not tried for again before the wait is over, which the button counts down', async () => {
    const { page, close } = await vigil.visit()
    await page.goto('/sign-in')
    const wait = page.getByRole('button', { name: /\d+ seconds?/ })
    await expect
      .poll(
        async () => {
          if ((await wait.count()) > 0) return true
          await signIn(page, 'nothing like the right words')
          await page.getByRole('alert').waitFor()
          return (await wait.count()) > 0
        },
        { timeout: 40_000 },
      )
      .toBe(true)
    expect(await wait.getAttribute('aria-disabled')).toBe('true')
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
    await close()
  })
})

describe('on a reader’s own terms', () => {
  test('in forced colours buttons keep an edge and the place read keeps a mark', async () => {
    const { page, close } = await vigil.enter({ forcedColors: 'active' })
    await open(page, '/documents')
    const button = page.getByRole('button', { name: 'Bring in documents' }).first()
    expect(await button.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe(
      'solid',
    )
    await open(page, `${mali}/para_2`)
    const target = page.locator('#para_2[aria-current=location]')
    expect(await target.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
    expect(await findSeriousFaults(page)).toEqual([])
    await close()
  })

  test('on paper the text stands without what surrounds it', async () => {
    const { page, close } = await vigil.enter()
    await open(page, mali)
    await page.emulateMedia({ media: 'print' })
    expect(
      await page.getByText('co-operation').or(page.locator('#para_11')).first().isVisible(),
    ).toBe(true)
    for (const around of ['Main', 'Contents', 'Views']) {
      const navigation = page.getByRole('navigation', { name: around })
      expect([around, await navigation.isVisible()]).toEqual([around, false])
    }
    expect(await page.getByRole('searchbox').count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Skip to the page' }).count()).toBe(0)
    await close()
  })
})

describe('what a visit costs', () => {
  test('session, list and document are asked for once', async () => {
    const { page, close } = await vigil.enter()
    for (const [address, wanted] of [
      ['/documents', ['/api/session', '/api/documents']],
      [mali, ['/api/session', `/api${mali}`]],
    ] as const) {
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      await open(page, address)
      page.removeAllListeners('request')
      for (const path of wanted) {
        expect([path, asked.filter((one) => one === path).length]).toEqual([path, 1])
      }
    }
    await close()
  })

  test('a first visit to a document loads no more than the limit, as it travels', async () => {
    const { page, close } = await vigil.enterApart()
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    const program = new Set<string>()
    let bytes = 0
    session.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (!new URL(request.url).pathname.startsWith('/api/')) program.add(requestId)
    })
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (program.has(requestId)) bytes += encodedDataLength
    })
    await open(page, mali)
    await page.evaluate(() => document.fonts.ready)
    expect(program.size).toBeGreaterThan(10)
    expect(bytes).toBeLessThan(PAGE_LIMIT)
    await close()
  })
})
