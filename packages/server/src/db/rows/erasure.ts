import type { Json, Timestamp } from './columns.ts'

export interface Erasure {
  destroyed_at: Timestamp | null
  ground: string
  id: string
  /** Set with the tombstone, before the key is destroyed */
  key_id: string | null
  /** That the key is not among those that live (core/keys AbsenceProof) */
  proof: Json | null
  pseudonym: string
  reason: string
  requested_at: Timestamp
  requested_by: string
  revoked_at: Timestamp | null
  /** Signed by the key of the log (core/keys tombstone) */
  tombstone: string | null
  /** From then on nothing of the person is shown */
  tombstone_at: Timestamp | null
}
