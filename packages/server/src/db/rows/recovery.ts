import type { Timestamp } from './columns.ts'

export interface Recovery {
  account_id: string
  asked_at: Timestamp
  cancelled_at: Timestamp | null
  code_expires_at: Timestamp | null
  /** The code itself is shown once and kept nowhere */
  code_sha256: Buffer | null
  done_at: Timestamp | null
  id: string
  reason: string
  /** Until then the owner can object; null until all have agreed. On the machine nobody waits */
  waits_until: Timestamp | null
}
