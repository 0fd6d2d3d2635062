import type { Timestamp } from './columns.ts'

export interface Account {
  created_at: Timestamp
  id: string
  name: string
  /** Argon2id, as a PHC string */
  passphrase: string
  sign_in_name: string
}
