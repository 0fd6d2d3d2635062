import { setPassphrase, toAccount, getAccountById } from '../accounts/accounts.ts'
import { endSessionsOf } from '../accounts/sessions.ts'
import type { Db } from '../db/transaction.ts'
import { removeEveryFactor } from '../factors/remove-all.ts'
import { hashTyped } from '../people/code.ts'

/** A recovery whose code was typed together with the name that its owner signs in with. */
export interface OpenRecovery {
  readonly id: string
  readonly accountId: string
}

/** The recovery that code and sign-in name open now; undefined for every other pair. */
export async function findByCode(
  db: Db,
  { typed, signInName, now }: { typed: string; signInName: string; now: Date },
): Promise<OpenRecovery | undefined> {
  const hash = hashTyped(typed)
  if (!hash) return undefined
  return db
    .selectFrom('recovery')
    .innerJoin('account', 'account.id', 'recovery.account_id')
    .select(['recovery.id', 'account_id as accountId'])
    .where('code_sha256', '=', hash)
    .where('sign_in_name', '=', signInName)
    .where('closed_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('done_at', 'is', null)
    .where('code_expires_at', '>', now)
    .executeTakeFirst()
}

/**
 * Opens the account to its owner again: another passphrase; every passkey, app and sheet is gone, every
 * session ended. Undefined where the code is good no more; of several at once, one succeeds.
 */
export async function redeem(
  tx: Db,
  { recovery, passphrase, now }: { recovery: OpenRecovery; passphrase: string; now: Date },
) {
  const { id, accountId } = recovery
  const { numUpdatedRows } = await tx
    .updateTable('recovery')
    .set({ done_at: now })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .where('done_at', 'is', null)
    .where('code_expires_at', '>', now)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return undefined
  await setPassphrase(tx, accountId, passphrase)
  await removeEveryFactor(tx, accountId)
  await endSessionsOf(tx, accountId)
  return toAccount(await getAccountById(tx, accountId))
}
