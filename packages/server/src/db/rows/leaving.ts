import type { Timestamp } from './columns.ts'

export interface Leaving {
  account_id: string
  begun_at: Timestamp
  /** The account; no reference. Null: from the command line */
  begun_by: string | null
  cancelled_at: Timestamp | null
  ended_at: Timestamp | null
  /** Whose receipt it is for all that was given */
  ended_by: string | null
  id: string
  /** Why, where somebody else ends the account */
  reason: string | null
}
