import type { Timestamp } from './columns.ts'

export interface IdentitySuccession {
  asked_at: Timestamp
  /** What the person is encrypted for from then on */
  class: string
  /** The old key is retired, or the person was erased */
  ended_at: Timestamp | null
  id: string
  new_key: string
  /** Set in the transaction that encrypts under the new one */
  old_key: string | null
  pseudonym: string
  written_at: Timestamp | null
}
