import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { loadCatalogue } from '../i18n/catalogues.ts'
import { language } from '../preferences/preferences.ts'
import { App } from './app.tsx'
import { loadShell } from './frame.tsx'
import { router } from './router.ts'

/** Where the first page is not ready by then, what is ready is drawn with the place of the rest. */
const PATIENCE_MS = 1500

/**
 * Draws the application into `root` once its first page can be drawn whole. Everything that page needs
 * is fetched side by side, and nothing is drawn twice on the way.
 */
export async function start(root: HTMLElement): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  await Promise.race([ready(), late])
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

async function ready(): Promise<void> {
  const [matchedRoutes] = router.getMatchedRoutes(router.latestLocation.pathname)
  const isInside = matchedRoutes.every(({ options }) => options.staticData?.isBare !== true)
  await Promise.allSettled([
    loadCatalogue('web', language.read()),
    isInside && loadShell(),
    ...matchedRoutes.map((route) => router.loadRouteChunk(route)),
    router.load(),
  ])
}
