import { setTimeout as pause } from 'node:timers/promises'
import { erasureState } from '@vigil/core/keys'
import type { Json } from '@vigil/core/log'
import type { Logger } from 'pino'
import { record } from '../audit/record.ts'
import { type Db, inTransaction } from '../db/transaction.ts'
import type { AskKeys } from '../keys/protocol.ts'
import type { Clock } from '../ports.ts'
import { approvalsOf, factsOf } from './erasures.ts'
import { findHeldPerson, forgetPerson } from './store.ts'

interface Surroundings {
  readonly keys: AskKeys
  readonly clock: Clock
  /** Whether deadlines are to be trusted now. */
  readonly mayGoOn: () => Promise<boolean>
}

const EVERY_MS = 60_000

/** Erases every minute what is due. A fault ends nothing: the next turn tries again. */
export function startErasing(
  db: Db,
  { logger, ...around }: Surroundings & { readonly logger: Pick<Logger, 'error'> },
): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const keepErasing = async () => {
    while (!signal.aborted) {
      try {
        await eraseDue(db, around)
      } catch (error) {
        logger.error({ err: error }, 'an erasure that is due was not done')
      }
      await pause(EVERY_MS, undefined, { signal }).catch(() => undefined)
    }
  }
  const running = keepErasing()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/**
 * Does every erasure that is due: the tombstone in the log first, then the key is destroyed, then the
 * proof that it is gone is entered (security.md 4.4). What a crash left between is done to its end.
 * Gives how many were done.
 */
export async function eraseDue(db: Db, around: Surroundings): Promise<number> {
  if (!(await around.mayGoOn())) return 0
  const open = await db
    .selectFrom('erasure')
    .select(['id', 'tombstone_at'])
    .where('revoked_at', 'is', null)
    .where('destroyed_at', 'is', null)
    .execute()
  let done = 0
  for (const { id, tombstone_at: tombstone } of open) {
    const keyId = await inTransaction(db, (tx) =>
      tombstone === null ? bury(tx, id, around) : findKeyOf(tx, id),
    )
    if (keyId !== null && (await destroy(db, { id, keyId }, around))) done += 1
  }
  return done
}

async function findKeyOf(tx: Db, id: string): Promise<string | null> {
  const found = await tx.selectFrom('erasure').select('key_id').where('id', '=', id).execute()
  return found[0]?.key_id ?? null
}

/** Writes the tombstone where the erasure is due; gives the key that is to be destroyed. */
async function bury(tx: Db, id: string, { clock }: Surroundings): Promise<string | null> {
  const now = clock.now()
  const row = await tx
    .selectFrom('erasure')
    .leftJoin('identity_hold', 'identity_hold.pseudonym', 'erasure.pseudonym')
    .selectAll('erasure')
    .select('identity_hold.since as held')
    .where('id', '=', id)
    .where('tombstone_at', 'is', null)
    .where('revoked_at', 'is', null)
    .forUpdate('erasure')
    .executeTakeFirst()
  if (row === undefined) return null
  const approvals = await approvalsOf(tx, [id])
  const facts = factsOf(row, approvals)
  if (erasureState(facts, now.getTime()) !== 'due') return null
  const person = await findHeldPerson(tx, row.pseudonym)
  if (person === undefined) return null
  await forgetPerson(tx, row.pseudonym)
  await tx.deleteFrom('record_salt').where('object_id', '=', row.pseudonym).execute()
  await tx
    .updateTable('erasure')
    .set({ key_id: person.keyId, tombstone_at: now })
    .where('id', '=', id)
    .execute()
  const { pseudonym, ground } = row
  const approvers = approvals.map(({ approver }) => approver)
  await enter(tx, 'identity.tombstone', {
    id,
    now,
    change: { pseudonym, keyId: person.keyId, ground, approvers },
  })
  return person.keyId
}

/** Destroys the key, wherever the process stopped the last time, and keeps the proof. */
async function destroy(
  db: Db,
  { id, keyId }: { readonly id: string; readonly keyId: string },
  { keys, clock }: Surroundings,
): Promise<boolean> {
  const answer = await keys({ does: 'destroy', keyId })
  if (!answer.ok) return false
  const { size, root } = answer.value
  const now = clock.now()
  await inTransaction(db, async (tx) => {
    await tx
      .updateTable('erasure')
      .set({ destroyed_at: now, proof: JSON.stringify(answer.value) })
      .where('id', '=', id)
      .execute()
    await enter(tx, 'identity.destroyed', { id, now, change: { keyId, size, root } })
  })
  return true
}

/** Nobody's act: two people decided it, and the time has come. */
function enter(
  tx: Db,
  action: 'identity.tombstone' | 'identity.destroyed',
  { id, now, change }: { readonly id: string; readonly now: Date; readonly change: Json },
): Promise<void> {
  const object = { type: 'erasure', id } as const
  return record(tx, { at: now, actor: null, requestId: null, action, object, change })
}
