import type { IncidentHistory, RecordLog } from '@vigil/contract/schemas'
import { Purpose } from '@vigil/core/policy'
import type { Db } from '../db/transaction.ts'

/** What became of an incident, oldest first; without who did it, which is in the log. */
export async function readHistory(tx: Db, id: string): Promise<IncidentHistory> {
  const rows = await tx
    .selectFrom('incident_change')
    .select(['at', 'field', 'before', 'after'])
    .where('incident_id', '=', id)
    .orderBy('seq')
    .execute()
  return { changes: rows.map((row) => ({ ...row, at: row.at.toISOString() })) }
}

/**
 * Who did or saw what with one incident, newest first, at most 1,000 entries. An id that nobody ever
 * asked for and one that does not exist have the same answer: none.
 */
export async function readLog(db: Db, id: string): Promise<RecordLog> {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['at', 'actor', 'action', 'decision', 'reason', 'purpose'])
    .where('object_type', '=', 'incident')
    .where('object_id', '=', id)
    .orderBy('seq', 'desc')
    .limit(1000)
    .execute()
  return {
    entries: rows.map((row) => ({
      ...row,
      at: row.at.toISOString(),
      decision: row.decision === 'allowed' ? 'allowed' : 'refused',
      purpose: row.purpose === null ? null : Purpose.parse(row.purpose),
    })),
  }
}
