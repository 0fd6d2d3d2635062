import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type ConsoleMessage,
  chromium,
  type Page,
} from 'playwright-core'
import { type Look, USUAL_WINDOW, wear } from './looks.ts'

/** Debian's browser, or another one by name. */
const EXECUTABLE = process.env['VIGIL_CHROMIUM'] ?? '/usr/bin/chromium'

/** Nothing of the browser's own goes out. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
]

export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: QUIET })
}

/** A browser whose profile lies in `directory`, as a person's does. */
export function startProfile(directory: string, baseURL: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(directory, {
    executablePath: EXECUTABLE,
    args: QUIET,
    baseURL,
    locale: USUAL.locale,
    viewport: USUAL.viewport,
  })
}

export interface Visit {
  readonly page: Page
  /** What the page's policy refused, and what it complained of; empty when all is well. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

/**
 * A new visitor with an empty browser. The service worker stays out where it is not asked for: it
 * would fetch the whole program again for every visitor.
 */
export async function visit(browser: Browser, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({ ...USUAL, ...options })
  const page = await context.newPage()
  return { page, complaints: listen(page).complaints, close: () => context.close() }
}

/** Windows of one person's profile, as in life: the program is fetched once. */
export interface Profile {
  readonly context: BrowserContext
  /** Open and used by nobody: a new window takes longer than all that is done in most. */
  readonly idle: Page[]
}

/** A window of a profile; closed, it waits for the next visitor, its preferences as new. */
export async function openWindow({ context, idle }: Profile, look?: Look): Promise<Visit> {
  const page = idle.pop() ?? (await context.newPage())
  const { complaints, stop } = listen(page)
  await wear(page, look)
  const close = async (): Promise<void> => {
    stop()
    await page.evaluate(() => localStorage.clear())
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    idle.push(page)
  }
  return { page, complaints, close }
}

/** Gathers what the page's policy refused, and what went wrong in it. */
function listen(page: Page): { complaints: string[]; stop: () => void } {
  const complaints: string[] = []
  const takeError = (error: Error): void => void complaints.push(String(error))
  const takeMessage = (message: ConsoleMessage): void => {
    if (/Content Security Policy|Trusted/i.test(message.text())) complaints.push(message.text())
  }
  page.on('pageerror', takeError).on('console', takeMessage)
  const stop = (): void => void page.off('pageerror', takeError).off('console', takeMessage)
  return { complaints, stop }
}

const USUAL = {
  locale: 'en-GB',
  viewport: USUAL_WINDOW,
  serviceWorkers: 'block',
} as const satisfies BrowserContextOptions
