import { appendLeaves, entryLeaf, hashLeaf, rootOf, type SignerKey } from '@vigil/core/log'
import { sql } from 'kysely'
import { type Db, inTransaction } from '../db/transaction.ts'
import { addCheckpoint, findHead } from './checkpoints.ts'
import { sha256 } from './crypto.ts'
import { selectEntries, type StoredEntry } from './entries.ts'
import { growTiles, readFrontier } from './tiles.ts'

/** Who signs, and when. */
export interface Signing {
  readonly key: SignerKey
  readonly at: Date
}

/** So many entries get their numbers in one transaction. */
export const MOST_AT_ONCE = 1_024

/** Any number will do, as long as all versions of Vigil use the same. */
const LOCK = 1_612_000_002

/** Whether entries wait for their number. */
export async function isWaiting(db: Db): Promise<boolean> {
  const row = await db.selectFrom('log_pending').select('seq').limit(1).executeTakeFirst()
  return row !== undefined
}

/**
 * Numbers what was committed and has no number yet, in the order of writing, adds it to the tree and
 * signs a checkpoint: all of it or nothing, one process at a time. Gives how many entries it numbered;
 * fewer than `MOST_AT_ONCE` means that none was left.
 */
export async function sequence(db: Db, signing: Signing): Promise<number> {
  return inTransaction(db, async (tx) => {
    // A statement of its own: what the next one sees must include what the last process did.
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx)
    const entries = await selectEntries(tx)
      .innerJoin('log_pending', 'log_pending.seq', 'audit_entry.seq')
      .orderBy('log_pending.seq')
      .limit(MOST_AT_ONCE)
      .execute()
    if (entries.length > 0) await append(tx, entries, signing)
    return entries.length
  })
}

async function append(
  tx: Db,
  entries: readonly StoredEntry[],
  { key, at }: Signing,
): Promise<void> {
  const head = await findHead(tx)
  const before = await readFrontier(tx, head?.size ?? 0)
  const numbered = entries.map((entry, place) => ({
    index: before.size + place,
    seq: entry.seq,
    leaf: Buffer.from(hashLeaf(entryLeaf(entry), sha256)),
  }))
  const leaves = numbered.map(({ leaf }) => leaf)
  const { tree, tiles } = appendLeaves(before, leaves, sha256)
  await tx.insertInto('log_entry').values(numbered).execute()
  await growTiles(tx, tiles)
  const statement = {
    number: (head?.number ?? -1) + 1,
    size: tree.size,
    root: rootOf(tree),
    at: at.toISOString(),
  }
  await addCheckpoint(tx, { statement, key })
  const seqs = entries.map(({ seq }) => seq)
  await sql`delete from log_pending where seq = any(${seqs}::bigint[])`.execute(tx)
}
