import type { ReactNode } from 'react'
import { Messages } from '../../../i18n/messages.tsx'

/** Messages of letters, and those of clauses that they speak of. */
export function LetterMessages({ children }: { children: ReactNode }) {
  return (
    <Messages area="clauses">
      <Messages area="drafting">{children}</Messages>
    </Messages>
  )
}
