import type { Worker } from 'node:worker_threads'
import { COST } from './limits.ts'

/**
 * Calls `onExcess` once a worker holds more bytes than `most`. A worker's own limits bound objects
 * only; unpacked bytes (a small PDF can hold gigabytes) lie outside them and are counted here.
 */
export function watchMemory(worker: Worker, most: number, onExcess: () => void): NodeJS.Timeout {
  return setInterval(() => {
    worker.getHeapStatistics().then(
      (held) => held.used_heap_size + held.external_memory > most && onExcess(),
      // Not running yet or no longer: nothing to watch.
      () => undefined,
    )
  }, COST.watchMs)
}
