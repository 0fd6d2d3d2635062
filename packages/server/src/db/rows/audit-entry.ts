import type { Generated, Timestamp } from './columns.ts'

export interface AuditEntry {
  /** For whom the actor acted as officer in charge; part of the leaf where it is not null */
  acting_for: string | null
  action: string
  /** The account; no reference, since the entry outlives it. Null: nobody known */
  actor: string | null
  at: Timestamp
  /** Sensitivity of what was touched, where it has one */
  class: string | null
  /** HMAC-SHA-256 under the salt of the record over the canonical JSON of the change: proof without content */
  commitment: Buffer | null
  decision: string
  id: string
  object_id: string | null
  object_type: string | null
  policy_version: number
  /** Why, where a purpose must be stated */
  purpose: string | null
  /** The problem code a refusal was answered with */
  reason: string | null
  request_id: string | null
  /** Order of writing, with gaps; a sequencer may number committed rows by it */
  seq: Generated<number>
  session: string | null
}
