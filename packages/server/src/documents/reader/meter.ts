import type { Worker } from 'node:worker_threads'
import type { Refusal } from '../extract/extracted.ts'
import { COST, MAX_PAGES } from '../extract/limits.ts'

/** What one file costs a worker, held against what it may cost. */
export interface Meter {
  /** The file's own time begins: what the thread has used so far was for loading. */
  begin(processorMs: number): void
  /** The file has so many pages, and more time for them. */
  allowPages(pages: number): void
  stop(): void
}

/** What is read, and how patient the clock on the wall is (`COST` says what the two mean). */
export interface Metered {
  readonly fileBytes: number
  readonly startMs: number
  readonly wallFactor: number
}

/**
 * Looks at a worker every few milliseconds and calls `onExcess` once it has used too much memory or
 * too much processor time of its own, however busy the machine is. Behind that stands a bound by the
 * clock on the wall, for a worker that sleeps.
 */
export function meterWorker(
  worker: Worker,
  { fileBytes, startMs, wallFactor }: Metered,
  onExcess: (problem: Refusal['problem']) => void,
): Meter {
  const mostMemory = COST.memory + COST.memoryPerByte * fileBytes
  let begun = Number.POSITIVE_INFINITY
  let processorMs: number = COST.openMs
  let wallEnd = performance.now() + startMs
  const look = async () => {
    const [heap, used] = await Promise.all([worker.getHeapStatistics(), worker.cpuUsage()])
    // A worker's own limits bound objects only; unpacked bytes (a small PDF can hold gigabytes) lie outside.
    if (heap.used_heap_size + heap.external_memory > mostMemory) onExcess('file.bomb')
    if (toMilliseconds(used) - begun > processorMs) onExcess('file.tooSlow')
  }
  const watch = setInterval(() => {
    if (performance.now() > wallEnd) onExcess('file.tooSlow')
    // Not running yet or no longer: nothing to look at.
    look().catch(() => undefined)
  }, COST.watchMs)
  const allow = (ms: number) => {
    processorMs = ms
    wallEnd = performance.now() + ms * wallFactor
  }
  return {
    begin(usedMs) {
      begun = usedMs
      allow(COST.openMs)
    },
    allowPages: (pages) => allow(COST.openMs + COST.pageMs * Math.min(pages, MAX_PAGES)),
    stop: () => clearInterval(watch),
  }
}

/** Processor time in milliseconds. */
export function toMilliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000
}
