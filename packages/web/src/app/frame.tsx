import { Outlet, useMatches } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { LoadingBars } from '../components/loading-bars.tsx'

const Shell = lazy(async () => {
  const { Shell: component } = await import('../shell/shell.tsx')
  return { default: component }
})

/** What stands around every page: nothing before signing in, the shell afterwards. */
export function Frame() {
  const isBare = useMatches({
    select: (matches) => matches.some((match) => match.staticData.isBare === true),
  })
  return <Suspense fallback={<LoadingBars />}>{isBare ? <Outlet /> : <Shell />}</Suspense>
}
