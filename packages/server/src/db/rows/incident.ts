import type { Timestamp } from './columns.ts'

export interface Incident {
  assignee: string | null
  class: string
  entity: string
  id: string
  operation: string
  /** The account that recorded it; no reference, since it outlives accounts */
  owner: string
  recorded_at: Timestamp
  region: string
  state: string
}
