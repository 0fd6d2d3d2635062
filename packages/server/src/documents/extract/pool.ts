import { Worker } from 'node:worker_threads'
import { type Extracted, refuse } from './extracted.ts'
import type { Job, Message } from './job.ts'
import { COST, MAX_PAGES } from './limits.ts'
import { watchMemory } from './memory.ts'

const MOST_AT_ONCE = 2
const idle: Worker[] = []
const waiting: Array<() => void> = []
let running = 0

/**
 * Runs a parser where it can be ended: two files at a time, each in a thread of its own that is kept
 * warm for the next file and thrown away when it overran its time or memory.
 */
export async function runInWorker(job: Job): Promise<Extracted> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  running += 1
  const worker = idle.pop() ?? startWorker()
  worker.ref()
  const { outcome, healthy } = await attend(worker, job)
  worker.removeAllListeners()
  if (healthy) keep(worker)
  else await worker.terminate()
  running -= 1
  waiting.shift()?.()
  return outcome
}

function startWorker(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: COST.heapMegabytes, stackSizeMb: 4 }
  return new Worker(new URL('worker.ts', import.meta.url), { resourceLimits })
}

/** An idle worker must not keep the program alive, nor end it by a late error. */
function keep(worker: Worker): void {
  worker.on('error', () => drop(worker))
  worker.on('exit', () => drop(worker))
  worker.unref()
  idle.push(worker)
}

function drop(worker: Worker): void {
  const index = idle.indexOf(worker)
  if (index >= 0) idle.splice(index, 1)
}

interface Attended {
  outcome: Extracted
  /** Whether the worker answered by itself and can take another job. */
  healthy: boolean
}

/** One job on one worker, with its clock and its memory watch. */
function attend(worker: Worker, job: Job): Promise<Attended> {
  return new Promise((resolve) => {
    const end = (attended: Attended) => {
      clearTimeout(timer)
      clearInterval(watch)
      resolve(attended)
    }
    const fail = (outcome: Extracted) => end({ outcome, healthy: false })
    const allow = (ms: number) => setTimeout(fail, ms, refuse('file.tooSlow'))
    let timer = allow(COST.startMs)
    const watch = watchMemory(worker, () => fail(refuse('file.bomb')))
    worker.on('message', (message: Message) => {
      if (message.say === 'done') return end({ outcome: message.outcome, healthy: true })
      clearTimeout(timer)
      timer = allow(message.say === 'loaded' ? COST.openMs : timeFor(message.pages))
    })
    worker.on('error', (error) => fail(refuse(isOutOfMemory(error) ? 'file.bomb' : 'file.damaged')))
    worker.on('exit', () => fail(refuse('file.damaged')))
    // A copy to give away: the caller keeps the original for storage.
    const bytes = new Uint8Array(job.bytes)
    worker.postMessage({ ...job, bytes }, [bytes.buffer])
  })
}

/** Opening and reading together take at most 2 s and 50 ms a page. */
function timeFor(pages: number): number {
  return COST.openMs + COST.pageMs * Math.min(pages, MAX_PAGES)
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
