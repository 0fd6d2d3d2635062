import type {
  Letter,
  LetterList,
  LetterListQuery,
  LetterReturn,
  LetterVersion,
  LetterVersionSummary,
} from '@vigil/contract/schemas'
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../db/transaction.ts'
import { toLetterSummary, toReturn, toVersion, toVersionSummary } from './rows.ts'

/** One page of the letters of documents held, newest first, and how many there are in all. */
export async function listLetters(
  db: Db,
  { documentId, after, limit }: LetterListQuery,
): Promise<z.input<typeof LetterList>> {
  const all = selectLetters(db).$if(documentId !== undefined, (some) =>
    some.where('letter.document_id', '=', documentId ?? ''),
  )
  const { total } = await all
    .clearSelect()
    .select((build) => build.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await all
    .$if(after !== undefined, (rest) => rest.where('letter.id', '<', after ?? ''))
    .orderBy('letter.id', 'desc')
    .limit(limit + 1)
    .execute()
  const letters = rows.slice(0, limit).map(toLetterSummary)
  const next = rows.length > limit ? (letters.at(-1)?.id ?? null) : null
  return { letters, total, next }
}

/** A letter with its history; undefined where its document is removed. */
export async function findLetter(db: Db, id: string): Promise<z.input<typeof Letter> | undefined> {
  const row = await selectLetters(db).where('letter.id', '=', id).executeTakeFirst()
  const current = row && (await findVersion(db, { letterId: id, version: row.version }))
  if (!current) return undefined
  return {
    ...toLetterSummary(row),
    current,
    versions: await listVersions(db, id),
    returns: await listReturns(db, id),
  }
}

/** One version whole; undefined where the letter's document is removed. */
export async function findVersion(
  db: Db,
  { letterId, version }: { readonly letterId: string; readonly version: number },
): Promise<z.input<typeof LetterVersion> | undefined> {
  const row = await selectVersions(db, letterId)
    .innerJoin('letter', 'letter.id', 'letter_version.letter_id')
    .innerJoin('document', 'document.id', 'letter.document_id')
    .select(['letter_version.facts', 'letter_version.choices', 'letter_version.draft'])
    .where('document.removed_at', 'is', null)
    .where('letter_version.version', '=', version)
    .executeTakeFirst()
  return row && toVersion(row)
}

async function listVersions(
  db: Db,
  letterId: string,
): Promise<z.input<typeof LetterVersionSummary>[]> {
  const rows = await selectVersions(db, letterId).orderBy('version', 'desc').execute()
  return rows.map(toVersionSummary)
}

async function listReturns(db: Db, letterId: string): Promise<z.input<typeof LetterReturn>[]> {
  const rows = await selectReturns(db).where('letter_id', '=', letterId).execute()
  return rows.map(toReturn)
}

/** What was handed back, newest first. */
export function selectReturns(db: Db) {
  return db
    .selectFrom('letter_return')
    .innerJoin('account', 'account.id', 'letter_return.made_by')
    .selectAll('letter_return')
    .select('account.name')
    .orderBy('letter_return.id', 'desc')
}

function selectVersions(db: Db, letterId: string) {
  return db
    .selectFrom('letter_version')
    .innerJoin('account', 'account.id', 'letter_version.made_by')
    .select(['letter_version.version', 'letter_version.made_by', 'letter_version.made_at'])
    .select('account.name')
    .select([countOf('draft', 'missing'), countOf('draft', 'flags'), countOf('choices', 'edits')])
    .where('letter_version.letter_id', '=', letterId)
}

/** Letters of documents held, each with its latest version. */
function selectLetters(db: Db) {
  return db
    .selectFrom('letter')
    .innerJoin('document', 'document.id', 'letter.document_id')
    .innerJoin('letter_version', 'letter_version.letter_id', 'letter.id')
    .innerJoin('account', 'account.id', 'letter_version.made_by')
    .selectAll('letter')
    .select(['document.symbol', 'document.title'])
    .select(['letter_version.version', 'letter_version.made_by', 'letter_version.made_at'])
    .select('account.name')
    .select([countOf('draft', 'missing'), countOf('draft', 'flags'), countOf('choices', 'edits')])
    .select(sql<string>`letter_version.draft ->> 'language'`.as('draft_language'))
    .select(isSent().as('sent'))
    .where('document.removed_at', 'is', null)
    .where(
      'letter_version.version',
      '=',
      sql<number>`(select max(version) from letter_version v where v.letter_id = letter.id)`,
    )
}

const COUNTED = { missing: 'missing', flags: 'flags', edits: 'edited' } as const

function countOf<List extends keyof typeof COUNTED>(column: 'draft' | 'choices', list: List) {
  const counted = sql<number>`jsonb_array_length(${sql.ref(`letter_version.${column}`)} -> ${list})`
  return counted.as(COUNTED[list])
}

function isSent(): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from letter_return r where r.letter_id = letter.id and r.returned = 'sent')`
}
