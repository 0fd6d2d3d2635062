import { annotate } from '@vigil/core/documents'
import type * as Documents from '@vigil/core/documents'
import { afterAll, expect, test, vi } from 'vitest'
import { bringIn, resolution } from '../documents/library.ts'
import { freshDatabase } from '../support/database.ts'
import { annotation, correct } from './correcting.ts'

// Test files share their modules: here they are loaded anew, with a reader that this thread lacks.
vi.doMock('@vigil/core/documents', async (importActual) => ({
  ...(await importActual<typeof Documents>()),
  annotate: () => expect.unreachable('The clauses are read in the thread of the server'),
}))
vi.resetModules()
const { getClauses } = await import('../../src/clauses/read.ts')
const { findRenditionText } = await import('../../src/clauses/rendition-text.ts')
const { signUp, startApp } = await import('../support/client.ts')
afterAll(() => {
  vi.doUnmock('@vigil/core/documents')
  vi.resetModules()
})

const { db } = await freshDatabase()
const { app } = startApp(db)
const amina = await signUp(app)

const WELLS = Array.from(
  { length: 1000 },
  (_, index) =>
    `Urges all parties to spare well ${index}, and requests a report, as resolution says;`,
)
const ID = (await bringIn(amina, resolution('S/RES/9701 (2031)', ...WELLS))).document.id

test('clauses of a long text are read beside the thread of the server', async () => {
  const text = await findRenditionText(db, ID, 'en')
  if (!text) throw new Error('The document is gone')
  // Nothing is kept of a text with this title: it must be read now.
  const anew = { ...text, document: { ...text.document, title: 'Wells' } }
  const { clauses } = await getClauses(db, anew)
  expect(clauses).toMatchObject(annotate({ ...anew, paragraphs: [...anew.paragraphs] }).clauses)
})

test('a clause of a long text that a person cut is read anew beside it as well', async () => {
  const { clauses } = await annotation(amina, ID)
  const cut = (clauses[0]?.text.indexOf(' spare') ?? 0) + (clauses[0]?.at ?? 0)
  const change = { type: 'split', cut } as const
  const { annotation: after } = await correct(amina, ID, { clause: 0, change })
  expect(after.clauses).toHaveLength(clauses.length + 1)
  expect((await annotation(amina, ID)).clauses).toEqual(after.clauses)
})
