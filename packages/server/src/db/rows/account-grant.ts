import type { Generated, Timestamp } from './columns.ts'

export interface AccountGrant {
  account_id: string
  /** Taken away before its last day; the row stays on record */
  ended_at: Timestamp | null
  entity: string | null
  from_day: string
  granted_at: Timestamp
  /** The account; no reference. Null: from the command line */
  granted_by: string | null
  id: Generated<string>
  /** Null: every operation, for offices at headquarters */
  operation: string | null
  /** Null: all of the operation */
  regions: string[] | null
  role: string
  /** Whether who granted it said that the person is staff of the United Nations */
  un_staff: Generated<boolean>
  until_day: string | null
}
