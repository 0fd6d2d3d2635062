import { CatchBoundary, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { PageError } from '../app/page-error.tsx'
import { ToastProvider } from '../components/toasts.tsx'
import { Messages } from '../i18n/messages.tsx'
import { ClassificationLine } from './classification-line.tsx'
import { Navigation } from './navigation.tsx'
import { OfflineNote } from './offline-note.tsx'
import { RouteStatus } from './route-status.tsx'
import { SkipLink } from './skip-link.tsx'
import { TopBar } from './top-bar.tsx'
import { useGateWatch } from './use-gate-watch.ts'
import styles from './shell.module.css'

const ProtectNote = lazy(() =>
  import('./protect-note.tsx').then((m) => ({ default: m.ProtectNote })),
)
const RecoveryNotice = lazy(() =>
  import('./recovery-notice.tsx').then((m) => ({ default: m.RecoveryNotice })),
)
const Regain = lazy(() => import('./regain.tsx').then((m) => ({ default: m.Regain })))

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
  useGateWatch()
  return (
    <div className={styles['shell']}>
      <SkipLink />
      <ClassificationLine />
      <TopBar />
      <Navigation />
      <main id="main" tabIndex={-1} className={styles['main']}>
        <OfflineNote />
        <Suspense>
          <ProtectNote />
          <RecoveryNotice />
        </Suspense>
        <CatchBoundary getResetKey={() => pathname} errorComponent={PageError}>
          <Outlet />
        </CatchBoundary>
      </main>
      <RouteStatus />
      <Suspense>
        <Regain />
      </Suspense>
    </div>
  )
}
