import type { ActionFilter } from '@vigil/contract/schemas'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

type Filter = 'kind' | 'addressee' | 'violation' | 'theme' | 'reviewed' | 'document'

/** Whether a clause (`c`) fits each filter of what is asked for. */
type Conditions = Readonly<Record<Filter, RawBuilder<SqlBool>>>

const ALWAYS = sql<SqlBool>`true`

function conditionsOf(asked: ActionFilter): Conditions {
  const { kind, addressee, violation, theme, reviewed, documentId } = asked
  return {
    kind: kind ? sql`c.kind = any (${kind}::text[])` : ALWAYS,
    addressee: addressee
      ? sql`coalesce(c.addressees, '{unknown}') && ${addressee}::text[]`
      : ALWAYS,
    violation: violation ? sql`c.violations && ${violation}::text[]` : ALWAYS,
    theme: theme ? sql`c.themes && ${theme}::text[]` : ALWAYS,
    reviewed: reviewed === undefined ? ALWAYS : sql`c.reviewed = ${reviewed}`,
    document: documentId ? sql`c.document_id = ${documentId}` : ALWAYS,
  }
}

/** Whether a clause fits all that is asked for, but for the filter `except`. */
export function fits(asked: ActionFilter, except?: Filter): RawBuilder<SqlBool> {
  const { [except ?? 'none']: _, ...left } = { none: ALWAYS, ...conditionsOf(asked) }
  return sql.join<SqlBool>(Object.values(left), sql` and `)
}

/**
 * `c`: the clauses of documents held, each document in one language (the one asked for, else the
 * first it has), that contain the words. Every query about the list starts from it.
 */
export function shownClauses({ language, words }: ActionFilter): RawBuilder<unknown> {
  // The query of each language once, not of each clause.
  const queries =
    words === undefined
      ? sql``
      : sql`join (
          select known as language, search_query(known, ${words}) as query
          from unnest(document_languages()) as known offset 0
        ) as wanted on wanted.language = l.language and l.vector @@ wanted.query`
  return sql`
    c as (
      select l.* from (
        select distinct on (d.id) d.id, r.language
        from document d join clause_reading r on r.document_id = d.id
        where d.removed_at is null and r.clauses > 0
        order by d.id, r.language = ${language} desc,
          array_position(document_languages(), r.language)
      ) as shown
      join listed_clause l on l.document_id = shown.id and l.language = shown.language
      ${queries}
    )`
}
