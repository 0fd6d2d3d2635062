import { utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64Url } from './base64.ts'
import { canonicalJson } from './canonical-json.ts'

/**
 * One entry of the log, with the names that the columns have in the database. All ids are pseudonyms;
 * no member holds content, so that an entry can stay when what it speaks of must go.
 */
export interface LogEntry {
  readonly id: string
  /** ISO 8601 in UTC, to the millisecond: `2026-03-02T08:00:00.000Z`. */
  readonly at: string
  readonly actor: string | null
  readonly session: string | null
  readonly action: string
  readonly object_type: string | null
  readonly object_id: string | null
  readonly purpose: string | null
  readonly class: string | null
  readonly policy_version: number
  readonly decision: string
  readonly reason: string | null
  readonly request_id: string | null
  /** HMAC-SHA-256 over the change under the salt of the record, 32 bytes. */
  readonly commitment: Uint8Array | null
  /** For whom the actor acted as officer in charge; left out of the leaf where it was for nobody. */
  readonly acting_for?: string | null
}

/**
 * The bytes that the log holds of an entry, from which its leaf hash is made: canonical JSON (RFC 8785)
 * with every member named, nothing as null, the commitment in base64url (RFC 4648 5). The same entry
 * gives the same bytes for ever. A member that is added one day must be left out where it is null: the
 * bytes of older entries would change.
 */
export function entryLeaf(entry: LogEntry): Uint8Array {
  const { id, at, actor, session, action, purpose, decision, reason, commitment } = entry
  return utf8ToBytes(
    canonicalJson({
      id,
      at,
      actor,
      session,
      action,
      object_type: entry.object_type,
      object_id: entry.object_id,
      purpose,
      class: entry.class,
      policy_version: entry.policy_version,
      decision,
      reason,
      request_id: entry.request_id,
      commitment: commitment === null ? null : toBase64Url(commitment),
      ...(entry.acting_for ? { acting_for: entry.acting_for } : {}),
    }),
  )
}
