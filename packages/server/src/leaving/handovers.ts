import type { Acceptance, Handed, HandoverRefusal, Naming } from '@vigil/contract/schemas'
import type { Db } from '../db/transaction.ts'
import { uuidV7 } from '../uuid.ts'

/** To whom something is to go, and what they said. */
export interface StoredHandover {
  readonly id: string
  readonly kind: string
  readonly objectId: string
  readonly successor: string
  readonly answer: 'accepted' | 'refused' | null
  readonly answeredAt: Date | null
  readonly reason: string | null
}

/** Everything that is to be handed over as somebody leaves. */
export async function readHandovers(db: Db, leavingId: string): Promise<StoredHandover[]> {
  const rows = await db
    .selectFrom('handover')
    .select(['id', 'kind', 'object_id as objectId', 'successor', 'answer'])
    .select(['answered_at as answeredAt', 'reason'])
    .where('leaving_id', '=', leavingId)
    .execute()
  return rows.map((row) => ({ ...row, answer: toAnswer(row.answer) }))
}

interface ToName {
  readonly leavingId: string
  readonly things: Naming['things']
  readonly successor: string
  readonly now: Date
}

/** Names who is to take things over; whoever was named before is not any more, whatever they said. */
export async function nameSuccessor(
  tx: Db,
  { leavingId: leaving_id, things, successor, now }: ToName,
): Promise<void> {
  const named = { successor, named_at: now, answer: null, answered_at: null, reason: null }
  const rows = things.map(({ kind, id: object_id }) => ({
    id: uuidV7(now),
    leaving_id,
    kind,
    object_id,
    ...named,
  }))
  await tx
    .insertInto('handover')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['leaving_id', 'kind', 'object_id']).doUpdateSet(named),
    )
    .execute()
}

/** What somebody who takes over says; a reason where they refuse. */
interface Answering {
  readonly successor: string
  readonly handovers: Acceptance['handovers']
  readonly reason?: HandoverRefusal['reason']
  readonly now: Date
}

/**
 * Notes what a successor says about things that are handed to them; gives the accounts they are from.
 * Undefined, and nothing is noted, where one of them is not handed to them, or was answered.
 */
export async function noteAnswer(
  tx: Db,
  { successor, handovers, reason, now }: Answering,
): Promise<readonly string[] | undefined> {
  const said = reason === undefined ? 'accepted' : 'refused'
  const found = await tx
    .updateTable('handover')
    .from('leaving')
    .set({ answer: said, answered_at: now, reason: reason ?? null })
    .whereRef('leaving.id', '=', 'handover.leaving_id')
    .where('cancelled_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('handover.id', 'in', handovers)
    .where('successor', '=', successor)
    .where('answer', 'is', null)
    .returning('leaving.account_id')
    .execute()
  if (found.length !== new Set(handovers).size) return undefined
  return [...new Set(found.map(({ account_id }) => account_id))]
}

/** What is handed to somebody, and was, newest first. What a leaver took back is not. */
export async function listHanded(db: Db, successor: string): Promise<Handed[]> {
  const rows = await db
    .selectFrom('handover')
    .innerJoin('leaving', 'leaving.id', 'leaving_id')
    .innerJoin('account', 'account.id', 'leaving.account_id')
    .select(['handover.id', 'kind', 'object_id', 'account.name', 'named_at', 'answer'])
    .select(['answered_at', 'leaving.ended_at'])
    .where('successor', '=', successor)
    .where('cancelled_at', 'is', null)
    .orderBy('named_at', 'desc')
    .orderBy('kind')
    .orderBy('object_id')
    .limit(5000)
    .execute()
  return rows.map((row) => ({
    id: row.id as Handed['id'],
    kind: row.kind as Handed['kind'],
    object: row.object_id,
    from: row.name,
    namedAt: row.named_at.toISOString(),
    answer: toAnswer(row.answer),
    answeredAt: row.answered_at?.toISOString() ?? null,
    passedAt: row.answer === 'accepted' ? (row.ended_at?.toISOString() ?? null) : null,
  }))
}

/** How many things that are handed to somebody they have not answered about. */
export async function countHanded(db: Db, successor: string): Promise<number> {
  const { count } = await db
    .selectFrom('handover')
    .innerJoin('leaving', 'leaving.id', 'leaving_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('successor', '=', successor)
    .where('answer', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

function toAnswer(stored: string | null): StoredHandover['answer'] {
  return stored === 'accepted' || stored === 'refused' ? stored : null
}
