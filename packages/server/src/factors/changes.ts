import { FactorChange, type FactorChangeKind } from '@vigil/contract/schemas'
import type { Db } from '../db/transaction.ts'
import { uuidV7 } from '../uuid.ts'

interface Noted {
  readonly accountId: string
  readonly what: FactorChangeKind
  /** Of the passkey. */
  readonly name?: string
  readonly now: Date
}

/** So many are shown. */
const SHOWN = 20

/**
 * Notes for the person what became of how they sign in, whoever did it; they see it under "my account".
 * Belongs into the transaction of the change, beside its entry in the log.
 */
export async function noteChange(tx: Db, { accountId, what, name, now }: Noted): Promise<void> {
  await tx
    .insertInto('factor_change')
    .values({ id: uuidV7(now), account_id: accountId, at: now, what, name: name ?? null })
    .execute()
}

/** The latest changes first; of a kind that this version does not know, none. */
export async function listChanges(db: Db, accountId: string): Promise<FactorChange[]> {
  const rows = await db
    .selectFrom('factor_change')
    .select(['at', 'what', 'name'])
    .where('account_id', '=', accountId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(SHOWN)
    .execute()
  return rows.flatMap(({ at, ...row }) => {
    const change = FactorChange.safeParse({ ...row, at: at.toISOString() })
    return change.success ? [change.data] : []
  })
}
