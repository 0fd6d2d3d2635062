import { afterAll, expect, test, vi } from 'vitest'
import { refuse } from '../../src/documents/extract/extracted.ts'
import type * as Pool from '../../src/documents/reader/pool.ts'
import { bringIn, resolution } from '../documents/library.ts'
import { freshDatabase } from '../support/database.ts'
import { annotation } from './correcting.ts'

const POOL = '../../src/documents/reader/pool.ts'
const limit = { overrun: false }
vi.doMock(POOL, async (importActual) => {
  const pool = await importActual<typeof Pool>()
  const runInWorker = (job: Parameters<typeof pool.runInWorker>[0]) =>
    limit.overrun && job.kind === 'clauses' ? refuse('file.tooSlow') : pool.runInWorker(job)
  return { ...pool, runInWorker }
})
// Test files share their modules: here they are loaded anew, with the reader above among them.
vi.resetModules()
const { countStale, relistClauses } = await import('../../src/clauses/relist.ts')
const { problemOf, signUp, startApp } = await import('../support/client.ts')
afterAll(() => {
  vi.doUnmock(POOL)
  vi.resetModules()
})

const { db } = await freshDatabase()
const { app } = startApp(db)
const amina = await signUp(app)

test('a document whose clauses take too long to read is kept, and they are read when they can be', async () => {
  limit.overrun = true
  const { document } = await bringIn(amina, resolution('S/RES/9801 (2031)', 'Urges all to rest;'))
  expect((await amina.get(`/api/documents/${document.id}/renditions/en`)).status).toBe(200)
  const path = `/api/documents/${document.id}/renditions/en/annotation`
  expect((await problemOf(await amina.get(path))).code).toBe('clause.tooSlow')
  expect(await (await amina.get('/api/actions')).json()).toMatchObject({ total: 0, pending: 1 })

  limit.overrun = false
  const onFailed = (error: unknown) => expect.unreachable(String(error))
  await relistClauses(db, { stopping: new AbortController().signal, onFailed })
  expect(await countStale(db)).toBe(0)
  expect((await annotation(amina, document.id)).clauses).toHaveLength(1)
})
