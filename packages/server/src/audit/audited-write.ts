import type { LoggedAction } from '@vigil/contract/schemas'
import { inTransaction, type Db } from '../db/transaction.ts'
import type { Done, Write } from '../http/handler.ts'
import { type Circumstances, record } from './record.ts'

/** Writes on `db` with an audit entry of `about` in the same transaction. */
export function auditedWrite(
  db: Db,
  about: Circumstances & { readonly action: LoggedAction },
): Write {
  return async (work) => {
    const answer = await inTransaction(db, async (tx) => {
      const { answer: made, actor = about.actor, action = about.action, ...kept } = await work(tx)
      await record(tx, { ...about, actor, action, ...kept })
      return made
    })
    return { answer } as Done<typeof answer>
  }
}
