import { useRouter } from '@tanstack/react-router'
import { stopAsking } from '../api/regain.ts'
import { useSignOut } from '../api/session.ts'
import { forgetTypedWords } from '../app/typed-words.ts'

/**
 * Ends the session at once. After locking, signing in again leads back to where one was; after signing
 * out it begins anew.
 */
export function useLeave(): (why: 'left' | 'locked') => void {
  const router = useRouter()
  const { mutate } = useSignOut()
  return (why) => {
    const { href } = router.state.location
    stopAsking()
    mutate(undefined, {
      onSettled: () => {
        forgetTypedWords()
        void router.navigate({
          to: '/sign-in',
          search: why === 'locked' ? { to: href, why } : { why },
          replace: true,
        })
      },
    })
  }
}
