import { DatabaseError } from 'pg'
import type { Db } from '../db/transaction.ts'
import { Refusal } from '../refusal.ts'

const NO_SUCH_TABLE = '42P01'

/**
 * Ids of the keys that the records know as destroyed: no copy of the key store may bring one back.
 * Refuses a database without an installation, which cannot know.
 */
export async function listBuriedKeys(db: Db): Promise<readonly string[]> {
  try {
    const rows = await db
      .selectFrom('erasure')
      .select('key_id')
      .where('tombstone_at', 'is not', null)
      .execute()
    return rows.flatMap(({ key_id: id }) => (id === null ? [] : [id]))
  } catch (error) {
    const isEmpty = error instanceof DatabaseError && error.code === NO_SUCH_TABLE
    throw isEmpty ? new Refusal('refusal.restore.recordsFirst') : error
  }
}
