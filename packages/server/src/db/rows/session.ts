import type { Timestamp } from './columns.ts'

export interface Session {
  account_id: string
  /** One word made of what the browser says of itself, which is not kept */
  browser: string | null
  created_at: Timestamp
  id: string
  last_used_at: Timestamp
  /** The strongest of what was shown */
  opened_with: string
  platform: string | null
  /** When it was last shown afresh who sits there */
  proven_at: Timestamp
  token_sha256: Buffer
}
