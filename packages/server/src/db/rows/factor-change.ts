import type { Timestamp } from './columns.ts'

export interface FactorChange {
  account_id: string
  at: Timestamp
  id: string
  /** Of the passkey, where it was one */
  name: string | null
  what: string
}
