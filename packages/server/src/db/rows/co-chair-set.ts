import type { Timestamp } from './columns.ts'

export interface CoChairSet {
  entities: string[]
  from_day: string
  id: string
  operation: string
  set_at: Timestamp
  /** The account; no reference. Null: from the command line */
  set_by: string | null
  until_day: string | null
}
