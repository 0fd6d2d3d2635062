import { useRef } from 'react'
import { useToasts } from '../components/toasts.tsx'
import { useSay } from '../i18n/use-say.ts'
import { useLeave } from './use-leave.ts'

/** The second press counts within this time; one alone may be a slip. */
const WITHIN_MS = 4000

/** Pressed twice, lets somebody else sign in at a computer that people share. */
export function useSwitchUser(): () => void {
  const say = useSay()
  const toasts = useToasts()
  const leave = useLeave()
  const pressedAt = useRef(Number.NEGATIVE_INFINITY)
  return () => {
    const now = performance.now()
    const isSecond = now - pressedAt.current < WITHIN_MS
    pressedAt.current = now
    if (isSecond) leave('left')
    else toasts.show(say('keys.switch.again'))
  }
}
