import type { Timestamp } from './columns.ts'

export interface Account {
  /** From then on nobody signs in to it: its owner is gone */
  closed_at: Timestamp | null
  created_at: Timestamp
  /** It never opens again; its name stays where it stands in what was done */
  ended_at: Timestamp | null
  id: string
  name: string
  /** Argon2id, as a PHC string */
  passphrase: string
  sign_in_name: string
}
