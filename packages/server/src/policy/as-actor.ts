import { scopeOf, type Wish } from '@vigil/core/policy'
import { CompiledQuery } from 'kysely'
import { escapeLiteral } from 'pg'
import { inTransactionWith } from '../db/dialect.ts'
import type { Db } from '../db/transaction.ts'

/**
 * Tells the database on whose behalf the rest of this transaction acts and what the policy allows them,
 * so that row-level security lets it through. Outside of such a transaction no protected row is seen at
 * all.
 */
export async function actFor(tx: Db, wish: Wish): Promise<void> {
  if (!tx.isTransaction) throw new Error('Rights are taken on for one transaction only')
  await tx.executeQuery(CompiledQuery.raw(takeOn(wish)))
}

/** Runs `work` whole or not at all on behalf of who wishes, as `actFor` does in a transaction of its own. */
export async function inTransactionFor<T>(
  db: Db,
  wish: Wish,
  work: (tx: Db) => Promise<T>,
): Promise<T> {
  if (!db.isTransaction) return inTransactionWith(db, takeOn(wish), work)
  await actFor(db, wish)
  return work(db)
}

function takeOn(wish: Wish): string {
  const { id, opened = [] } = wish.actor
  const settings = { actor: id, scope: scopeText(wish), opened: `{${opened.join(',')}}` }
  const set = Object.entries(settings).map(
    ([name, value]) => `set_config('vigil.${name}', ${escapeLiteral(value)}, true)`,
  )
  return `select ${set.join(', ')}`
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
