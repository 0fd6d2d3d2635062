import type { Timestamp } from './columns.ts'

export interface RecoveryApproval {
  /** Who agreed; no reference, since it stays said */
  account_id: string
  at: Timestamp
  recovery_id: string
  role: string
}
