import type { Timestamp } from './columns.ts'

export interface IncidentPerson {
  incident_id: string
  kind: string
  pseudonym: string
  recorded_at: Timestamp
}
