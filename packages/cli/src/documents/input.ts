import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { MAX_FILE_BYTES } from '@vigil/contract/limits'
import type { UploadedFile } from '@vigil/server/files.ts'
import type { CliKey, Context } from '../frame/context.ts'
import { sayProblem } from './problem.ts'

/** What stands for standard input in the place of a file. */
const STANDARD_INPUT = '-'

/** A file's bytes, or the sentence that says why they could not be had. */
export type Input =
  | { readonly ok: true; readonly file: UploadedFile }
  | { readonly ok: false; readonly sentence: string }

/** How large a file may be, and the sentence for a larger one. */
export interface InputLimit {
  readonly bytes: number
  readonly sentence: (name: string) => string
}

/** Reads a document, or standard input for `-`, whole. */
export function readInput(path: string, context: Context): Promise<Input> {
  const sentence = (name: string): string => sayProblem(context, { name, code: 'file.tooLarge' })
  return readLimited(path, { bytes: MAX_FILE_BYTES, sentence }, context)
}

/**
 * Reads a file, or standard input for `-`, whole. What is larger than it may be is refused by its size
 * before a byte is read, and a pipe once it has given too many.
 */
export async function readLimited(
  path: string,
  limit: InputLimit,
  context: Context,
): Promise<Input> {
  const name = path === STANDARD_INPUT ? context.say('read.standardInput') : basename(path)
  const tooLarge = { ok: false, sentence: limit.sentence(name) } as const
  try {
    if (path !== STANDARD_INPUT && (await stat(path)).size > limit.bytes) return tooLarge
    const source = path === STANDARD_INPUT ? process.stdin : createReadStream(path)
    const bytes = await readUpTo(source, limit.bytes)
    return bytes === null ? tooLarge : { ok: true, file: { name, bytes } }
  } catch (error) {
    return { ok: false, sentence: describeUnreadable(path, error, context) }
  }
}

/** All that comes, or null where more than `limit` bytes come. */
async function readUpTo(source: AsyncIterable<Buffer>, limit: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of source) {
    length += chunk.length
    if (length > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const UNREADABLE = {
  ENOENT: 'read.missing',
  ENOTDIR: 'read.missing',
  EISDIR: 'read.directory',
  EACCES: 'read.denied',
  EPERM: 'read.denied',
} as const satisfies Record<string, CliKey>

/** The sentence for a file that cannot be read. */
export function describeUnreadable(path: string, error: unknown, context: Context): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  const known = Object.hasOwn(UNREADABLE, code)
  const key = known ? UNREADABLE[code as keyof typeof UNREADABLE] : 'read.failed'
  return context.say(key, { path, code })
}
