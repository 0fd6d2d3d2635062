import { erasureState } from '@vigil/core/keys'
import type { Json, SignerKey } from '@vigil/core/log'
import { record } from '../audit/record.ts'
import { type Db, inTransaction } from '../db/transaction.ts'
import type { AskKeys } from '../keys/protocol.ts'
import type { Clock } from '../ports.ts'
import { approvalsOf, factsOf } from './erasures.ts'
import { findHeldPerson, forgetPerson } from './store.ts'
import { type Buried, engrave } from './tombstones.ts'

/** What erasing takes. */
export interface Erasing {
  readonly keys: AskKeys
  readonly clock: Clock
  /** The key of the log, which signs tombstones. */
  readonly signer: () => Promise<SignerKey>
  /** Whether deadlines are to be trusted now. */
  readonly mayGoOn: () => Promise<boolean>
}

/**
 * Does every erasure that is due: the tombstone in the log first, then the key is destroyed, then the
 * proof that it is gone is entered (security.md 4.4). What a crash left between is done to its end; what
 * was destroyed before tombstones were signed gets its signature. Gives how many were done.
 */
export async function eraseDue(db: Db, around: Erasing): Promise<number> {
  if (!(await around.mayGoOn())) return 0
  const open = await db
    .selectFrom('erasure')
    .select(['id', 'tombstone_at', 'destroyed_at'])
    .where('revoked_at', 'is', null)
    .where((of) => of.or([of('destroyed_at', 'is', null), of('tombstone', 'is', null)]))
    .execute()
  let done = 0
  for (const { id, tombstone_at: since, destroyed_at: end } of open) {
    const buried = await inTransaction(db, async (tx) => {
      if (since === null && !(await bury(tx, id, around))) return null
      return engrave(tx, id, around)
    })
    if (buried === null) continue
    if (await destroy(db, { id, ...buried, isOver: end !== null }, around)) done += 1
  }
  return done
}

/** Takes out what is held, and enters the tombstone, where the erasure is due; says whether it was. */
async function bury(tx: Db, id: string, { clock }: Erasing): Promise<boolean> {
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
  if (row === undefined) return false
  const approvals = await approvalsOf(tx, [id])
  const facts = factsOf(row, approvals)
  if (erasureState(facts, now.getTime()) !== 'due') return false
  const person = await findHeldPerson(tx, row.pseudonym, 'update')
  if (person === undefined) return false
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
  return true
}

/** Destroys the key, wherever the process stopped the last time, and keeps the proof. */
async function destroy(
  db: Db,
  { id, keyId, tombstone, isOver }: Buried & { readonly id: string; readonly isOver: boolean },
  { keys, clock }: Erasing,
): Promise<boolean> {
  const answer = await keys({ does: 'destroy', keyId, tombstone })
  if (!answer.ok || isOver) return false
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
