import type { DocumentListQuery, Rendition } from '@vigil/contract/schemas'
import type { DocumentLanguage, Paragraph, Repair } from '@vigil/core/documents'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../db/transaction.ts'
import type { HeldFile } from '../files.ts'
import { type DocumentAnswer, type DocumentRow, toDocument, toSummary } from './rows.ts'

/** A document by its id, also when it is removed. */
export async function findDocument(db: Db, id: string): Promise<DocumentAnswer | undefined> {
  const rows = await selectDocuments(db).where('id', '=', id).execute()
  return (await withRenditions(db, rows))[0]
}

/** A document that is known to be there. */
export async function getDocument(db: Db, id: string): Promise<DocumentAnswer> {
  const document = await findDocument(db, id)
  if (!document) throw new Error(`Document ${id} is gone though it was just written`)
  return document
}

/** One page of the documents held (or removed), newest first, and how many there are in all. */
export async function listDocuments(
  db: Db,
  query: DocumentListQuery,
): Promise<{ documents: DocumentAnswer[]; total: number; next: string | null }> {
  const all = selectDocuments(db)
    .where('removed_at', query.removed ? 'is not' : 'is', null)
    .$if(query.kind !== undefined, (some) => some.where('kind', '=', query.kind ?? ''))
    .$if(Boolean(query.words), (some) => some.where(isNamed(query.words ?? '')))
  const counted = all.clearSelect().select((build) => build.fn.countAll<number>().as('total'))
  const { total } = await counted.executeTakeFirstOrThrow()
  const rows = await all
    .$if(query.after !== undefined, (rest) => rest.where('id', '<', query.after ?? ''))
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const page = rows.slice(0, query.limit)
  const next = rows.length > query.limit ? (page.at(-1)?.id ?? null) : null
  return { documents: await withRenditions(db, page), total, next }
}

/** Documents held whose symbol or title has the words; a symbol that is just that comes first. */
export async function findNamedDocuments(
  db: Db,
  query: {
    words: string
    language?: string | undefined
    documentId?: string | undefined
    limit: number
  },
): Promise<DocumentAnswer[]> {
  const rows = await selectDocuments(db)
    .where('removed_at', 'is', null)
    .where(isNamed(query.words))
    .where(
      sql<SqlBool>`(${query.documentId ?? null}::uuid is null or id = ${query.documentId ?? null})`,
    )
    .where(
      sql<SqlBool>`(${query.language ?? null}::text is null or exists (
        select from rendition where document_id = document.id and language = ${query.language ?? null}))`,
    )
    .orderBy(sql`symbol_key is not distinct from symbol_key(${query.words})`, 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit)
    .execute()
  return withRenditions(db, rows)
}

/** What is read in one language, with its text; nothing where the document is not held in it. */
export async function findRendition(
  db: Db,
  documentId: string,
  language: DocumentLanguage,
): Promise<z.input<typeof Rendition> | undefined> {
  const row = await selectSummaries(db)
    .select(['rendition.id', 'rendition.extracted', 'rendition.repairs'])
    .where('rendition.document_id', '=', documentId)
    .where('rendition.language', '=', language)
    .executeTakeFirst()
  if (!row) return undefined
  const paragraphs = await db
    .selectFrom('paragraph')
    .select(['eid', 'label', 'kind', 'level', 'marker', 'text'])
    .where('rendition_id', '=', row.id)
    .orderBy('ordinal')
    .execute()
  return {
    ...toSummary(row),
    documentId,
    extracted: row.extracted,
    repairList: row.repairs as Repair[],
    paragraphList: paragraphs as Paragraph[],
  }
}

/** The file that the current rendition in `language` was read from. */
export async function findOriginal(
  db: Db,
  documentId: string,
  language: DocumentLanguage,
): Promise<HeldFile | undefined> {
  const row = await db
    .selectFrom('rendition')
    .innerJoin('document_original', 'document_original.sha256', 'rendition.original')
    .select(['document_original.bytes', 'document_original.name', 'document_original.media_type'])
    .where('rendition.document_id', '=', documentId)
    .where('rendition.language', '=', language)
    .where('rendition.superseded_at', 'is', null)
    .executeTakeFirst()
  return row && { bytes: row.bytes, name: row.name, mediaType: row.media_type }
}

function selectDocuments(db: Db) {
  return db
    .selectFrom('document')
    .select(['id', 'symbol', 'kind', 'title', 'meeting', 'adopted', 'signed', 'circulated'])
    .select(['added_at', 'removed_at'])
}

/** Current renditions with their originals. */
function selectSummaries(db: Db) {
  return db
    .selectFrom('rendition')
    .innerJoin('document_original', 'document_original.sha256', 'rendition.original')
    .select(['rendition.document_id', 'rendition.language', 'rendition.version'])
    .select(['rendition.characters', 'rendition.repair_count', 'rendition.read_at'])
    .select(['document_original.sha256', 'document_original.name'])
    .select(['document_original.media_type', 'document_original.size'])
    .select((build) =>
      build
        .selectFrom('paragraph')
        .select((count) => count.fn.countAll<number>().as('paragraphs'))
        .whereRef('paragraph.rendition_id', '=', 'rendition.id')
        .$asScalar()
        .$notNull()
        .as('paragraphs'),
    )
    .where('rendition.superseded_at', 'is', null)
}

async function withRenditions(db: Db, rows: readonly DocumentRow[]): Promise<DocumentAnswer[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const found = await selectSummaries(db)
    .where('rendition.document_id', 'in', ids)
    .orderBy(sql`array_position(document_languages(), rendition.language)`)
    .execute()
  const byDocument = Map.groupBy(found, ({ document_id }) => document_id)
  return rows.map((row) => toDocument(row, byDocument.get(row.id) ?? []))
}

/**
 * Symbols are compared without what stands between letters and digits, so that "2690(2023)" finds
 * S/RES/2690 (2023); of a title, every word asked for must be in it, whatever the accents.
 */
function isNamed(words: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(
    strpos(replace(symbol_key, '/', ''), replace(symbol_key(${words}), '/', '')) > 0
    or title_key is not null and not exists (
      select from unnest(string_to_array(title_key(${words}), ' ')) as word
      where strpos(title_key, word) = 0))`
}
