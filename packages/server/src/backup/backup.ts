import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { flushDirectory } from '../postgres/files.ts'
import { type Copied, copyStore, type CopyOptions } from './copy.ts'
import { nameBackup } from './folder.ts'
import { checkRecipients } from './keys.ts'
import { STORE } from './manifest.ts'
import { seal } from './seal.ts'
import { type Entry, packTar } from './tar.ts'

export interface BackupOptions extends CopyOptions {
  /** Where the file goes; made if it is not there. */
  readonly directory: string
  readonly recipients: readonly string[]
}

/** What was written, and what it holds. */
export interface WrittenBackup extends Copied {
  readonly file: string
}

/**
 * Writes a backup of the record store to a new file, encrypted to `recipients`: whole and on disk, or
 * not at all.
 */
export async function backUp(options: BackupOptions): Promise<WrittenBackup> {
  await checkRecipients(options.recipients)
  mkdirSync(options.directory, { recursive: true, mode: 0o700 })
  const file = join(options.directory, nameBackup(STORE, options.now))
  const half = `${file}.${process.pid}.half`
  if (existsSync(file)) throw new Error(`${basename(file)} is there already`)
  const copied = Promise.withResolvers<Copied>()
  try {
    const sealed = seal(packTar(noting(copyStore(options), copied.resolve)), options.recipients)
    await pipeline(sealed, createWriteStream(half, { mode: 0o600, flush: true }))
    renameSync(half, file)
    flushDirectory(options.directory)
    return { file, ...(await copied.promise) }
  } finally {
    rmSync(half, { force: true })
  }
}

/** The same entries; what the generator returns at its end goes to `note`. */
async function* noting(
  entries: AsyncGenerator<Entry, Copied>,
  note: (copied: Copied) => void,
): AsyncGenerator<Entry> {
  note(yield* entries)
}
