import { expect, test, vi } from 'vitest'
import { countStale, relistClauses } from '../../src/clauses/relist.ts'
import { refuse } from '../../src/documents/extract/extracted.ts'
import type * as Pool from '../../src/documents/reader/pool.ts'
import { bringIn, resolution } from '../documents/library.ts'
import { problemOf, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { annotation } from './correcting.ts'

const limit = vi.hoisted(() => ({ overrun: false }))
vi.mock('../../src/documents/reader/pool.ts', async (importActual) => {
  const pool = await importActual<typeof Pool>()
  const runInWorker: typeof pool.runInWorker = async (job) =>
    limit.overrun && job.kind === 'clauses'
      ? (refuse('file.tooSlow') as Awaited<ReturnType<typeof pool.runInWorker<typeof job>>>)
      : pool.runInWorker(job)
  return { ...pool, runInWorker }
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
