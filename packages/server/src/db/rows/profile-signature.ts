import type { Timestamp } from './columns.ts'

export interface ProfileSignature {
  /** The absent co-chair, where an officer in charge signed */
  acting_for: string | null
  choice_id: string
  entity: string
  signed_at: Timestamp
  signed_by: string
}
