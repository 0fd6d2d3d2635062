import type { Timestamp } from './columns.ts'

export interface RecoveryCode {
  /** Over the id of the sheet and the code, which is random and too long to be guessed */
  code_sha256: Buffer
  sheet_id: string
  used_at: Timestamp | null
}
