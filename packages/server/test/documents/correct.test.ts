import { Document } from '@vigil/contract/schemas'
import { expect, test } from 'vitest'
import { type Browser, problemOf, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { bringIn, countRows, find, list, read, resolution, upload } from './library.ts'

const { db } = await freshDatabase()
const { app, clock } = startApp(db)
const amina: Browser = await signUp(app)
const DATES = { meeting: '2031-03-31', adopted: '2031-11-13', signed: null, circulated: null }

function text(symbol: string, about: string): string {
  return resolution(symbol, `Urges all parties to spare ${about};`)
}

function correct(id: string, correction: object): Promise<Response> {
  return amina.json('PATCH', `/api/documents/${id}`, correction)
}

async function remove(id: string): Promise<Document> {
  return Document.parse(await (await amina.send('DELETE', `/api/documents/${id}`)).json())
}

function restore(id: string): Promise<Response> {
  return amina.send('POST', `/api/documents/${id}/restore`)
}

test('symbol, kind, title and dates are put right, each by itself, and the text stays', async () => {
  const { document } = await bringIn(amina, text('S/RES/8001 (2031)', 'orchards'))
  const path = `/api/documents/${document.id}/renditions/en`
  const textBefore = await (await amina.get(path)).text()
  const answer = await correct(document.id, { title: ' Situation of  orchards ', dates: DATES })
  expect(answer.status).toBe(200)
  expect(Document.parse(await answer.json())).toMatchObject({
    title: 'Situation of  orchards',
    symbol: 'S/RES/8001 (2031)',
    dates: DATES,
  })
  await correct(document.id, { symbol: 'S/2031/77', kind: 'letter' })
  expect(await read(amina, document.id)).toMatchObject({
    title: 'Situation of  orchards',
    symbol: 'S/2031/77',
    kind: 'letter',
    dates: DATES,
  })
  expect(await (await amina.get(path)).text()).toBe(textBefore)
})

test('every correction is in the audit log with who made it', async () => {
  const { document } = await bringIn(amina, text('S/RES/8002 (2031)', 'mills'))
  await correct(document.id, { kind: 'report' })
  const entries = await db
    .selectFrom('audit_entry')
    .select(['action', 'decision', 'actor', 'commitment'])
    .where('object_id', '=', document.id)
    .orderBy('seq')
    .execute()
  expect(entries.map(({ action }) => action)).toEqual(['document.import', 'document.correct'])
  expect(entries[1]?.actor).toBe(entries[0]?.actor)
  expect(entries[1]?.commitment).toHaveLength(32)
})

test('an empty symbol or title means none', async () => {
  const { document } = await bringIn(amina, text('S/RES/8003 (2031)', 'bees'))
  await correct(document.id, { symbol: ' ', title: '' })
  expect(await read(amina, document.id)).toMatchObject({ symbol: null, title: null })
})

test('a symbol under which another document is held is refused, however it is written', async () => {
  const { document: first } = await bringIn(amina, text('S/RES/8004 (2031)', 'boats'))
  const { document: second } = await bringIn(amina, text('S/RES/8005 (2031)', 'nets'))
  const problem = await problemOf(await correct(second.id, { symbol: 's/res/8004(2031)' }))
  expect(problem).toMatchObject({ code: 'document.held', documentId: first.id })
  expect((await read(amina, second.id)).symbol).toBe('S/RES/8005 (2031)')
  expect((await correct(first.id, { symbol: 'S/RES/8004(2031)' })).status).toBe(200)
})

test('two documents given one symbol at the same moment: one has it, the other is told', async () => {
  const { document: one } = await bringIn(amina, text('S/RES/8006 (2031)', 'goats'))
  const { document: two } = await bringIn(amina, text('S/RES/8007 (2031)', 'hens'))
  const symbol = 'S/RES/8008 (2031)'
  const answers = await Promise.all([one, two].map(({ id }) => correct(id, { symbol })))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
})

test.each([
  ['a symbol without letter or digit', { symbol: '///' }],
  ['a symbol that is too long', { symbol: 'S'.repeat(101) }],
  ['a title over two lines', { title: 'one\ntwo' }],
  ['a title with a zero byte', { title: 'one\u{0}' }],
  ['a day that is none', { dates: { ...DATES, meeting: '2031-02-30' } }],
  ['a day before there was a United Nations', { dates: { ...DATES, meeting: '0000-01-01' } }],
  ['a kind that is none', { kind: 'poem' }],
])('%s is refused and nothing changes', async (_, correction) => {
  const id = (await list(amina)).documents[0]?.id ?? ''
  const before = [await read(amina, id), await countRows(db)]
  const answer = await correct(id, correction)
  expect(answer.status).toBe(400)
  expect((await problemOf(answer)).code).toBe('request.invalid')
  expect([await read(amina, id), await countRows(db)]).toEqual(before)
})

test('a removed document is nowhere but in the list of removed ones, until it is put back', async () => {
  const { document } = await bringIn(amina, text('S/RES/8010 (2031)', 'zithers'))
  const { id } = document
  clock.advance(1000)
  expect((await remove(id)).removedAt).not.toBeNull()
  expect((await list(amina)).documents.map((held) => held.id)).not.toContain(id)
  expect((await list(amina, '?removed=true')).documents.map((held) => held.id)).toEqual([id])
  expect(await find(amina, { words: 'zithers' })).toMatchObject({ hits: [], total: 0 })
  expect((await find(amina, { words: 'S/RES/8010' })).documents).toEqual([])
  for (const path of ['renditions/en', 'renditions/en/original']) {
    const answer = await amina.get(`/api/documents/${id}/${path}`)
    expect((await problemOf(answer)).code).toBe('document.unknown')
  }
  expect((await problemOf(await correct(id, { title: 'x' }))).code).toBe('document.unknown')

  const restored = Document.parse(await (await restore(id)).json())
  expect(restored).toEqual(document)
  expect((await find(amina, { words: 'zithers' })).hits).toHaveLength(1)
})

test('the file of a removed document is not brought in again; the document is to be put back', async () => {
  const content = text('S/RES/8011 (2031)', 'violins')
  const { document } = await bringIn(amina, content)
  clock.advance(1000)
  await remove(document.id)
  const problem = await problemOf(await upload(amina, { name: 'a.txt', content }))
  expect(problem).toMatchObject({ code: 'document.sameFileRemoved', documentId: document.id })
})

test('a removed document makes room for another of its symbol, and is then not put back', async () => {
  const { document } = await bringIn(amina, text('S/RES/8012 (2031)', 'cellos'))
  clock.advance(1000)
  await remove(document.id)
  const { document: next } = await bringIn(amina, text('S/RES/8012 (2031)', 'violas'))
  const problem = await problemOf(await restore(document.id))
  expect(problem).toMatchObject({ code: 'document.held', documentId: next.id })
})

test('removing what is removed, and putting back what is held, changes nothing', async () => {
  const { document } = await bringIn(amina, text('S/RES/8013 (2031)', 'harps'))
  expect((await restore(document.id)).status).toBe(200)
  clock.advance(1000)
  await remove(document.id)
  const again = await amina.send('DELETE', `/api/documents/${document.id}`)
  expect((await problemOf(again)).code).toBe('document.unknown')
})

test('a language that is not held is said, with the document that lacks it', async () => {
  const { document } = await bringIn(amina, text('S/RES/8014 (2031)', 'lutes'))
  const answer = await amina.get(`/api/documents/${document.id}/renditions/fr`)
  const problem = await problemOf(answer)
  expect(problem).toMatchObject({ code: 'document.languageMissing', documentId: document.id })
})

test('the application itself cannot delete, nor change an original or a paragraph', async () => {
  for (const attempt of [
    db.deleteFrom('document'),
    db.deleteFrom('document_original'),
    db.deleteFrom('rendition'),
    db.deleteFrom('paragraph'),
    db.updateTable('document_original').set({ name: 'x' }),
    db.updateTable('paragraph').set({ text: 'x' }),
    db.updateTable('rendition').set({ extracted: 'x' }),
    db.updateTable('document').set({ added_at: new Date() }),
  ]) {
    await expect(attempt.execute()).rejects.toThrow(/permission denied/)
  }
})
