import type { Timestamp } from './columns.ts'

export interface Totp {
  account_id: string
  /** Null until a first code has shown that the app has it */
  added_at: Timestamp | null
  begun_at: Timestamp
  id: string
  /** Time step of the last code taken: a code is good once */
  last_step: number | null
  /** AES-256-GCM under a key of the data directory: nonce, ciphertext, tag. This table alone opens nothing */
  sealed_secret: Buffer
}
