import type { Timestamp } from './columns.ts'

export interface GlassRequest {
  agreed_at: Timestamp | null
  agreed_by: string | null
  agreed_for: string | null
  asked_at: Timestamp
  asked_by: string
  asked_for: string | null
  ended_at: Timestamp | null
  ended_by: string | null
  id: string
  incident_id: string
  open_until: Timestamp | null
  /** That of the incident, which never changes */
  operation: string
  /** Whose record it is: they are told */
  owner: string
  reason: string
  waits_until: Timestamp
}
