import type { Correction } from '@vigil/core/documents'
import type { Selectable } from 'kysely'
import type { ClauseCorrection as Row } from '../db/tables.ts'
import type { Db } from '../db/transaction.ts'
import type { RenditionText } from './rendition-text.ts'

type Held = Pick<RenditionText, 'documentId' | 'language'>

/** All corrections of a document in one language, in the order they were made. */
export async function listCorrections(
  db: Db,
  { documentId, language }: Held,
): Promise<Correction[]> {
  const rows = await db
    .selectFrom('clause_correction')
    .selectAll()
    .where('document_id', '=', documentId)
    .where('language', '=', language)
    .orderBy('seq')
    .execute()
  return rows.map(toCorrection)
}

/** A stored correction in core's words. */
export function toCorrection(row: Selectable<Row>): Correction {
  const { id, eid, text, clause, base, annotation_version, change, effect } = row
  return {
    id,
    eid,
    text,
    clause,
    base,
    annotationVersion: annotation_version,
    change,
    effect,
  } as unknown as Correction
}

/** Adds a correction to the history. */
export async function storeCorrection(
  tx: Db,
  correction: Correction,
  { documentId, language, by, now }: Held & { readonly by: string; readonly now: Date },
): Promise<void> {
  const { annotationVersion, base, change, effect, ...rest } = correction
  await tx
    .insertInto('clause_correction')
    .values({
      ...rest,
      document_id: documentId,
      language,
      base: JSON.stringify(base),
      annotation_version: annotationVersion,
      change: JSON.stringify(change),
      effect: JSON.stringify(effect),
      made_by: by,
      made_at: now,
    })
    .execute()
}
