import type { PaperCheckpoint } from '@vigil/contract/schemas'
import type { Db } from '../db/transaction.ts'
import { findNewest } from './reading/checkpoints.ts'

/**
 * The checkpoint that a paper prints which is made now: a copy of it in two offices is a witness of the
 * log. Null while the log has none.
 */
export async function checkpointForPaper(db: Db): Promise<PaperCheckpoint | null> {
  const newest = await findNewest(db)
  return newest && { at: newest.at, typed: newest.typed }
}
