import type { Timestamp } from './columns.ts'

export interface Passkey {
  account_id: string
  added_at: Timestamp
  /** How often the device says it has signed; 0 where it does not count */
  counter: number
  credential_id: Buffer
  id: string
  last_used_at: Timestamp | null
  name: string
  /** COSE_Key (RFC 9052) */
  public_key: Buffer
  /** The counter went backwards: there may be a copy of the key, and it opens nothing any more */
  suspect_since: Timestamp | null
  transports: string[]
}
