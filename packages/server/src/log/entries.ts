import type { LogEntry } from '@vigil/core/log'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'

/** An entry as its leaf has it, and its place in the order of writing. */
export interface StoredEntry extends LogEntry {
  readonly seq: number
}

/**
 * Any moment that a column can hold, each in its own way: what was written to the millisecond reads as
 * ISO 8601, and whatever somebody puts there later differs from it.
 */
export function writtenMoment(column: 'audit_entry.at' | 'log_checkpoint.at') {
  const utc = sql`${sql.ref(column)} at time zone 'UTC'`
  return sql<string>`regexp_replace(
    to_char(${utc}, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"AD'), '000ZAD$', 'Z')`
}

/** Audit entries with the columns that their leaves are made of. */
export function selectEntries(db: Db) {
  return db
    .selectFrom('audit_entry')
    .select([
      'audit_entry.seq',
      'audit_entry.id',
      writtenMoment('audit_entry.at').as('at'),
      'audit_entry.actor',
      'audit_entry.session',
      'audit_entry.action',
      'audit_entry.object_type',
      'audit_entry.object_id',
      'audit_entry.purpose',
      'audit_entry.class',
      'audit_entry.policy_version',
      'audit_entry.decision',
      'audit_entry.reason',
      'audit_entry.request_id',
      'audit_entry.commitment',
      'audit_entry.acting_for',
    ])
}
