import { findAccount } from '../accounts/accounts.ts'
import { record } from '../audit/record.ts'
import { type Db, inTransaction } from '../db/transaction.ts'
import { begin, cancel, makeRecoveryCode } from './change.ts'
import { listOpen } from './recoveries.ts'

/**
 * Whoever holds the machine recovers an account: no agreement, no waiting; the log says that it was done
 * so. A recovery that was under way ends. Gives the code; undefined: nobody signs in with this name.
 */
export function recoverByHand(
  db: Db,
  { signInName, reason, now }: { signInName: string; reason: string; now: Date },
): Promise<string | undefined> {
  return inTransaction(db, async (tx) => {
    const account = await findAccount(tx, signInName)
    if (!account) return undefined
    const accountId = account.id
    for (const { shown } of await listOpen(tx, { accountId, now })) await cancel(tx, shown.id, now)
    const id = await begin(tx, { accountId, reason, now })
    if (id === undefined) throw new Error('A recovery began at the same moment')
    await tx.updateTable('recovery').set({ waits_until: now }).where('id', '=', id).execute()
    const made = await makeRecoveryCode(tx, id, now)
    await record(tx, {
      at: now,
      actor: null,
      requestId: null,
      action: 'account.recover',
      object: { type: 'account', id: accountId },
      change: { recovery: id, reason },
    })
    return made?.code
  })
}
