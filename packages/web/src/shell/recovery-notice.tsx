import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { call } from '../api/call.ts'

/** Fetched once there is something to tell, which is rare. */
const OwnNotices = lazy(async () => ({ default: (await import('./own-notices.tsx')).OwnNotices }))

/**
 * Says on every page that somebody recovers the reader's account, which the reader can end, and that
 * somebody who leaves hands things to them, and what is opened by break-glass.
 */
export function RecoveryNotice() {
  const { data } = useQuery({
    queryKey: ['own-recovery'],
    queryFn: ({ signal }) => call('readOwnRecovery', {}, signal),
    staleTime: 60_000,
  })
  if (!data || data.recoveries.length + data.handed + data.glass.length === 0) return null
  return (
    <Suspense>
      <OwnNotices found={data} />
    </Suspense>
  )
}
