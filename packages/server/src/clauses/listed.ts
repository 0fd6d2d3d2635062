import {
  ANNOTATION_VERSION,
  type CorrectedClause,
  type DocumentLanguage,
} from '@vigil/core/documents'
import type { Insertable } from 'kysely'
import type { ListedClause } from '../db/tables.ts'
import type { Db } from '../db/transaction.ts'
import { findClauses } from './read.ts'
import type { ClauseReading } from './job.ts'
import { findRenditionText, type RenditionText } from './rendition-text.ts'

/** Rows to an insert: PostgreSQL takes 65,535 values in one statement. */
const ROWS_AT_ONCE = 1000

/** Puts the clauses of a rendition into the list of clauses, in place of what stood there. */
export async function listRendition(
  tx: Db,
  text: RenditionText,
  { clauses }: Pick<ClauseReading, 'clauses'>,
): Promise<void> {
  const { documentId, language, renditionId } = text
  await unlistRendition(tx, text)
  await tx
    .insertInto('clause_reading')
    .values({
      document_id: documentId,
      language,
      rendition_id: renditionId,
      annotation_version: ANNOTATION_VERSION,
      clauses: clauses.length,
    })
    .execute()
  const rows = toRows(text, clauses)
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE) {
    await tx
      .insertInto('listed_clause')
      .values(rows.slice(first, first + ROWS_AT_ONCE))
      .execute()
  }
}

async function unlistRendition(tx: Db, { documentId, language }: RenditionText): Promise<void> {
  await tx
    .deleteFrom('clause_reading')
    .where('document_id', '=', documentId)
    .where('language', '=', language)
    .execute()
}

/**
 * Lists one language of a document, or every one, as it is held now. A text that takes too long to
 * read stands in no list and is counted as still to be read.
 */
export async function listDocumentClauses(
  tx: Db,
  documentId: string,
  only?: DocumentLanguage,
): Promise<void> {
  const held = await tx
    .selectFrom('rendition')
    .select('language')
    .where('document_id', '=', documentId)
    .where('superseded_at', 'is', null)
    .execute()
  for (const { language } of held) {
    if (only && language !== only) continue
    const text = await findRenditionText(tx, documentId, language as DocumentLanguage)
    const reading = text && (await findClauses(tx, text))
    if (reading) await listRendition(tx, text, reading)
    else if (text) await unlistRendition(tx, text)
  }
}

function toRows(
  { documentId, language, paragraphs }: RenditionText,
  clauses: readonly CorrectedClause[],
): Insertable<ListedClause>[] {
  const labels = new Map(paragraphs.map(({ eid, label }) => [eid, label]))
  return clauses.map((clause, ordinal) => ({
    document_id: documentId,
    language,
    ordinal,
    eid: clause.eid,
    paragraph: clause.paragraph,
    label: labels.get(clause.paragraph) ?? null,
    text: clause.text,
    verb: clause.verb,
    lemma: clause.lemma,
    kind: clause.kind,
    strength: clause.strength,
    addressees: clause.addressees,
    violations: clause.violations,
    themes: clause.themes,
    continuing: clause.continuing,
    urgent: clause.urgent,
    reviewed: clause.reviewed,
    corrected: clause.corrected.length > 0,
  }))
}
