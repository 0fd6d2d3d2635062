import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { DocumentLanguage } from '@vigil/core/documents'
import { readDocument } from '@vigil/core/documents'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../src/db/transaction.ts'
import { decodeText } from '../../src/documents/extract/decode.ts'
import { readingTools } from '../../src/documents/lexicon.ts'
import { findOriginal, findRendition, listDocuments } from '../../src/documents/queries.ts'
import { paragraphSearch } from '../../src/documents/search.ts'
import { freshDatabase } from '../support/database.ts'
import { importBytes } from './importing.ts'

const ROOT = join(import.meta.dirname, '../../../..')
const TEXTS = resolve(ROOT, process.env['VIGIL_DATA'] ?? '../shared/data', 'un')
const FOLDERS = ['', 'resolutions', 'statements', 'letters', 'reports']
const EVERYTHING = { limit: 200, removed: false } as const

interface Held {
  readonly path: string
  readonly bytes: Uint8Array
  readonly id: string
  readonly symbol: string | null
  readonly language: DocumentLanguage
}

function listTexts(): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(TEXTS, folder))
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(folder, name)),
  )
}

describe.skipIf(!existsSync(TEXTS))('all texts at hand, brought in one after the other', () => {
  let db: Db
  const held: Held[] = []

  beforeAll(async () => {
    db = (await freshDatabase()).db
    const start = performance.now()
    for (const path of listTexts()) {
      const bytes = readFileSync(join(TEXTS, path))
      const { document, language } = await importBytes(db, { name: path, bytes })
      held.push({ path, bytes, id: document.id, symbol: document.symbol, language })
    }
    const seconds = (performance.now() - start) / 1000
    process.stdout.write(
      `Measured: ${held.length} texts brought in within ${seconds.toFixed(1)} s\n`,
    )
  }, 120_000)

  test('are all held, each once', async () => {
    const { documents, total } = await listDocuments(db, EVERYTHING)
    expect(held.length).toBeGreaterThan(65)
    expect(total).toBe(held.length)
    expect(new Set(documents.map(({ id }) => id))).toEqual(new Set(held.map(({ id }) => id)))
  })

  test('take their symbol from the header where the text has none', () => {
    const symbols = new Map(held.map(({ path, symbol }) => [path, symbol]))
    expect(symbols.get('resolutions/S_RES_2068_2012.txt')).toBe('S/RES/2068 (2012)')
    expect(symbols.get('S-AC.51-2023-3.normalised.txt')).toBe('S/AC.51/2023/3')
    expect(symbols.get('S-AC.51-2023-3.txt')).toBeNull()
  })

  test('are stored as core reads them, with the file byte for byte', async () => {
    for (const { bytes, id, symbol, language } of held) {
      const rendition = await findRendition(db, id, language)
      const source = decodeText(bytes)
      if (typeof source !== 'string') throw new Error(source.problem)
      const reading = readDocument(source, readingTools, { ...(symbol && { symbol }) })
      expect(rendition?.extracted).toBe(source)
      expect(rendition?.characters).toBe(source.length)
      expect(rendition?.paragraphList).toEqual(reading.paragraphs)
      expect(rendition?.repairList).toEqual(reading.repairs)
      const original = await findOriginal(db, id, language)
      expect(original && Buffer.compare(original.bytes, bytes)).toBe(0)
    }
  })

  test('are listed page by page without gap or repetition', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await listDocuments(db, { limit: 10, removed: false, after } as never)
      seen.push(...page.documents.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(seen).toHaveLength(held.length)
    expect(seen).toEqual([...new Set(seen)].toSorted().toReversed())
  })

  test.each([
    'children',
    'schools',
    'the Secretary-General',
    '"armed groups" release',
    'S/RES/1612 (2005)',
    'Mali or Sudan',
    'reintegration -weapons',
    'enfants',
  ])('are searched for %j within 100 ms', async (words) => {
    const times: number[] = []
    for (let round = 0; round < 7; round += 1) {
      times.push((await explainSearch(db, words))['Execution Time'])
    }
    expect(times.toSorted((one, two) => one - two)[3]).toBeLessThan(100)
  })

  test('are searched by the index wherever reading the whole table is dearer', async () => {
    const plan = await db.transaction().execute(async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx)
      return explainSearch(tx, 'children or schools')
    })
    expect(JSON.stringify(plan).includes('"Index Name":"paragraph_words"')).toBe(true)
  })
})

interface Plan {
  readonly 'Execution Time': number
}

/** How the database itself goes about a search, and the milliseconds it takes. */
async function explainSearch(db: Db, words: string): Promise<Plan> {
  const statement = paragraphSearch({ words, limit: 20 })
  const { rows } = await sql<{
    'QUERY PLAN': Plan[]
  }>`explain (analyze, format json) ${statement}`.execute(db)
  const plan = rows[0]?.['QUERY PLAN'][0]
  if (!plan) throw new Error('The database explains nothing')
  return plan
}
