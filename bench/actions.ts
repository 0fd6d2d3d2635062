/**
 * The first page of the list of actions with the counts of every filter, over about 100,000 clauses
 * of 1,000 documents, against a bare count of the same rows: `node bench/actions.ts`. Measured right
 * after the documents came in, with the statistics of a nearly empty library, and again when these
 * are up to date. Bounds: 100 ms unfiltered, 300 ms filtered.
 */
import { ActionListQuery } from '@vigil/contract/schemas'
import { listActions } from '@vigil/server/actions/list.ts'
import type { Db } from '@vigil/server/db/transaction.ts'
import { AddresseeCode, ThemeCode, ViolationCode } from '@vigil/core/documents'
import { sql } from 'kysely'
import pg from 'pg'
import { time, withEmptyDatabase } from './support/corpus.ts'

const DOCUMENTS = 1000
const CLAUSES_EACH = 100
const ROUNDS = 5
const ADDRESSEES = AddresseeCode.options
const VIOLATIONS = ViolationCode.options
const THEMES = ThemeCode.options
const ASKED = [
  {},
  { kind: 'directive' },
  { kind: 'directive', addressee: 'donors,all_parties' },
  { theme: 'training', reviewed: 'false' },
  { words: 'schools' },
]

await withEmptyDatabase(async (db, owner) => {
  await fill(db, DOCUMENTS / 100)
  await renewStatistics(owner)
  await fill(db, DOCUMENTS - DOCUMENTS / 100)
  await measure(db, 'right after the import')
  await renewStatistics(owner)
  await measure(db, 'statistics up to date')
})

async function renewStatistics(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  await client.query('vacuum analyze')
  await client.end()
}

async function measure(db: Db, when: string): Promise<void> {
  const bare = await median(() => sql`select count(*) from listed_clause`.execute(db))
  console.log(`${DOCUMENTS * CLAUSES_EACH} clauses, ${when}; a bare count ${bare.toFixed(1)} ms`)
  for (const asked of ASKED) {
    const query = ActionListQuery.parse(asked)
    const ours = await median(() => listActions(db, query))
    console.log(
      `  ${JSON.stringify(asked)}: ${ours.toFixed(1)} ms, ${(ours / bare).toFixed(1)} of the bare count`,
    )
  }
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) times.push(await time(work))
  return times.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? Number.NaN
}

/** Made-up documents with their clauses, by SQL alone; codes as varied as in real conclusions. */
async function fill(db: Db, documents: number): Promise<void> {
  await sql`
    insert into document_original (sha256, bytes, media_type, name)
    values (sha256('text'::bytea), 'text', 'text/plain', 'text.txt')
    on conflict do nothing`.execute(db)
  await sql`
    with number as (select generate_series(1, ${documents}::int) as n),
    documents as (
      insert into document (id, symbol, kind)
      select gen_random_uuid(), 'S/RES/' || n || ' (' || 2030 + ${documents}::int || ')', 'resolution'
      from number returning id
    ),
    renditions as (
      insert into rendition
        (id, document_id, language, version, original, extracted, characters, repairs, reader)
      select gen_random_uuid(), id, 'en', 1, sha256('text'::bytea), 'text', 4, '[]', 1
      from documents returning id, document_id
    ),
    readings as (
      insert into clause_reading (document_id, language, rendition_id, annotation_version, clauses)
      select document_id, 'en', id, 1000, ${CLAUSES_EACH}::int from renditions
      returning document_id
    )
    insert into listed_clause (document_id, language, ordinal, eid, paragraph, text, kind, strength,
      addressees, violations, themes, continuing, urgent, reviewed, corrected)
    select document_id, 'en', n, 'para_' || n || '__clause_1', 'para_' || n,
      'Urges all parties to spare ' || (array['schools', 'hospitals', 'roads'])[1 + n % 3]
        || repeat(' and to respect what they have agreed in village ' || n, 4),
      (array['directive', 'directive', 'normative', 'expressive'])[1 + n % 4], 1 + n % 4,
      (${ADDRESSEES}::text[])[n % 7 + 1:n % 7 + 1 + (random() < 0.2)::int],
      array(select code from unnest(${VIOLATIONS}::text[]) as code where random() < 0.05 + n * 0),
      array(select code from unnest(${THEMES}::text[]) as code where random() < 0.02 + n * 0),
      n % 7 = 0, n % 11 = 0, n % 13 = 0, false
    from readings, generate_series(1, ${CLAUSES_EACH}::int) as n`.execute(db)
}
