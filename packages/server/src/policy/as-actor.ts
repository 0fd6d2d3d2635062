import type { Action, Actor, Purpose } from '@vigil/core/policy'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'

/** On whose behalf, and what for. */
export interface Errand {
  readonly actor: Actor
  readonly action: Action
  readonly purpose?: Purpose | undefined
}

/**
 * Tells the database on whose behalf the rest of this transaction acts, so that row-level security lets
 * through what the policy allows. Outside of such a transaction no protected row is seen at all.
 */
export async function actFor(tx: Db, { actor, action, purpose }: Errand): Promise<void> {
  if (!tx.isTransaction) throw new Error('Rights are taken on for one transaction only')
  await sql`
    select
      set_config('vigil.actor', ${actor.id}, true),
      set_config('vigil.grants', ${JSON.stringify(actor.grants)}, true),
      set_config('vigil.action', ${action}, true),
      set_config('vigil.purpose', ${purpose ?? ''}, true)
  `.execute(tx)
}
