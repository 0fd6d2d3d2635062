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
/** Kinds, addressees, violations and themes together; the 71 real texts at hand have 475 in 2,551 clauses. */
const COMBINATIONS = 4000
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

/** Made-up documents with their clauses, by SQL alone; codes about as varied as in real texts. */
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
    combinations as materialized (
      select number,
        (array['directive', 'directive', 'normative', 'expressive'])[1 + number % 4] as kind,
        (${ADDRESSEES}::text[])[number % 7 + 1:number % 7 + 1 + (random() < 0.2)::int] as addressees,
        array(select code from unnest(${VIOLATIONS}::text[]) as code
          where random() < 0.1 + number * 0) as violations,
        array(select code from unnest(${THEMES}::text[]) as code
          where random() < 0.06 + number * 0) as themes
      from generate_series(0, ${COMBINATIONS}::int - 1) as number
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
      kind, 1 + n % 4, addressees, violations, themes, n % 7 = 0, n % 11 = 0, n % 13 = 0, false
    from readings cross join generate_series(1, ${CLAUSES_EACH}::int) as n
    join combinations
      on number = abs(hashtext(document_id::text || n)::bigint) % ${COMBINATIONS}::int`.execute(db)
}
