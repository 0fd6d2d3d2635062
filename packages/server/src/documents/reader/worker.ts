import { enableCompileCache } from 'node:module'
import { workerData } from 'node:worker_threads'

// A thread does not take over the cache of compiled code of the program that starts it.
if (typeof workerData === 'string') enableCompileCache(workerData)

await import('./work.ts')
