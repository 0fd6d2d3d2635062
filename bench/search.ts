/**
 * Full-text search over all texts at hand and over a library of about 70,000 paragraphs, against the bare
 * query that only finds twenty paragraphs: `node bench/search.ts`. Bound: 100 ms on the texts at hand.
 */
import { ImportOptions } from '@vigil/contract/schemas'
import type { Db } from '@vigil/server/db/transaction.ts'
import { commandLineImporter } from '@vigil/server/documents/command-line.ts'
import { importFile } from '@vigil/server/documents/import.ts'
import { search } from '@vigil/server/documents/search.ts'
import { sql } from 'kysely'
import { readTexts, time, withEmptyDatabase } from './support/corpus.ts'

const WORDS = [
  'reintegration',
  'children',
  'schools hospitals',
  '"armed groups"',
  'S/RES/1612 (2005)',
]
const ROUNDS = 7
const COPIES = 16

await withEmptyDatabase(async (db) => {
  const options = ImportOptions.parse({})
  for (const text of readTexts())
    await importFile(commandLineImporter(db, new Date()), text, options)
  await measure(db)
  await multiply(db)
  await measure(db)
})

async function measure(db: Db): Promise<void> {
  const { paragraphs } = await db
    .selectFrom('paragraph')
    .select((build) => build.fn.countAll<number>().as('paragraphs'))
    .executeTakeFirstOrThrow()
  console.log(`${paragraphs} paragraphs`)
  for (const words of WORDS) {
    const ours = await median(() => search(db, { words, limit: 20 }))
    const bare = await median(() =>
      sql`select eid from paragraph where vector @@ search_query('en', ${words}) limit 20`.execute(
        db,
      ),
    )
    console.log(`  ${words}: ${ours.toFixed(1)} ms, ${(ours / bare).toFixed(1)} of the bare query`)
  }
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) times.push(await time(work))
  return times.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? Number.NaN
}

/** Copies every document without its symbol, so many times, by SQL alone. */
async function multiply(db: Db): Promise<void> {
  for (let copy = 1; copy <= COPIES; copy += 1) {
    await sql`
      with source as (
        select d.id as old_document, r.id as old_rendition,
          gen_random_uuid() as document, gen_random_uuid() as rendition, d.kind, d.title, r.language
        from document d join rendition r on r.document_id = d.id where d.added_by is null
          and d.symbol is not null
      ),
      documents as (
        insert into document (id, kind, title) select document, kind, title from source
      ),
      renditions as (
        insert into rendition
          (id, document_id, language, version, original, extracted, characters, repairs, reader)
        select s.rendition, s.document, s.language, 1, r.original, r.extracted, r.characters,
          r.repairs, r.reader
        from source s join rendition r on r.id = s.old_rendition
      )
      insert into paragraph
        (rendition_id, ordinal, language, eid, label, kind, level, marker, text)
      select s.rendition, p.ordinal, p.language, p.eid, p.label, p.kind, p.level, p.marker, p.text
      from source s join paragraph p on p.rendition_id = s.old_rendition`.execute(db)
  }
}
