import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { uuidV7 } from '../uuid.ts'

/** Somebody who is leaving. */
export interface OpenLeaving {
  readonly id: string
  readonly accountId: string
  readonly begunAt: Date
  /** Null where it is the owner's own. */
  readonly reason: string | null
}

/** The leaving of an account that is under way; undefined where there is none. */
export async function findOpenLeaving(db: Db, accountId: string): Promise<OpenLeaving | undefined> {
  return db
    .selectFrom('leaving')
    .select(['id', 'account_id as accountId', 'begun_at as begunAt', 'reason'])
    .where('account_id', '=', accountId)
    .where('cancelled_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** Who leaves, and who says so: themselves, an administrator with a reason, or null for the machine. */
export interface LeavingToBegin {
  readonly accountId: string
  readonly by: string | null
  readonly reason: string | null
  readonly now: Date
}

/** Notes that somebody leaves; false where that is under way. */
export async function beginLeaving(
  tx: Db,
  { accountId: account_id, by, reason, now }: LeavingToBegin,
): Promise<boolean> {
  const begun = await tx
    .insertInto('leaving')
    .values({ id: uuidV7(now), account_id, begun_at: now, begun_by: by, reason })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return begun !== undefined
}

/** Nothing was handed over, and nothing will be. */
export async function cancelLeaving(tx: Db, { id, now }: { id: string; now: Date }): Promise<void> {
  await tx.updateTable('leaving').set({ cancelled_at: now }).where('id', '=', id).execute()
}

/** Notes that the account has ended, by whose receipt. */
export async function closeLeaving(
  tx: Db,
  { id, by, now }: { id: string; by: string | null; now: Date },
): Promise<void> {
  await tx
    .updateTable('leaving')
    .set({ ended_at: now, ended_by: by })
    .where('id', '=', id)
    .execute()
}

/** Any number will do, as long as all processes use the same. */
const TURN = 1_612_000_015

/** Of ends at the same moment one waits for the other, so that each sees who is left. */
export async function takeTurn(tx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${TURN})`.execute(tx)
}
