import type { Generated, Json, Timestamp } from './columns.ts'

export interface IncidentAction {
  actor: string
  acts_for: string | null
  /** core/incident Deed: codes and ids, never a free text */
  deed: Json
  /** Made by the device of whoever did it; counts within its incident */
  id: string
  incident_id: string
  /** By the clock of that device, which may be wrong */
  made_at: Timestamp
  received_at: Timestamp
  seq: Generated<number>
}
