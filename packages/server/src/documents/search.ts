import type { SearchQuery, SearchResult } from '@vigil/contract/schemas'
import type { DocumentLanguage } from '@vigil/core/documents'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../db/transaction.ts'
import { HIT_END, HIT_START, excerpt } from './excerpt.ts'
import { findNamedDocuments } from './queries.ts'

interface FoundRow {
  readonly document_id: string
  readonly symbol: string | null
  readonly title: string | null
  readonly language: string
  readonly eid: string
  readonly label: string | null
  readonly text: string
  readonly marked: string
  /** Null in languages that are searched in one way only. */
  readonly marked_accented: string | null
  readonly total: number
}

/** As many of a paragraph as `search_vector` (migration 0002) looks at. */
const SEARCHED_CHARACTERS = 100_000

/** Paragraphs of the newest documents that compete for the first places, where more match. */
const MOST_RANKED = 2000

const MARKS = `HighlightAll=true, StartSel=${HIT_START}, StopSel=${HIT_END}`

/**
 * Paragraphs held that contain the words, best first, and documents that are named by them. Words as
 * people type them: quotes for a phrase, `or`, a minus for what must not stand there.
 */
export async function search(db: Db, query: SearchQuery): Promise<z.input<typeof SearchResult>> {
  const rows = await findParagraphs(db, query)
  return {
    hits: rows.map(toHit),
    total: rows[0]?.total ?? 0,
    documents: await findNamedDocuments(db, query),
  }
}

function toHit(row: FoundRow): z.input<typeof SearchResult>['hits'][number] {
  const marked = row.marked_accented === null ? [row.marked] : [row.marked, row.marked_accented]
  return {
    documentId: row.document_id,
    symbol: row.symbol,
    title: row.title,
    language: row.language as DocumentLanguage,
    eid: row.eid,
    label: row.label,
    excerpt: excerpt(row.text, marked),
  }
}

async function findParagraphs(db: Db, query: SearchQuery): Promise<FoundRow[]> {
  const { rows } = await paragraphSearch(query).execute(db)
  return rows
}

/**
 * The statement behind `search`. All matches are found by the index and counted; ranking has to read
 * what it ranks, so of a word that stands everywhere only the newest texts compete. `is true` and
 * `offset 0` keep the planner, which knows little about words, to this order of work.
 */
export function paragraphSearch(query: SearchQuery): RawBuilder<FoundRow> {
  const { words, language = null, limit } = query
  const searched = sql`left(p.text, ${SEARCHED_CHARACTERS}::int)`
  return sql<FoundRow>`
    with asked as materialized (
      select held.language, search_query(held.language, ${words}) as query
      from (select distinct language from rendition where superseded_at is null) as held
      where ${language}::text is null or held.language = ${language}
    ),
    found as materialized (
      select p.rendition_id, p.ordinal, asked.language, asked.query
      from asked
      cross join lateral (
        select rendition_id, ordinal from paragraph
        where language = asked.language and vector @@ asked.query and (${isShown(query)}) is true
        offset 0
      ) as p
    ),
    candidates as materialized (
      select * from found order by rendition_id desc, ordinal limit ${MOST_RANKED}
    ),
    best as materialized (
      select candidates.*, ts_rank_cd(p.vector, query, 1) as rank
      from candidates join paragraph p using (rendition_id, ordinal)
      order by rank desc, rendition_id desc, ordinal
      limit ${limit}
    )
    select r.document_id, d.symbol, d.title, best.language, p.eid, p.label,
      (select count(*) from found) as total,
      ${searched} as text,
      ts_headline(
        search_configuration(best.language), search_copy(best.language, ${searched}), best.query, ${MARKS}
      ) as marked,
      ts_headline(
        search_accented_configuration(best.language), search_copy(best.language, ${searched}),
        best.query, ${MARKS}
      ) as marked_accented
    from best
    join paragraph p using (rendition_id, ordinal)
    join rendition r on r.id = best.rendition_id
    join document d on d.id = r.document_id
    order by best.rank desc, best.rendition_id desc, best.ordinal`
}

/** Whether a paragraph belongs to what is held now, and to the document asked for. */
function isShown(query: SearchQuery): RawBuilder<SqlBool> {
  const documentId = query.documentId ?? null
  return sql<SqlBool>`rendition_id in (
    select r.id from rendition r join document d on d.id = r.document_id
    where r.superseded_at is null and d.removed_at is null
      and (${documentId}::uuid is null or d.id = ${documentId}))`
}
