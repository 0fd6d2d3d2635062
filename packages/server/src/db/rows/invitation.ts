import type { Json, Timestamp } from './columns.ts'

export interface Invitation {
  accepted_at: Timestamp | null
  account_id: string | null
  /** The code itself is shown once and kept nowhere; it is random and too long to be guessed */
  code_sha256: Buffer
  expires_at: Timestamp
  /** The roles that the account will have, as the contract writes them */
  grants: Json
  id: string
  invited_at: Timestamp
  /** The account; no reference. Null: from the command line */
  invited_by: string | null
  name: string
  revoked_at: Timestamp | null
  /** The account that the same person has already, as declared; no reference, since it stays said */
  second_of: string | null
}
