import { lazyRouteComponent, Outlet, useMatches } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { LoadingBars } from '../components/loading-bars.tsx'
import { isDemonstration } from '../demonstration/is-demonstration.ts'
import { loadCatalogue } from '../i18n/catalogues.ts'
import { language } from '../preferences/preferences.ts'

const Shell = lazyRouteComponent(async () => {
  const [{ Shell: component }] = await Promise.all([
    import('../shell/shell.tsx'),
    loadCatalogue('documents', language.read()),
  ])
  return { default: component }
})

const DemonstrationBanner = lazy(async () => {
  const { DemonstrationBanner: component } = await import('../demonstration/banner.tsx')
  return { default: component }
})

/** Fetches what stands around the pages of somebody signed in. */
export async function loadShell(): Promise<void> {
  await Shell.preload?.()
}

/** What stands around every page: nothing before signing in, the shell afterwards. */
export function Frame() {
  const isBare = useMatches({
    select: (matches) => matches.some((match) => match.staticData.isBare === true),
  })
  return (
    <>
      {isDemonstration() && (
        <Suspense>
          <DemonstrationBanner />
        </Suspense>
      )}
      <Suspense fallback={<LoadingBars />}>{isBare ? <Outlet /> : <Shell />}</Suspense>
    </>
  )
}
