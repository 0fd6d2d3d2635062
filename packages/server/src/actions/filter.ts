import type { ActionFilter } from '@vigil/contract/schemas'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

const ALWAYS = sql<SqlBool>`true`

/** Whether a clause (`c`) has one of the codes of a filter. */
const HAS_ONE = {
  kind: (codes) => sql`c.kind = any (${codes}::text[])`,
  addressee: (codes) => sql`coalesce(c.addressees, '{unknown}') && ${codes}::text[]`,
  violation: (codes) => sql`c.violations && ${codes}::text[]`,
  theme: (codes) => sql`c.themes && ${codes}::text[]`,
  reviewed: ([code]) => sql`c.reviewed = ${code}`,
} as const satisfies Record<string, (codes: readonly string[]) => RawBuilder<SqlBool>>

type CodeFilter = keyof typeof HAS_ONE

/** The filters by codes that are set, with the codes asked for: any of them fits. */
function listAsked(asked: ActionFilter): [CodeFilter, readonly string[]][] {
  const { kind, addressee, violation, theme, reviewed } = asked
  const all = { kind, addressee, violation, theme, reviewed: reviewed?.toString().split(',') }
  return Object.entries(all).flatMap(([filter, codes]) =>
    codes ? [[filter as CodeFilter, codes]] : [],
  )
}

/** Whether a clause (`c`) has what every filter by codes asks for. */
export function hasCodes(asked: ActionFilter): RawBuilder<SqlBool> {
  return every(listAsked(asked).map(([filter, codes]) => HAS_ONE[filter](codes)))
}

/** Whether a clause (`c`) is of the document asked for. */
export function isOfDocument({ documentId }: ActionFilter): RawBuilder<SqlBool> {
  return documentId ? sql<SqlBool>`c.document_id = ${documentId}` : ALWAYS
}

/** Whether a clause (`c`) fits all that is asked for. */
export function fits(asked: ActionFilter): RawBuilder<SqlBool> {
  return every([hasCodes(asked), isOfDocument(asked)])
}

/** The filters that a combination of codes (`c.codes`, as an array) does not fit, as a text array. */
export function missedFilters(asked: ActionFilter): RawBuilder<string[]> {
  const missed = listAsked(asked).map(([filter, codes]) => {
    const wanted = codes.map((code) => `${filter}=${code}`)
    return sql`case when not c.codes && ${wanted}::text[] then ${filter}::text end`
  })
  return sql`array_remove(array[${sql.join(missed)}]::text[], null)`
}

function every(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return sql.join<SqlBool>([ALWAYS, ...conditions], sql` and `)
}

/**
 * `c`: the clauses of documents held, each document in one language (the one asked for, else the
 * first it has), that contain the words. Every query about the list starts from it.
 */
export function shownClauses({ language, words }: ActionFilter): RawBuilder<unknown> {
  // Nearly always few texts are hidden: looking for them in a small table costs less than a join.
  return sql`
    hidden as materialized (
      select document_id, language from (
        select r.document_id, r.language, d.removed_at, row_number() over (
          partition by r.document_id
          order by array_position(array_prepend(${language}, document_languages()), r.language)
        ) as choice
        from clause_reading r join document d on d.id = r.document_id
        where r.clauses > 0
      ) as reading
      where removed_at is not null or choice > 1
    ),
    c as (
      select l.document_id, l.language, l.ordinal,
        l.kind, l.addressees, l.violations, l.themes, l.reviewed, l.codes
      from listed_clause l ${containing(words)}
      where (l.document_id, l.language) not in (select document_id, language from hidden)
    )`
}

/** Joins the words' query of each language: made once, not for each clause. */
function containing(words: string | undefined): RawBuilder<unknown> {
  if (words === undefined) return sql``
  return sql`join (
      select known as language, search_query(known, ${words}) as query
      from unnest(document_languages()) as known offset 0
    ) as wanted on wanted.language = l.language and l.vector @@ wanted.query`
}
