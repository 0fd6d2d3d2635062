import type { Page } from 'playwright-core'
import { findSeriousFaults } from './axe.ts'

/** How a window is looked at. */
export interface Look {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
  readonly forcedColors?: 'active'
}

export const USUAL_WINDOW = { width: 1440, height: 1000 }
export const PHONE = { width: 360, height: 740 }
/** A window of 1,280 at 200 %. */
const ZOOMED = { width: 640, height: 400 }

const LOOKS = {
  light: {},
  dark: { colorScheme: 'dark' },
  'on a phone': { viewport: PHONE },
  'on a phone in the dark': { viewport: PHONE, colorScheme: 'dark' },
  'at 200 %': { viewport: ZOOMED },
} as const satisfies Readonly<Record<string, Look>>

/** Gives a window that look and no other, on the page that is open. */
export async function wear(page: Page, look: Look = {}): Promise<void> {
  const { viewport = USUAL_WINDOW, colorScheme = 'light', forcedColors = 'none' } = look
  await page.setViewportSize(viewport)
  await page.emulateMedia({ media: null, colorScheme, forcedColors })
  await page.evaluate(drawAndSettle)
}

/**
 * What is seriously wrong with the page that is open, one line each, beginning with the look: axe's
 * findings and whether the page moves sideways, in every size and colour and in French; from right to
 * left whether the page is mirrored. The page stands in the usual look and in English again afterwards.
 */
export async function findFaultsInEveryLook(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const [name, look] of Object.entries(LOOKS)) {
    await wear(page, look)
    faults.push(...(await findFaults(page, name)))
  }
  await wear(page)
  await chooseLanguage(page, 'fr')
  faults.push(...(await findFaults(page, 'in French')))
  await chooseLanguage(page, 'en')
  return [...faults, ...(await findFaultsFromRightToLeft(page))]
}

async function findFaults(page: Page, look: string): Promise<string[]> {
  const faults = await findSeriousFaults(page)
  const moved = await sidewaysScroll(page)
  if (moved !== 0) faults.push(`moves ${moved} pixels sideways`)
  const titles = await page.locator('h1').count()
  if (titles !== 1) faults.push(`has ${titles} titles`)
  return faults.map((fault) => `${look}: ${fault}`)
}

/** Through the menu, as anybody would; it changes the page that is open. */
async function chooseLanguage(page: Page, language: 'en' | 'fr'): Promise<void> {
  await page.locator('select[aria-label^=Langu]').selectOption(language)
  await page.locator(`html[lang=${language}]`).waitFor()
  await page.evaluate(drawAndSettle)
}

async function findFaultsFromRightToLeft(page: Page): Promise<string[]> {
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
  const faults: string[] = []
  const moved = await sidewaysScroll(page)
  if (moved !== 0) faults.push(`from right to left: moves ${moved} pixels sideways`)
  const navigation = page.getByRole('navigation', { name: 'Main' })
  if ((await navigation.count()) > 0) {
    const [there, main] = [await navigation.boundingBox(), await page.locator('main').boundingBox()]
    const isMirrored = there !== null && main !== null && there.x > main.x
    if (!isMirrored) faults.push('from right to left: the navigation is not at the right')
  }
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'))
  return faults
}

/** How many pixels the page can be moved sideways; 0 when everything fits. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}

/** Runs in the page: waits until a change of look is drawn and every movement that ends has ended. */
async function drawAndSettle(): Promise<void> {
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
  await Promise.allSettled(ending.map(({ finished }) => finished))
}
