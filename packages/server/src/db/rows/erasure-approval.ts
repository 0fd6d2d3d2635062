import type { Timestamp } from './columns.ts'

export interface ErasureApproval {
  approver: string
  at: Timestamp
  erasure_id: string
}
