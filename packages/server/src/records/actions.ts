import { type Action, Deed, fold, type IncidentRecord } from '@vigil/core/incident'
import type { Db } from '../db/transaction.ts'

/** The action that every incident begins with. */
export const BEGINNING = { id: 'begin', deed: { kind: 'record' } } as const

/** Everything that was done to an incident, as it arrived. */
export async function readActions(tx: Db, incident: string): Promise<Action[]> {
  const rows = await tx
    .selectFrom('incident_action')
    .select(['id', 'made_at', 'received_at', 'actor', 'acts_for', 'deed'])
    .where('incident_id', '=', incident)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    incident,
    madeAt: row.made_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    by: row.actor,
    for: row.acts_for,
    deed: Deed.parse(row.deed),
  }))
}

export async function insertActions(tx: Db, actions: readonly Action[]): Promise<void> {
  if (actions.length === 0) return
  const rows = actions.map((action) => ({
    incident_id: action.incident,
    id: action.id,
    made_at: action.madeAt,
    received_at: action.receivedAt,
    actor: action.by,
    acts_for: action.for,
    deed: JSON.stringify(action.deed),
  }))
  await tx.insertInto('incident_action').values(rows).execute()
}

/** The record that follows from all actions of an incident. */
export function getRecord(actions: readonly Action[]): IncidentRecord {
  const record = fold(actions)
  if (!record) throw new Error('An incident without a beginning')
  return record
}
