import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { annotate, applyCorrections, createSpanReader } from '@vigil/core/documents'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { countStale, relistClauses } from '../../src/clauses/relist.ts'
import { findRenditionText } from '../../src/clauses/rendition-text.ts'
import { listCorrections } from '../../src/clauses/stored.ts'
import { MIGRATIONS, migrate } from '../../src/db/migrate.ts'
import { openDatabase } from '../../src/db/pool.ts'
import type { Db } from '../../src/db/transaction.ts'
import { bringIn, resolution } from '../documents/library.ts'
import { asOwner } from '../support/accounts.ts'
import { signUp, startApp } from '../support/client.ts'
import { createDatabase, freshDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/vigil.ts'
import { annotation } from './correcting.ts'

const { db, owner } = await freshDatabase()
const { app } = startApp(db)
const amina = await signUp(app)
const cleanUps: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

const CONTENT = resolution(
  'S/RES/9601 (2031)',
  'Urges all parties to spare schools, and requests the Secretary-General to report;',
  'Welcomes the release of children, and calls upon donors to fund programmes;',
)
const ID = (await bringIn(amina, CONTENT)).document.id

function relist(on: Db, stopping = new AbortController().signal): Promise<void> {
  return relistClauses(on, {
    stopping,
    onFailed: (error) => {
      throw error
    },
  })
}

/** The list as it is stored, without what PostgreSQL adds for search. */
async function stored(): Promise<object[]> {
  const rows = await db
    .selectFrom('listed_clause')
    .selectAll()
    .where('document_id', '=', ID)
    .orderBy('ordinal')
    .execute()
  return rows.map(({ corrected, ...row }) => pick(row, corrected))
}

/** The list as core makes it. */
async function computed(): Promise<object[]> {
  const text = await findRenditionText(db, ID, 'en')
  if (!text) throw new Error('The document is gone')
  const reading = { document: text.document, paragraphs: [...text.paragraphs] }
  const annotated = annotate(reading)
  const { clauses } = applyCorrections({
    paragraphs: reading.paragraphs,
    clauses: annotated.clauses,
    corrections: await listCorrections(db, text),
    readSpans: createSpanReader(reading, annotated),
  })
  return clauses.map(({ corrected, ...clause }) => pick(clause, corrected.length > 0))
}

/** What both have of a clause. */
function pick(
  { eid, text, kind, addressees, themes, urgent, reviewed }: Omit<Row, 'corrected'>,
  corrected: boolean,
): Row {
  return { eid, text, kind, addressees, themes, urgent, reviewed, corrected }
}

interface Row {
  readonly eid: string
  readonly text: string
  readonly kind: string
  readonly addressees: readonly string[] | null
  readonly themes: readonly string[]
  readonly urgent: boolean
  readonly reviewed: boolean
  readonly corrected: boolean
}

/** Sends some correction; whether it is taken does not matter here. */
async function correctSomehow([type, number, choice]: readonly number[]): Promise<void> {
  const { clauses } = await annotation(amina, ID)
  const clause = clauses[(number ?? 0) % clauses.length]
  if (!clause) return
  const { paragraph, at, text } = clause
  const change = [
    { type: 'split', cut: at + (choice ?? 0) },
    { type: 'merge' },
    { type: 'set', fields: { urgent: true, themes: choice === 7 ? [] : ['training'] } },
    { type: 'review', reviewed: true },
  ][type ?? 0]
  const path = `/api/documents/${ID}/renditions/en/corrections`
  await amina.json('POST', path, { paragraph, at, text, change })
}

test('whatever people correct, the list is what core makes of it, before and after it is made anew', async () => {
  const step = fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 5 }), fc.nat({ max: 60 }))
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      for (const move of steps) await correctSomehow(move)
      const expected = await computed()
      expect(await stored()).toEqual(expected)
      await asOwner(owner, 'delete from clause_reading')
      await relist(db)
      expect(await stored()).toEqual(expected)
    }),
    { numRuns: 8, seed: 1612 },
  )
})

test('what an older reader listed is listed anew, once; a stop leaves the rest for the next start', async () => {
  await asOwner(owner, 'update clause_reading set annotation_version = 0')
  expect(await countStale(db)).toBe(1)
  await relist(db, AbortSignal.abort())
  expect(await countStale(db)).toBe(1)
  await Promise.all([relist(db), relist(db)])
  expect(await countStale(db)).toBe(0)
  expect(await stored()).toEqual(await computed())
})

test('an installation that has documents already gets its list with the first start', async () => {
  const database = await createDatabase()
  const older = database.owner
  const directory = join(temporaryDirectory(), 'migrations')
  mkdirSync(directory)
  for (const name of readdirSync(MIGRATIONS).filter((file) => /^000[12]/.test(file))) {
    cpSync(join(MIGRATIONS, name), join(directory, name))
  }
  await migrate(older, directory)
  await asOwner(older, HELD_BEFORE)
  expect(await migrate(older)).not.toEqual([])
  const pool = openDatabase(older, { connections: 2 })
  cleanUps.push(async () => {
    await pool.destroy()
    await database.drop()
  })
  expect(await countStale(pool)).toBe(1)
  await relist(pool)
  const rows = await pool
    .selectFrom('listed_clause')
    .select(['eid', 'kind', 'addressees'])
    .execute()
  expect(rows).toEqual([
    { eid: 'para_1__clause_1', kind: 'directive', addressees: ['all_parties'] },
  ])
})

const DOCUMENT = '019cad8f-0000-7000-8000-000000000001'
const RENDITION = '019cad8f-0000-7000-8000-000000000002'
const HELD_BEFORE = `
  insert into document_original (sha256, bytes, media_type, name)
    values (sha256('text'::bytea), 'text', 'text/plain', 'text.txt');
  insert into document (id, symbol, kind) values ('${DOCUMENT}', 'S/RES/9602 (2031)', 'resolution');
  insert into rendition
    (id, document_id, language, version, original, extracted, characters, repairs, reader)
    values ('${RENDITION}', '${DOCUMENT}', 'en', 1, sha256('text'::bytea), 'text', 4, '[]', 1);
  insert into paragraph (rendition_id, ordinal, language, eid, label, kind, level, marker, text)
    values ('${RENDITION}', 0, 'en', 'para_1', '1', 'paragraph', 1, '1.',
      'Urges all parties to spare schools;')`
