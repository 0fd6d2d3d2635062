import type { BuriedKey } from '@vigil/core/keys'
import { DatabaseError } from 'pg'
import type { Db } from '../db/transaction.ts'
import { Refusal } from '../refusal.ts'

const NO_SUCH_TABLE = '42P01'

/**
 * The keys that the records know as destroyed, and their tombstones: no copy of the key store may bring
 * one back, nor any that the same person had before. Refuses a database without an installation, which
 * cannot know.
 */
export async function listBuriedKeys(db: Db): Promise<readonly BuriedKey[]> {
  try {
    const erased = await db
      .selectFrom('erasure')
      .select(['pseudonym', 'key_id', 'tombstone'])
      .where('tombstone_at', 'is not', null)
      .execute()
    const successions = await db
      .selectFrom('identity_succession')
      .select(['pseudonym', 'old_key', 'new_key'])
      .execute()
    const others = Map.groupBy(successions, ({ pseudonym }) => pseudonym)
    return erased.flatMap(({ pseudonym, key_id: keyId, tombstone }) => {
      const all = others.get(pseudonym) ?? []
      const ids = [keyId, ...all.flatMap((one) => [one.old_key, one.new_key])]
      return [...new Set(ids)].flatMap((id) => (id === null ? [] : [{ id, tombstone }]))
    })
  } catch (error) {
    const isEmpty = error instanceof DatabaseError && error.code === NO_SUCH_TABLE
    throw isEmpty ? new Refusal('refusal.restore.recordsFirst') : error
  }
}
