import type { CorrectionList } from '@vigil/contract/schemas'
import { type DocumentLanguage, findUndone } from '@vigil/core/documents'
import type { z } from 'zod'
import type { Db } from '../db/transaction.ts'
import { getClauses } from './read.ts'
import { findRenditionText } from './rendition-text.ts'
import { toCorrection } from './stored.ts'

type Entry = z.input<typeof CorrectionList>['corrections'][number]

/** Every correction of a document, in whatever language, newest first. */
export async function listHistory(
  db: Db,
  documentId: string,
): Promise<z.input<typeof CorrectionList>> {
  const rows = await db
    .selectFrom('clause_correction')
    .innerJoin('account', 'account.id', 'clause_correction.made_by')
    .selectAll('clause_correction')
    .select('account.name')
    .where('document_id', '=', documentId)
    .orderBy('seq', 'desc')
    .execute()
  const undone = findUndone(rows.map(toCorrection).toReversed())
  const unplaced = await listUnplaced(db, documentId, [...new Set(rows.map((row) => row.language))])
  const corrections = rows.map((row): Entry => {
    const { id, eid, clause, change, effect } = toCorrection(row)
    return {
      id,
      documentId,
      language: row.language as DocumentLanguage,
      paragraph: eid,
      text: clause,
      type: change.type,
      effect,
      undoes: change.type === 'undo' ? change.correction : null,
      state: undone.has(id) ? 'undone' : unplaced.has(id) ? 'unplaced' : 'inForce',
      by: { id: row.made_by, name: row.name },
      at: row.made_at.toISOString(),
    }
  })
  return { corrections }
}

async function listUnplaced(
  db: Db,
  documentId: string,
  languages: readonly string[],
): Promise<ReadonlySet<string>> {
  const unplaced = new Set<string>()
  for (const language of languages) {
    const text = await findRenditionText(db, documentId, language as DocumentLanguage)
    const reading = text && (await getClauses(db, text))
    for (const { correction } of reading?.unplaced ?? []) unplaced.add(correction)
  }
  return unplaced
}
