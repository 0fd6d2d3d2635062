import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** What every query function takes first: the pool, or the transaction it is called in. */
export type Db = Kysely<Tables>

/** Runs `work` whole or not at all; joins the transaction that `db` already is in. */
export function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work)
}
