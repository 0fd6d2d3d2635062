import { scopeOf, type Wish } from '@vigil/core/policy'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'

/**
 * Tells the database on whose behalf the rest of this transaction acts and what the policy allows them,
 * so that row-level security lets it through. Outside of such a transaction no protected row is seen at
 * all.
 */
export async function actFor(tx: Db, wish: Wish): Promise<void> {
  if (!tx.isTransaction) throw new Error('Rights are taken on for one transaction only')
  await sql`
    select
      set_config('vigil.actor', ${wish.actor.id}, true),
      set_config('vigil.scope', ${JSON.stringify(scopeOf(wish))}, true),
      set_config('vigil.opened', ${`{${(wish.actor.opened ?? []).join(',')}}`}, true)
  `.execute(tx)
}
