import { formatLogProof, inclusionProof, tileReader, tilesOfInclusion } from '@vigil/core/log'
import type { Db } from '../db/transaction.ts'
import { findHead } from './checkpoints.ts'
import { readTiles } from './tiles.ts'

/**
 * A receipt that an entry is in the log as of the newest checkpoint, as a `.tlog-proof` file (C2SP
 * tlog-proof) with what goes along as `extra`; `verifyLogProof` of core checks it. Null where the entry has no number yet, or is none.
 */
export async function proofOf(db: Db, entryId: string, extra?: Uint8Array): Promise<string | null> {
  const entry = await db
    .selectFrom('audit_entry')
    .innerJoin('log_entry', 'log_entry.seq', 'audit_entry.seq')
    .select('log_entry.index')
    .where('audit_entry.id', '=', entryId)
    .executeTakeFirst()
  const head = await findHead(db)
  if (entry === undefined || head === undefined) return null
  const asked = { index: entry.index, size: head.size }
  const tiles = await readTiles(db, tilesOfInclusion(asked))
  const path = inclusionProof(asked, tileReader(tiles))
  if (!path) return null
  const proof = { index: entry.index, path, checkpoint: head.note }
  return formatLogProof(extra ? { ...proof, extra } : proof)
}
