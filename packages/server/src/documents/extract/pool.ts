import { availableParallelism, loadavg } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Extracted, refuse } from './extracted.ts'
import type { Job, Message } from './job.ts'
import { COST, MAX_PAGES } from './limits.ts'
import { watchMemory } from './memory.ts'

/** A worker and whoever listens to it now. */
interface Reader {
  worker: Worker
  hear: (news: News) => void
}

type News = Message | { say: 'failed'; outcome: Extracted }

const MOST_AT_ONCE = 2
const idle = new Set<Reader>()
const waiting: Array<() => void> = []
let running = 0

/**
 * Runs a parser where it can be ended: two files at a time, each in a thread of its own that is kept
 * warm for the next file and thrown away when it overran its time or memory.
 */
export async function runInWorker(job: Job): Promise<Extracted> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  running += 1
  const reader = takeReader()
  const { outcome, healthy } = await attend(reader, job)
  if (healthy) keep(reader)
  else await reader.worker.terminate()
  running -= 1
  waiting.shift()?.()
  return outcome
}

function takeReader(): Reader {
  const [warm] = idle
  if (!warm) return startReader()
  idle.delete(warm)
  warm.worker.ref()
  return warm
}

function startReader(): Reader {
  const resourceLimits = { maxOldGenerationSizeMb: COST.heapMegabytes, stackSizeMb: 4 }
  const worker = new Worker(new URL('worker.ts', import.meta.url), { resourceLimits })
  const reader: Reader = { worker, hear: () => undefined }
  const fail = (problem: 'file.bomb' | 'file.damaged') =>
    reader.hear({ say: 'failed', outcome: refuse(problem) })
  worker.on('message', (message: Message) => reader.hear(message))
  worker.on('error', (error) => fail(isOutOfMemory(error) ? 'file.bomb' : 'file.damaged'))
  worker.on('exit', () => fail('file.damaged'))
  return reader
}

/** An idle worker must not keep the program alive, and is forgotten when it ends. */
function keep(reader: Reader): void {
  reader.hear = () => idle.delete(reader)
  reader.worker.unref()
  idle.add(reader)
}

interface Attended {
  outcome: Extracted
  /** Whether the worker answered by itself and can take another job. */
  healthy: boolean
}

/** One job on one worker, with its clock and its memory watch. */
function attend(reader: Reader, job: Job): Promise<Attended> {
  return new Promise((resolve) => {
    const end = (outcome: Extracted, healthy: boolean) => {
      clearTimeout(timer)
      clearInterval(watch)
      resolve({ outcome, healthy })
    }
    const allow = (ms: number) =>
      setTimeout(() => end(refuse('file.tooSlow'), false), ms * slowness())
    let timer = allow(COST.startMs)
    let since = performance.now()
    const most = COST.memory + COST.memoryPerByte * job.bytes.length
    const watch = watchMemory(reader.worker, most, () => end(refuse('file.bomb'), false))
    reader.hear = (news) => {
      if (news.say === 'done') return end(news.outcome, true)
      if (news.say === 'failed') return end(news.outcome, false)
      clearTimeout(timer)
      if (news.say === 'loaded') since = performance.now()
      timer = allow(
        news.say === 'loaded' ? COST.openMs : timeFor(news.pages) - (performance.now() - since),
      )
    }
    // A copy to give away: the caller keeps the original for storage.
    const bytes = new Uint8Array(job.bytes)
    reader.worker.postMessage({ ...job, bytes }, [bytes.buffer])
  })
}

/** Reading takes at most 2 s and 50 ms a page, opening included. */
function timeFor(pages: number): number {
  return COST.openMs + COST.pageMs * Math.min(pages, MAX_PAGES)
}

/** How much longer the same work may take where processors are shared: the load lags behind, so doubled. */
function slowness(): number {
  const [load = 0] = loadavg()
  return Math.min(5, Math.max(1, (2 * load) / availableParallelism()))
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
