import type { Timestamp } from './columns.ts'

export interface PasskeyChallenge {
  /** SHA-256 of the address, so that none can ask without end */
  asked_from: Buffer
  challenge_sha256: Buffer
  expires_at: Timestamp
  purpose: string
  session_id: string | null
}
