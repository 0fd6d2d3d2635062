import { useCallback } from 'react'
import { useToasts } from '../../../components/toasts.tsx'
import { useSay } from '../../../i18n/use-say.ts'

/** Copies a text to the clipboard and says so, or says that it could not. */
export function useCopy(): (text: string, done: string) => Promise<void> {
  const toasts = useToasts()
  const say = useSay()
  return useCallback(
    async (text, done) => {
      try {
        await navigator.clipboard.writeText(text)
        toasts.show(done)
      } catch {
        toasts.show(say('document.copyAddress.failed'))
      }
    },
    [toasts, say],
  )
}
