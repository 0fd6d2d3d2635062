import type {
  ActionFilter,
  ActionList,
  ActionListQuery,
  ListedAction,
} from '@vigil/contract/schemas'
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { countStale } from '../clauses/relist.ts'
import type { Db } from '../db/transaction.ts'
import { countClauses } from './facets.ts'
import { fits, shownClauses } from './filter.ts'

type Action = z.input<typeof ListedAction>
type Row = Action & { readonly ordinal: number }

/** A place in the list: behind this clause. */
export interface Place {
  readonly documentId: string
  readonly ordinal: number
}

/** One page of the clauses asked for, newest document first, and what every filter would show. */
export async function listActions(
  db: Db,
  query: ActionListQuery,
): Promise<z.input<typeof ActionList>> {
  const { limit } = query
  const [rows, counts, pending] = await Promise.all([
    listRows(db, query, { after: parsePlace(query.after), limit: limit + 1 }),
    countClauses(db, query),
    countStale(db),
  ])
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    actions: page,
    ...counts,
    next: last ? `${last.documentId}.${last.ordinal}` : null,
    pending,
  }
}

/** How many clauses are asked for. */
export async function countActions(db: Db, filter: ActionFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    with ${shownClauses(filter)} select count(*) as total from c where ${fits(filter)}`.execute(db)
  return rows[0]?.total ?? 0
}

/** The clauses asked for, in the order of the list, from a place on. */
export async function listRows(
  db: Db,
  filter: ActionFilter,
  { after, limit }: { readonly after: Place | undefined; readonly limit: number },
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with ${shownClauses(filter)}, page as (
      select document_id, language, ordinal from c
      where ${fits(filter)} and ${isBehind(after)}
      order by document_id desc, ordinal
      limit ${limit}
    )
    select d.id as "documentId", d.symbol, d.title,
      coalesce(d.adopted, d.signed, d.circulated) as date,
      language, ordinal, c.eid, c.paragraph, c.label, c.text, c.verb, c.lemma, c.kind, c.strength,
      c.addressees, c.violations, c.themes, c.continuing, c.urgent, c.reviewed, c.corrected
    from page join listed_clause c using (document_id, language, ordinal)
    join document d on d.id = document_id
    order by document_id desc, ordinal`.execute(db)
  return rows
}

function isBehind(after: Place | undefined): RawBuilder<unknown> {
  if (!after) return sql`true`
  const { documentId, ordinal } = after
  return sql`(c.document_id < ${documentId}
    or c.document_id = ${documentId} and c.ordinal > ${ordinal})`
}

function parsePlace(after: string | undefined): Place | undefined {
  const [documentId, ordinal] = after?.split('.') ?? []
  return documentId === undefined ? undefined : { documentId, ordinal: Number(ordinal) }
}
