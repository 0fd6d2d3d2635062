import { entryLeaf } from '@vigil/core/log'
import type { Db } from '../../db/transaction.ts'
import type { FileAnswer } from '../../files.ts'
import { refuse } from '../../http/refuse.ts'
import { selectEntries } from '../entries.ts'
import { proofOf } from '../proof.ts'

/**
 * A proof that the act an account did in a request is in the log, with the entry itself, byte for byte,
 * as its `extra` line: whoever has it can check it without Vigil. Of several entries the last, which is
 * that of the act as a whole. Refuses with `log.noReceipt` what was somebody else's, and what has no
 * number yet.
 */
export async function receiptOf(
  db: Db,
  { requestId, accountId }: { readonly requestId: string; readonly accountId: string },
): Promise<FileAnswer> {
  const entry = await selectEntries(db)
    .where('actor', '=', accountId)
    .where('request_id', '=', requestId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const proof = entry && (await proofOf(db, entry.id, entryLeaf(entry)))
  if (!proof) refuse('log.noReceipt')
  return {
    name: `${requestId}.tlog-proof`,
    mediaType: 'text/plain; charset=utf-8',
    bytes: new TextEncoder().encode(proof),
  }
}
