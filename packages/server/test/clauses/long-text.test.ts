import { annotate } from '@vigil/core/documents'
import { expect, test } from 'vitest'
import { getClauses } from '../../src/clauses/read.ts'
import { findRenditionText, type RenditionText } from '../../src/clauses/rendition-text.ts'
import { bringIn, resolution } from '../documents/library.ts'
import { signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { annotation, correct } from './correcting.ts'

const { db } = await freshDatabase()
const { app } = startApp(db)
const amina = await signUp(app)

const WELLS = Array.from(
  { length: 1000 },
  (_, index) =>
    `Urges all parties to spare well ${index}, and requests a report, as resolution says;`,
)
const ID = (await bringIn(amina, resolution('S/RES/9701 (2031)', ...WELLS))).document.id

async function getText(): Promise<RenditionText> {
  const text = await findRenditionText(db, ID, 'en')
  if (!text) throw new Error('The document is gone')
  return text
}

/** Processor time that `work` takes of this thread, in milliseconds. */
async function measure(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage()
  await work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

test('clauses of a long text are read beside the thread of the server', async () => {
  const text = await getText()
  const reading = { ...text, paragraphs: [...text.paragraphs] }
  const read = annotate(reading)
  const here = await measure(() => annotate(reading))
  // The first time pays for what is loaded and compiled.
  await getClauses(db, { ...text, document: { ...text.document, title: 'Springs' } })
  const anew = { ...text, document: { ...text.document, title: 'Wells' } }
  const beside = await measure(() => getClauses(db, anew))
  expect(beside).toBeLessThan(here / 2)
  expect((await getClauses(db, anew)).clauses).toHaveLength(read.clauses.length)
})

test('a clause of a long text that a person cut is read anew beside it as well', async () => {
  const { clauses } = await annotation(amina, ID)
  const cut = (clauses[0]?.text.indexOf(' spare') ?? 0) + (clauses[0]?.at ?? 0)
  const change = { type: 'split', cut } as const
  const { annotation: after } = await correct(amina, ID, { clause: 0, change })
  expect(after.clauses).toHaveLength(clauses.length + 1)
  const text = await getText()
  const here = await measure(() => annotate({ ...text, paragraphs: [...text.paragraphs] }))
  expect(await measure(() => getClauses(db, text))).toBeLessThan(here / 2)
})
