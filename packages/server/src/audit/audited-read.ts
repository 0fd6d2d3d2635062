import type { LoggedAction } from '@vigil/contract/schemas'
import { Action } from '@vigil/core/policy'
import { inTransaction, type Db } from '../db/transaction.ts'
import type { Read, SignedInActor } from '../http/handler.ts'
import { inTransactionFor } from '../policy/as-actor.ts'
import { type Circumstances, record } from './record.ts'
import { checkSights } from './sight-limits.ts'

interface About extends Circumstances {
  readonly actor: SignedInActor | null
  readonly action: LoggedAction
}

/** Reads on `db` on behalf of who asks, with an entry of what was seen in the same transaction. */
export function auditedRead(db: Db, about: About): Read {
  const { actor } = about
  return (purpose, work) => {
    const show = async (tx: Db) => {
      const { answer, sight } = await work(tx)
      if (sight && actor) await checkSights(tx, sight, { actor, at: about.at })
      if (sight) await record(tx, { ...about, ...sight })
      return answer
    }
    const action = Action.parse(about.action)
    if (!actor) return inTransaction(db, show)
    return inTransactionFor(db, { actor, action, ...(purpose && { purpose }) }, show)
  }
}
