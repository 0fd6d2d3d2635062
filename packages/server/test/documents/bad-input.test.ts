import { describe, expect, test } from 'vitest'
import { type Browser, problemOf, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { listBadFiles } from './bad-files.ts'
import { bringIn, countRows, resolution, upload } from './library.ts'

const { db } = await freshDatabase()
const { app } = startApp(db)
const amina: Browser = await signUp(app)
const GOOD = { name: 'good.txt', content: resolution('S/RES/6001 (2031)', 'Recalls the harvest;') }

/** One sentence: ends with a full stop and has none inside but in figures. */
const ONE_SENTENCE = /^\p{Lu}[^.!?]*(?:\d[.,]\d[^.!?]*)*\.$/u

describe('a bad file is refused in one sentence and leaves nothing behind', () => {
  for (const { what, name, bytes, code } of listBadFiles()) {
    test(`${what} (${code})`, async () => {
      const before = await countRows(db)
      const problem = await problemOf(await upload(amina, { name, content: bytes }))
      expect(problem.code).toBe(code)
      expect(problem.title).toMatch(ONE_SENTENCE)
      expect(await countRows(db)).toEqual(before)
    })
  }
})

describe('a bad form is refused and leaves nothing behind', () => {
  test.each([
    ['a language that is none', { language: 'tlh' }],
    ['a kind that is none', { kind: 'poem' }],
    ['a symbol without letter or digit', { symbol: '--' }],
    ['a symbol with a line break', { symbol: 'S/RES\n1612' }],
    ['a symbol that is too long', { symbol: 'S'.repeat(101) }],
    ['a document that is no id', { documentId: '7' }],
    ['something to do that is none', { whenHeld: 'overwrite' }],
  ])('%s', async (_, fields) => {
    const before = await countRows(db)
    const problem = await problemOf(await upload(amina, GOOD, fields))
    expect(problem.code).toBe('request.invalid')
    expect(problem.fields?.map(({ path }) => path)).toEqual(Object.keys(fields))
    expect(await countRows(db)).toEqual(before)
  })

  test('no file at all', async () => {
    const before = await countRows(db)
    const body = new FormData()
    body.set('language', 'en')
    const answer = await amina.send('POST', '/api/documents', { body })
    expect((await problemOf(answer)).code).toBe('request.invalid')
    expect(await countRows(db)).toEqual(before)
  })
})

test('a refusal is kept in the audit log with its reason', async () => {
  await upload(amina, { name: 'a.txt', content: '' })
  const last = await db
    .selectFrom('audit_entry')
    .select(['action', 'decision', 'reason'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  expect(last).toEqual({ action: 'document.import', decision: 'refused', reason: 'file.empty' })
})

test('a document of a kind never seen comes in as other, with its paragraphs', async () => {
  const { document } = await bringIn(
    amina,
    'Bread\n\nFlour, water and salt.\n\nBake it for an hour.\n',
  )
  expect(document.kind).toBe('other')
  expect(document.renditions[0]?.paragraphs).toBeGreaterThan(1)
})

test('a paragraph longer than PostgreSQL can index comes in whole and is found by its beginning', async () => {
  const words = Array.from({ length: 150_000 }, (_, index) => `w${index.toString(36)}`)
  const content = `The harvest of the valley is what the council is to speak of. ${words.join(' ')}`
  const { document } = await bringIn(amina, content)
  const answer = await amina.get(`/api/search?words=harvest&documentId=${document.id}`)
  expect(await answer.json()).toMatchObject({ total: 1 })
})
