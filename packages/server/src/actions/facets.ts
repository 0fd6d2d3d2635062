import type { ActionFacets, ActionFilter } from '@vigil/contract/schemas'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../db/transaction.ts'
import { hasCodes, isOfDocument, missedFilters, shownClauses } from './filter.ts'

type Facets = z.input<typeof ActionFacets>

/** How many clauses have a code, and how many of these are asked for. */
interface Count {
  readonly facet: Exclude<keyof Facets, 'document'>
  readonly code: string
  readonly count: number
  readonly listed: number
}

/**
 * How many clauses are asked for, and how many each choice of each filter would show, were it the
 * only choice of that filter and all others as they are; most first.
 */
export async function countClauses(
  db: Db,
  asked: ActionFilter,
): Promise<{ readonly total: number; readonly facets: Facets }> {
  const [rows, document] = await Promise.all([countCodes(db, asked), countDocuments(db, asked)])
  const of = (facet: Count['facet']) =>
    rows.filter((row) => row.facet === facet).map(({ code, count }) => ({ code, count }))
  return {
    // Each clause has one kind.
    total: rows.reduce((sum, { facet, listed }) => sum + (facet === 'kind' ? listed : 0), 0),
    facets: {
      kind: of('kind') as Facets['kind'],
      addressee: of('addressee') as Facets['addressee'],
      violation: of('violation') as Facets['violation'],
      theme: of('theme') as Facets['theme'],
      reviewed: of('reviewed').map(({ code, count }) => ({ code: code === 'true', count })),
      document,
    },
  }
}

/**
 * A clause counts for a filter if that is the only one it does not fit. Few combinations of codes
 * occur, so each is looked at once however many clauses have it.
 */
async function countCodes(db: Db, asked: ActionFilter): Promise<readonly Count[]> {
  const { rows } = await sql<Count>`
    with ${shownClauses(asked)},
    combination as (
      select string_to_array(codes, ' ') as codes, count(*) as clauses from c
      where ${isOfDocument(asked)} group by c.codes
    ),
    code as (
      select unnest(codes) as code, ${missedFilters(asked)} as missed, clauses from combination as c
    ),
    counted as materialized (
      select split_part(code, '=', 1) as facet, split_part(code, '=', 2) as code, missed,
        sum(clauses)::bigint as clauses
      from code group by code.code, missed
    )
    select facet, code, sum(clauses)::bigint as count,
      coalesce(sum(clauses) filter (where missed = '{}'), 0)::bigint as listed
    from counted where missed <@ array[facet] group by facet, code
    order by 3 desc, 2`.execute(db)
  return rows
}

async function countDocuments(db: Db, asked: ActionFilter): Promise<Facets['document']> {
  const { rows } = await sql<Facets['document'][number]>`
    with ${shownClauses(asked)}, counted as (
      select document_id, count(*) from c where ${hasCodes(asked)} group by document_id
    )
    select id, symbol, title, count from counted join document on id = document_id
    order by id desc`.execute(db)
  return rows
}
