import type { Timestamp } from './columns.ts'

export interface IncidentText {
  class: string
  id: string
  incident_id: string
  key_id: string
  sealed: Buffer
  written_at: Timestamp
}
