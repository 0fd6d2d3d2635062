import { createRouter } from '@tanstack/react-router'
import { LoadingBars } from '../components/loading-bars.tsx'
import { NotFoundPage } from '../pages/not-found/not-found-page.tsx'
import { rememberSession } from '../api/session.ts'
import type { Classification } from '../shell/classification.ts'
import { PageError } from './page-error.tsx'
import { createQueryClient } from './query-client.ts'
import { routeTree } from './routes.ts'
import { parseAddress, stringifyAddress } from './typed-words.ts'

const PENDING_MS = 300

export const queryClient = createQueryClient(() => {
  rememberSession(queryClient, { state: 'signedOut' })
  void router.invalidate()
})

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPendingMs: PENDING_MS,
  defaultPendingComponent: LoadingBars,
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
  parseSearch: parseAddress,
  stringifySearch: stringifyAddress,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }

  interface StaticDataRouteOption {
    /** The page stands alone, without navigation: nobody is signed in yet. */
    readonly isBare?: boolean
    /** How far what the page shows may go; without it, it is documents. */
    readonly classification?: Classification
  }
}
