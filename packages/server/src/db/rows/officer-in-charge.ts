import type { Timestamp } from './columns.ts'

export interface OfficerInCharge {
  absent: string
  agreed_at: Timestamp | null
  /** The absent person, or a co-chair where an administrator set it up */
  agreed_by: string | null
  ended_at: Timestamp | null
  ended_by: string | null
  from_day: string
  id: string
  officer: string
  set_at: Timestamp
  set_by: string
  un_staff: boolean
  until_day: string
}
