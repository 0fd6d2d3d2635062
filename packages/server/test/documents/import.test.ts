import { createHash } from 'node:crypto'
import { Imported, Rendition } from '@vigil/contract/schemas'
import { expect, test } from 'vitest'
import { type Browser, problemOf, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { bringIn, countRows, list, read, resolution, upload } from './library.ts'

const { db } = await freshDatabase()
const { app, clock } = startApp(db)
const amina: Browser = await signUp(app)
const FRENCH =
  'Le Conseil de sécurité,\n\n1. Demande à toutes les parties de protéger les écoles ;\n'

/** A text that differs from every other one in these tests. */
function text(symbol: string, about = 'schools'): string {
  return resolution(symbol, `Demands that all parties protect ${about} near the river;`)
}

test('a file comes in whole: its document, its reading, and the file byte for byte', async () => {
  const content = `\u{feff}${text('S/RES/9001 (2031)')}`
  const bytes = new TextEncoder().encode(content)
  const answer = await upload(amina, { name: 'résolution 9001.txt', content: bytes })
  expect(answer.status).toBe(201)
  const { document, language, outcome } = Imported.parse(await answer.json())
  expect({ language, outcome, symbol: document.symbol }).toEqual({
    language: 'en',
    outcome: 'new',
    symbol: 'S/RES/9001 (2031)',
  })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const [summary] = document.renditions
  expect(summary?.original).toEqual({
    name: 'résolution 9001.txt',
    mediaType: 'text/plain',
    bytes: bytes.length,
    sha256,
  })
  const path = `/api/documents/${document.id}/renditions/en`
  const rendition = Rendition.parse(await (await amina.get(path)).json())
  expect(rendition.paragraphList.map(({ label }) => label)).toContain('1')
  expect(rendition.paragraphs).toBe(rendition.paragraphList.length)
  expect(rendition.repairs).toBe(rendition.repairList.length)
  const original = await amina.get(`${path}/original`)
  expect(original.headers.get('content-disposition')).toMatch(/^attachment;/)
  expect(new Uint8Array(await original.arrayBuffer())).toEqual(bytes)
})

test('who brought it in and when is in the document and in the audit log', async () => {
  const { document } = await bringIn(amina, text('S/RES/9002 (2031)'))
  const row = await db
    .selectFrom('audit_entry')
    .innerJoin('document', 'document.id', 'audit_entry.object_id')
    .select(['action', 'decision', 'actor', 'added_by', 'at', 'added_at'])
    .where('object_id', '=', document.id)
    .execute()
  expect(row).toHaveLength(1)
  expect(row[0]).toMatchObject({ action: 'document.import', decision: 'allowed' })
  expect(row[0]?.actor).toBe(row[0]?.added_by)
  expect(row[0]?.at).toEqual(row[0]?.added_at)
})

test('the very same file is refused and its document named, under whatever name it comes', async () => {
  const { document } = await bringIn(amina, text('S/RES/9003 (2031)'))
  const before = await countRows(db)
  const again = { name: 'other.txt', content: text('S/RES/9003 (2031)') }
  const problem = await problemOf(await upload(amina, again, { symbol: 'S/RES/9999 (2031)' }))
  expect(problem).toMatchObject({ code: 'document.sameFile', documentId: document.id })
  expect(await countRows(db)).toEqual(before)
})

test('another file of a symbol held in this language is refused unless a new version is asked for', async () => {
  const { document } = await bringIn(amina, text('S/RES/9004 (2031)'))
  const before = await countRows(db)
  const mended = text('S/RES/9004(2031)', 'hospitals')
  const problem = await problemOf(await upload(amina, { name: 'b.txt', content: mended }))
  expect(problem).toMatchObject({ code: 'document.held', documentId: document.id })
  expect(await countRows(db)).toEqual(before)

  const { outcome, document: after } = await bringIn(amina, mended, { whenHeld: 'newVersion' })
  expect(outcome).toBe('newVersion')
  expect(after.id).toBe(document.id)
  expect(after.renditions.map(({ version }) => version)).toEqual([2])
  const first = await problemOf(
    await upload(amina, { name: 'a.txt', content: text('S/RES/9004 (2031)') }),
  )
  expect(first.code).toBe('document.sameFile')
})

test('another language of a symbol held joins the document', async () => {
  const { document } = await bringIn(amina, text('S/RES/9005 (2031)'))
  const french = await bringIn(amina, FRENCH, { symbol: 'S/RES/9005(2031)', language: 'fr' })
  expect(french.outcome).toBe('newLanguage')
  expect(french.document.id).toBe(document.id)
  expect(french.document.renditions.map(({ language }) => language)).toEqual(['en', 'fr'])
})

test('a file can be given to a document that has no symbol, in another language', async () => {
  const { document } = await bringIn(amina, 'A note.\n\n1. The children of the valley are well.\n')
  expect(document.symbol).toBeNull()
  const fields = { documentId: document.id, language: 'fr' }
  const { outcome } = await bringIn(amina, `${FRENCH}\nUne note.`, fields)
  expect(outcome).toBe('newLanguage')
  expect((await read(amina, document.id)).renditions).toHaveLength(2)
})

test('two files without a symbol are two documents', async () => {
  const one = await bringIn(amina, 'A note.\n\n1. The wells of the first village are dry.\n')
  const other = await bringIn(amina, 'A note.\n\n1. The wells of the second village are dry.\n')
  expect(one.document.id).not.toBe(other.document.id)
})

test('what the person says wins over what the text says', async () => {
  const fields = { symbol: 'S/RES/9006 (2031)', kind: 'report', language: 'fr' }
  const { document, language } = await bringIn(amina, text('S/RES/9007 (2031)'), fields)
  expect(document).toMatchObject({ symbol: 'S/RES/9006 (2031)', kind: 'report' })
  expect(language).toBe('fr')
})

test('a document that is not there takes no file', async () => {
  const before = await countRows(db)
  const documentId = '0190a000-0000-7000-8000-000000000000'
  const file = { name: 'a.txt', content: text('S/RES/9008 (2031)') }
  const problem = await problemOf(await upload(amina, file, { documentId }))
  expect(problem.code).toBe('document.unknown')
  expect(await countRows(db)).toEqual(before)
})

test('of equal files sent at the same moment exactly one comes in; the others are told of it', async () => {
  const content = text('S/RES/9010 (2031)')
  const before = await countRows(db)
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) => upload(amina, { name: `${index}.txt`, content })),
  )
  const taken = answers.filter(({ status }) => status === 201)
  expect(taken).toHaveLength(1)
  const { document } = Imported.parse(await taken[0]?.json())
  for (const answer of answers.filter(({ status }) => status !== 201)) {
    const problem = await problemOf(answer)
    expect(problem).toMatchObject({ code: 'document.sameFile', documentId: document.id })
  }
  expect((await countRows(db))['document']).toBe((before['document'] ?? 0) + 1)
})

test('of different files of one symbol sent at the same moment one comes in; the others are held', async () => {
  const symbol = 'S/RES/9011 (2031)'
  const contents = ['schools', 'wells', 'roads', 'bridges'].map((about) => text(symbol, about))
  const answers = await Promise.all(
    contents.map((content, index) => upload(amina, { name: `${index}.txt`, content })),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  for (const answer of answers.filter(({ status }) => status === 409)) {
    expect((await problemOf(answer)).code).toBe('document.held')
  }
})

test('two languages of one symbol sent at the same moment become one document', async () => {
  const symbol = 'S/RES/9012 (2031)'
  const [english, french] = await Promise.all([
    bringIn(amina, text(symbol)),
    bringIn(amina, `${FRENCH} ${symbol}`, { symbol, language: 'fr' }),
  ])
  expect(english.document.id).toBe(french.document.id)
  expect((await read(amina, english.document.id)).renditions).toHaveLength(2)
})

test('new versions sent at the same moment are numbered one after the other', async () => {
  const symbol = 'S/RES/9013 (2031)'
  const { document } = await bringIn(amina, text(symbol))
  await Promise.all(
    ['wells', 'roads', 'bridges'].map((about) =>
      bringIn(amina, text(symbol, about), { whenHeld: 'newVersion' }),
    ),
  )
  const [rendition] = (await read(amina, document.id)).renditions
  expect(rendition?.version).toBe(4)
})

test('documents are listed newest first, by kind, and by part of a symbol or title', async () => {
  clock.advance(1000)
  const { document } = await bringIn(amina, text('S/RES/9020 (2031)'), { kind: 'letter' })
  const all = await list(amina)
  expect(all.documents[0]?.id).toBe(document.id)
  expect((await list(amina, '?kind=letter')).documents.map(({ id }) => id)).toEqual([document.id])
  for (const words of ['9020', 's-res-9020', 'RES/9020(2031)', '9020 (2031)']) {
    const { documents } = await list(amina, `?words=${encodeURIComponent(words)}`)
    expect(documents.map(({ symbol }) => symbol)).toEqual(['S/RES/9020 (2031)'])
  }
  const page = await list(amina, '?limit=2')
  expect(page.documents).toHaveLength(2)
  expect(page.total).toBe(all.total)
  expect((await list(amina, `?limit=2&after=${page.next}`)).documents).toEqual(
    all.documents.slice(2, 4),
  )
})

test('nobody who is not signed in brings in or reads anything', async () => {
  const { app: other } = startApp(db)
  const before = await countRows(db)
  const answer = await other.request('http://localhost/api/documents', {
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect((await problemOf(answer)).code).toBe('access.signedOut')
  expect(await countRows(db)).toEqual(before)
})
