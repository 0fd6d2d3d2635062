import { scopeOf, type Wish } from '@vigil/core/policy'
import { CompiledQuery } from 'kysely'
import type { Db } from '../db/transaction.ts'

const TAKE_ON = `
  select
    set_config('vigil.actor', $1, true),
    set_config('vigil.scope', $2, true),
    set_config('vigil.opened', $3, true)`

/**
 * Tells the database on whose behalf the rest of this transaction acts and what the policy allows them,
 * so that row-level security lets it through. Outside of such a transaction no protected row is seen at
 * all.
 */
export async function actFor(tx: Db, wish: Wish): Promise<void> {
  if (!tx.isTransaction) throw new Error('Rights are taken on for one transaction only')
  const { id, opened = [] } = wish.actor
  await tx.executeQuery(CompiledQuery.raw(TAKE_ON, [id, scopeText(wish), `{${opened.join(',')}}`]))
}

/** Scopes worked out before: somebody who turns pages asks for the same one with each. */
const KNOWN = new Map<string, string>()
const MOST_KNOWN = 500

/** Known by all that was wished: with one grant more or fewer it is another scope. */
function scopeText(wish: Wish): string {
  const asked = JSON.stringify(wish)
  const known = KNOWN.get(asked)
  if (known !== undefined) return known
  const [oldest] = KNOWN.keys()
  if (KNOWN.size >= MOST_KNOWN && oldest !== undefined) KNOWN.delete(oldest)
  const text = JSON.stringify(scopeOf(wish))
  KNOWN.set(asked, text)
  return text
}
