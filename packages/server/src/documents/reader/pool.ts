import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Refusal, refuse } from '../extract/extracted.ts'
import { countCharacters } from '../../clauses/count-characters.ts'
import { COST } from '../extract/limits.ts'
import type { Job, Message, OutcomeOf } from './job.ts'
import { meterWorker } from './meter.ts'

/** A worker and whoever listens to it now. */
interface Reader {
  worker: Worker
  hear: (news: News) => void
}

type News = Message | { say: 'failed'; outcome: Refusal }

/** A queue of jobs, of which so many run at once. */
interface Lane {
  readonly mostAtOnce: number
  readonly waiting: (() => void)[]
  running: number
}

const idle = new Set<Reader>()
const files: Lane = { mostAtOnce: 2, waiting: [], running: 0 }
/** Beside the files: a page with clauses does not wait until all that come in are read. */
const clauses: Lane = { mostAtOnce: 1, waiting: [], running: 0 }

/** Starts a worker for a file that is about to come. */
export function warmReader(): void {
  if (idle.size === 0) keep(startReader())
}

/**
 * Reads a file, or the clauses of a text, where reading can be ended: two files and one text at a
 * time, each in a thread of its own that is kept warm for the next job and thrown away when it
 * overran its time or memory. Rejects only where our own code failed.
 */
export async function runInWorker<J extends Job>(job: J): Promise<OutcomeOf<J>> {
  const lane = job.kind === 'clauses' ? clauses : files
  if (lane.running >= lane.mostAtOnce) await new Promise<void>((go) => lane.waiting.push(go))
  lane.running += 1
  const reader = takeReader()
  let kept = false
  try {
    const { outcome, healthy } = await attend(reader, job)
    // Memory that a large file took would not be given back.
    kept = healthy && sizeOf(job) <= COST.keptBytes
    return outcome as OutcomeOf<J>
  } finally {
    if (kept) keep(reader)
    else await reader.worker.terminate()
    lane.running -= 1
    lane.waiting.shift()?.()
  }
}

function takeReader(): Reader {
  // The one used last remembers the text it read.
  const warm = [...idle].at(-1)
  if (!warm) return startReader()
  idle.delete(warm)
  warm.worker.ref()
  return warm
}

function startReader(): Reader {
  const cache = getCompileCacheDir()
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: COST.heapMegabytes, stackSizeMb: 4 },
    // A thread takes over the program's cache of compiled code only by its environment, which names
    // the directory above the one told: that has the version of Node in its name.
    env: cache === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(cache) },
  })
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

type Outcome = Extract<Message, { say: 'done' }>['outcome'] | Refusal

interface Attended {
  outcome: Outcome
  /** Whether the worker answered by itself and can take another job. */
  healthy: boolean
}

/** One job on one worker, with its meter running. */
async function attend(reader: Reader, job: Job): Promise<Attended> {
  const { promise, resolve, reject } = Promise.withResolvers<Attended>()
  const meter = meterWorker(reader.worker, { ...COST, fileBytes: sizeOf(job) }, (problem) =>
    resolve({ outcome: refuse(problem), healthy: false }),
  )
  reader.hear = (news) => {
    if (news.say === 'loaded') meter.begin(news.processorMs)
    else if (news.say === 'pages') meter.allowPages(news.pages)
    else if (news.say === 'broken') reject(news.error)
    else resolve({ outcome: news.outcome, healthy: news.say === 'done' })
  }
  send(reader, job)
  try {
    return await promise
  } finally {
    meter.stop()
  }
}

function send({ worker }: Reader, job: Job): void {
  if (job.kind === 'clauses') return worker.postMessage(job)
  // A copy to give away: the caller keeps the original for storage.
  const bytes = new Uint8Array(job.bytes)
  return worker.postMessage({ ...job, bytes }, [bytes.buffer])
}

/** What is read, in bytes. */
function sizeOf(job: Job): number {
  return job.kind === 'clauses' ? 2 * countCharacters(job.text.paragraphs) : job.bytes.length
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
