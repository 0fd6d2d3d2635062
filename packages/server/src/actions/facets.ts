import type { ActionFacets, ActionFilter } from '@vigil/contract/schemas'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../db/transaction.ts'
import { fits, shownClauses } from './filter.ts'

type Facets = z.input<typeof ActionFacets>

interface Count {
  readonly facet: keyof Facets
  readonly code: string
  readonly count: number
}

/**
 * How many clauses each choice of each filter would show, were it the only choice of that filter and
 * all others as they are; most first.
 */
export async function countFacets(db: Db, filter: ActionFilter): Promise<Facets> {
  const { rows } = await sql<Count>`
    with ${shownClauses(filter)}, counted as materialized (
      select document_id, kind, addressees, violations, themes, reviewed from c
    )
    select 'kind' as facet, kind as code, count(*) from counted as c
      where ${fits(filter, 'kind')} group by code
    union all
    select 'addressee', addressee, count(*)
      from counted as c, unnest(coalesce(addressees, '{unknown}')) as addressee
      where ${fits(filter, 'addressee')} group by addressee
    union all
    select 'violation', violation, count(*) from counted as c, unnest(violations) as violation
      where ${fits(filter, 'violation')} group by violation
    union all
    select 'theme', theme, count(*) from counted as c, unnest(themes) as theme
      where ${fits(filter, 'theme')} group by theme
    union all
    select 'reviewed', reviewed::text, count(*) from counted as c
      where ${fits(filter, 'reviewed')} group by reviewed
    union all
    select 'document', document_id::text, count(*) from counted as c
      where ${fits(filter, 'document')} group by document_id
    order by 3 desc, 2`.execute(db)
  const of = (facet: keyof Facets) =>
    rows.filter((row) => row.facet === facet).map(({ code, count }) => ({ code, count }))
  return {
    kind: of('kind') as Facets['kind'],
    addressee: of('addressee') as Facets['addressee'],
    violation: of('violation') as Facets['violation'],
    theme: of('theme') as Facets['theme'],
    reviewed: of('reviewed').map(({ code, count }) => ({ code: code === 'true', count })),
    document: await nameDocuments(db, of('document')),
  }
}

async function nameDocuments(
  db: Db,
  counts: readonly Pick<Count, 'code' | 'count'>[],
): Promise<Facets['document']> {
  if (counts.length === 0) return []
  const byId = new Map(counts.map(({ code, count }) => [code, count]))
  const rows = await db
    .selectFrom('document')
    .select(['id', 'symbol', 'title'])
    .where('id', 'in', [...byId.keys()])
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, count: byId.get(row.id) ?? 0 }))
}
