import type { Timestamp } from './columns.ts'

export interface SignInAttempts {
  blocked_until: Timestamp
  failures: number
  last_failure_at: Timestamp
  /** SHA-256 of the name or address, known or not */
  subject: Buffer
}
