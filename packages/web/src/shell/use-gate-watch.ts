import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useSession } from '../api/session.ts'

/** Leads to the sign-in page as soon as nobody is signed in any more, wherever the session was ended. */
export function useGateWatch(): void {
  const router = useRouter()
  const isSignedIn = useSession() !== null
  useEffect(() => {
    if (!isSignedIn) void router.invalidate()
  }, [isSignedIn, router])
}
