import type { Generated, Timestamp } from './columns.ts'

export interface IncidentChange {
  actor: string
  after: string | null
  at: Timestamp
  before: string | null
  field: string
  incident_id: string
  seq: Generated<number>
}
