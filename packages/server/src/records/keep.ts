import { type Action, type IncidentRecord, textsStanding } from '@vigil/core/incident'
import { stateFollowing } from '@vigil/core/verification'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import type { SignedInActor } from '../http/handler.ts'
import type { HeldIncident } from '../incidents/queries.ts'
import type { AskKeys } from '../keys/protocol.ts'
import { insertActions } from './actions.ts'
import { type ClearText, writeText } from './texts.ts'
import { writeWords } from './words.ts'

/** Who acts, when, and who keeps the keys. */
export interface By {
  readonly actor: SignedInActor
  readonly now: Date
  readonly keys: AskKeys
}

/** Lets nobody else add to the incident until this transaction ends. */
export async function oneAfterTheOther(tx: Db, incident: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${incident}, 1))`.execute(tx)
}

/** What is to be kept: the new actions, the record with them, and their texts. */
interface Kept {
  readonly held: HeldIncident
  readonly record: IncidentRecord
  readonly added: readonly Action[]
  readonly texts: readonly ClearText[]
}

/** Keeps new actions with their texts, the words of what stands, and the state that follows. */
export async function keepActions(
  tx: Db,
  { held, record, added, texts }: Kept,
  { actor, now, keys }: By,
): Promise<void> {
  for (const text of texts) await writeText(tx, text, { incident: held.id, now, keys })
  await insertActions(tx, added)
  await writeWords(tx, held.id, { standing: textsStanding(record), texts })
  await followState(tx, { held, record }, { actor, now })
}

async function followState(
  tx: Db,
  { held: { id, facts }, record }: Pick<Kept, 'held' | 'record'>,
  { actor, now }: Pick<By, 'actor' | 'now'>,
): Promise<void> {
  const after = stateFollowing(record, facts.state)
  if (after === facts.state) return
  await tx.updateTable('incident').set({ state: after }).where('id', '=', id).execute()
  const change = { field: 'state', before: facts.state, after }
  await tx
    .insertInto('incident_change')
    .values({ incident_id: id, at: now, actor: actor.id, ...change })
    .execute()
}
