import { Worker } from 'node:worker_threads'
import { describe, expect, onTestFinished, test } from 'vitest'
import { COST } from '../../src/documents/extract/limits.ts'
import { type Metered, meterWorker } from '../../src/documents/reader/meter.ts'
import { readFile } from '../../src/documents/reader/index.ts'
import { resolution } from './library.ts'

/** About 875 kB of words that no dictionary has, as one paragraph. */
function unknownWords(): string {
  const words = Array.from({ length: 125_000 }, (_, index) => `q${index.toString(36)}x`)
  return `${words.join(' ')}.\n`.padEnd(875_000, 'qx ')
}

describe('a file is read in a thread of its own', () => {
  test('with what is known of it, and what its provenance header names', async () => {
    const text = resolution('S/RES/5001 (2031)', 'Demands that all wells be kept;')
    const read = await readFile({ name: 'a.txt', bytes: Buffer.from(text) }, { kind: 'report' })
    expect(read).toMatchObject({
      ok: true,
      mediaType: 'text/plain',
      text,
      reading: { document: { symbol: 'S/RES/5001 (2031)', kind: 'report', language: 'en' } },
    })
    const header = '# document: S/2031/7 (English text)\n# ----\n'
    const bytes = Buffer.from(`${header}The Security Council,\n`)
    const named = await readFile({ name: 'a.txt', bytes })
    expect(named).toMatchObject({ ok: true, reading: { document: { symbol: 'S/2031/7' } } })
  })

  test('a text that takes seconds leaves the thread of the server free', async () => {
    const bytes = Buffer.from(unknownWords())
    const before = process.threadCpuUsage()
    const read = await readFile({ name: 'a.txt', bytes }, { language: 'en' })
    const { user, system } = process.threadCpuUsage(before)
    expect(read.ok).toBe(true)
    expect((user + system) / 1000).toBeLessThan(250)
  })

  test('5 MB of one-letter lines are read or refused within 512 MB', async () => {
    const bytes = Buffer.from('a\n'.repeat(2_500_000))
    let highest = 0
    const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 10)
    const before = process.memoryUsage.rss()
    const read = await readFile({ name: 'a.txt', bytes }, { language: 'en' })
    clearInterval(watch)
    expect(read.ok || read.problem === 'file.bomb').toBe(true)
    expect(highest - before).toBeLessThan(400 * 1024 * 1024)
  })
})

/** What a worker does first: it says that it is loaded, and its file's own time begins. */
const LOADED = "require('node:worker_threads').parentPort.postMessage('loaded');"
const SLEEP = 'setTimeout(() => undefined, 60_000);'

describe('what a worker uses is metered', () => {
  /** Runs `code` in a worker and resolves with the limit it broke, or null where it ended before. */
  async function meter(code: string, given: Partial<Metered> = {}): Promise<string | null> {
    const worker = new Worker(code, { eval: true })
    onTestFinished(async () => {
      await worker.terminate()
    })
    const { promise, resolve } = Promise.withResolvers<string | null>()
    const running = meterWorker(worker, { ...COST, fileBytes: 0, ...given }, resolve)
    worker.on('message', () => {
      running.begin(0)
    })
    worker.on('exit', () => {
      resolve(null)
    })
    const broken = await promise
    running.stop()
    return broken
  }

  test('one that never ends is stopped by its processor time', async () => {
    const started = process.cpuUsage()
    expect(await meter(`${LOADED} for (;;);`, { wallFactor: 1000 })).toBe('file.tooSlow')
    const { user } = process.cpuUsage(started)
    expect(user / 1000).toBeGreaterThan(1900)
  })

  test('one that waits longer than it may work is not', async () => {
    expect(await meter(`${LOADED} setTimeout(() => undefined, 3000)`)).toBeNull()
  })

  test('one that sleeps on is stopped by the clock on the wall', async () => {
    const started = performance.now()
    expect(await meter(LOADED + SLEEP, { wallFactor: 0.1 })).toBe('file.tooSlow')
    expect(performance.now() - started).toBeGreaterThan(2000 * 0.1)
  })

  test('one that is never ready to begin is stopped as well', async () => {
    expect(await meter(SLEEP, { startMs: 100 })).toBe('file.tooSlow')
  })

  test('one that gathers bytes beside its heap is stopped by its memory', async () => {
    const gather = `${LOADED} const all = []; setInterval(() => all.push(Buffer.alloc(2e7, 1)), 5)`
    expect(await meter(gather)).toBe('file.bomb')
  })
})
