import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { MAX_BUNDLE_BYTES } from '@vigil/contract/limits'
import { readLimited } from '../documents/input.ts'
import type { Context } from '../frame/context.ts'
import type { CountAnswer, CountedFile } from './count-bytes.ts'
import { speak } from './speak.ts'

/** A bundle of 200 MB needs less; together with its bytes the process stays below 2 GB. */
const MEMORY = { maxOldGenerationSizeMb: 1300, maxYoungGenerationSizeMb: 64 }

/**
 * Counts the bundle in a file (`-`: standard input), in a thread with a bound to its memory. Refuses in
 * one sentence what is no bundle and what breaks a rule of counting.
 */
export async function countFile(path: string, context: Context): Promise<CountedFile> {
  const tooLarge = (name: string): string =>
    speak(context, 'refused', { name, said: speak(context, 'fault.tooLarge') })
  const limit = { bytes: MAX_BUNDLE_BYTES, sentence: tooLarge }
  const input = await readLimited(path, limit, context)
  if (!input.ok) return context.refuse(input.sentence)
  const answer = await countInThread(input.file, tooLarge(input.file.name))
  return answer.ok ? answer.counted : context.refuse(answer.sentence)
}

async function countInThread(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  tooLarge: string,
): Promise<CountAnswer> {
  const moved = movable(bytes)
  const worker = new Worker(join(import.meta.dirname, 'worker.ts'), {
    workerData: { bytes: moved, name },
    transferList: [moved.buffer],
    resourceLimits: MEMORY,
  })
  try {
    const [answer] = (await once(worker, 'message')) as [CountAnswer]
    return answer
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') return { ok: false, sentence: tooLarge }
    throw error
  } finally {
    await worker.terminate()
  }
}

/** The bytes in memory of their own, which can pass to another thread without being copied. */
function movable(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes
  const isAlone = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength
  return isAlone ? new Uint8Array(buffer) : new Uint8Array(bytes)
}
