/** The thread in which a bundle is counted, so that its memory has a bound. */
import { parentPort, workerData } from 'node:worker_threads'
import { createContext } from '../frame/context.ts'
import { countBytes } from './count-bytes.ts'

const { bytes, name } = workerData as { readonly bytes: Uint8Array; readonly name: string }
parentPort?.postMessage(countBytes(bytes, name, createContext(process.env)))
