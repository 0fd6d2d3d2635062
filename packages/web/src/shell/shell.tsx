import { CatchBoundary, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useMay } from '../api/session.ts'
import { PageError } from '../app/page-error.tsx'
import { ToastProvider } from '../components/toasts.tsx'
import { Messages } from '../i18n/messages.tsx'
import { ClassificationLine } from './classification-line.tsx'
import { Navigation } from './navigation.tsx'
import { OfflineNote } from './offline-note.tsx'
import { ProtectNote } from './protect-note.tsx'
import { RecoveryNotice } from './recovery-notice.tsx'
import { Regain } from './regain.tsx'
import { RouteStatus } from './route-status.tsx'
import { SkipLink } from './skip-link.tsx'
import { TopBar } from './top-bar.tsx'
import { useGateWatch } from './use-gate-watch.ts'
import styles from './shell.module.css'

const LATER_MS = 5_000

/** Not what anybody came for: fetched once the page stands, which a slow line brings first. */
const ClockNote = lazy(async () => {
  await new Promise((resolve) => setTimeout(resolve, LATER_MS))
  const { ClockNote: component } = await import('./clock-note.tsx')
  return { default: component }
})

/** What stands around every page once somebody is signed in. */
export function Shell() {
  return (
    <Messages area="documents">
      <ToastProvider>
        <Layout />
      </ToastProvider>
    </Messages>
  )
}

function Layout() {
  const { pathname } = useLocation()
  const mayReadAccounts = useMay('account.read')
  useGateWatch()
  return (
    <div className={styles['shell']}>
      <SkipLink />
      <ClassificationLine />
      <TopBar />
      <Navigation />
      <main id="main" tabIndex={-1} className={styles['main']}>
        <OfflineNote />
        <ProtectNote />
        <RecoveryNotice />
        {mayReadAccounts && (
          <Suspense>
            <ClockNote />
          </Suspense>
        )}
        <CatchBoundary getResetKey={() => pathname} errorComponent={PageError}>
          <Outlet />
        </CatchBoundary>
      </main>
      <RouteStatus />
      <Regain />
    </div>
  )
}
