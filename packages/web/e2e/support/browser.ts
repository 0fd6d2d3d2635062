import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'

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
  return { ...(await openPage(context)), close: () => context.close() }
}

/** How a window is looked at. */
export interface Look {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
  readonly forcedColors?: 'active'
  /** Chosen before; English where nothing is. */
  readonly language?: 'fr'
}

/** Another window of a profile; the preferences kept there are as new again when it has closed. */
export async function openWindow(profile: BrowserContext, look: Look = {}): Promise<Visit> {
  const opened = await openPage(profile)
  const { viewport, language, ...media } = look
  if (viewport) await opened.page.setViewportSize(viewport)
  if (language) {
    await opened.page.addInitScript(
      (code) => localStorage.setItem('vigil.language', code),
      language,
    )
  }
  await opened.page.emulateMedia(media)
  const close = async (): Promise<void> => {
    await opened.page.evaluate(() => localStorage.clear())
    await opened.page.close()
  }
  return { ...opened, close }
}

async function openPage(context: BrowserContext): Promise<Omit<Visit, 'close'>> {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) {
      complaints.push(message.text())
    }
  })
  return { page, complaints }
}

const USUAL = {
  locale: 'en-GB',
  viewport: { width: 1440, height: 1000 },
  serviceWorkers: 'block',
} as const satisfies BrowserContextOptions
export const PHONE = { width: 360, height: 740 }
/** A window of 1,280 at 200 %. */
export const ZOOMED = { width: 640, height: 400 }
