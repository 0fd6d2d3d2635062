import type { Timestamp } from './columns.ts'

export interface ProviderFlow {
  /** SHA-256 of the address, so that none can ask without end */
  asked_from: Buffer
  expires_at: Timestamp
  purpose: string
  /** Where within Vigil to go on; never elsewhere */
  return_to: string | null
  session_id: string | null
  /** The token is in a cookie of that browser only; state, nonce and verifier are made of it */
  token_sha256: Buffer
}
