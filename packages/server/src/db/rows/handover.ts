import type { Timestamp } from './columns.ts'

export interface Handover {
  answer: string | null
  answered_at: Timestamp | null
  id: string
  kind: string
  leaving_id: string
  named_at: Timestamp
  object_id: string
  /** Why it was refused */
  reason: string | null
  /** The account; no reference, since it stays said */
  successor: string
}
