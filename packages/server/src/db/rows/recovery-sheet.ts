import type { Timestamp } from './columns.ts'

export interface RecoverySheet {
  account_id: string
  id: string
  made_at: Timestamp
}
