import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { listenToAsking, readAsking, watchLacks } from '../api/regain.ts'

const RegainDialog = lazy(() =>
  import('./regain/regain-dialog.tsx').then((m) => ({ default: m.RegainDialog })),
)

/** Asks over the page for what the server asks for; the page under it stays as it is. */
export function Regain() {
  const asking = useSyncExternalStore(listenToAsking, readAsking)
  useEffect(watchLacks, [])
  if (!asking) return null
  return (
    <Suspense>
      <RegainDialog asking={asking} />
    </Suspense>
  )
}
