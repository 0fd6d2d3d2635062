import type { RenditionAnnotation } from '@vigil/contract/schemas'
import { ANNOTATION_VERSION } from '@vigil/core/documents'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../db/transaction.ts'
import type { ClauseReading } from './job.ts'
import type { RenditionText } from './rendition-text.ts'

type Answer = z.input<typeof RenditionAnnotation>

/** A rendition clause by clause, as the contract has it. */
export async function toAnnotationAnswer(
  db: Db,
  text: RenditionText,
  reading: ClauseReading,
): Promise<Answer> {
  const { envelopes, views, citations, clauses, differences, unplaced } = reading
  const cited = citations.flatMap(({ symbol, candidates }) => [symbol ?? [], candidates].flat())
  return {
    documentId: text.documentId,
    language: text.language,
    version: text.version,
    annotationVersion: ANNOTATION_VERSION,
    envelopes,
    views,
    citations,
    clauses,
    differences,
    unplaced,
    held: await findHeldSymbols(db, [...new Set(cited)]),
  }
}

/** Which of the documents with these symbols are held, however blanks and brackets are written. */
async function findHeldSymbols(db: Db, symbols: readonly string[]): Promise<Answer['held']> {
  if (symbols.length === 0) return []
  const { rows } = await sql<Answer['held'][number]>`
    select cited.symbol, document.id as "documentId"
    from unnest(${symbols}::text[]) as cited (symbol)
    join document on document.symbol_key = symbol_key(cited.symbol)
    where document.removed_at is null`.execute(db)
  return rows
}
