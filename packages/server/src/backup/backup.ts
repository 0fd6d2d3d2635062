import type { Store } from '@vigil/core/backup'
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

/** Where a backup goes, and for whom it is closed. */
export interface BackupPlace {
  /** Where the file goes; made if it is not there. */
  readonly directory: string
  readonly recipients: readonly string[]
  readonly now: Date
}

export type BackupOptions = CopyOptions & BackupPlace

/** What was written, and what it holds. */
export interface WrittenBackup extends Copied {
  readonly file: string
}

/** Writes a backup of the record store to a new file, encrypted to `recipients`. */
export async function backUp(options: BackupOptions): Promise<WrittenBackup> {
  const { file, copied } = await writeBackup(copyStore(options), { ...options, store: STORE })
  return { file, ...copied }
}

/** Seals the entries of a copy into a new file: whole and on disk, or not at all. */
export async function writeBackup<Came>(
  entries: AsyncGenerator<Entry, Came>,
  { directory, recipients, now, store }: BackupPlace & { readonly store: Store },
): Promise<{ readonly file: string; readonly copied: Came }> {
  await checkRecipients(recipients)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const file = join(directory, nameBackup(store, now))
  const half = `${file}.${process.pid}.half`
  if (existsSync(file)) throw new Error(`${basename(file)} is there already`)
  const copied = Promise.withResolvers<Came>()
  try {
    const sealed = seal(packTar(noting(entries, copied.resolve)), recipients)
    await pipeline(sealed, createWriteStream(half, { mode: 0o600, flush: true }))
    renameSync(half, file)
    flushDirectory(directory)
    return { file, copied: await copied.promise }
  } finally {
    rmSync(half, { force: true })
  }
}

/** The same entries; what the generator returns at its end goes to `note`. */
async function* noting<Came>(
  entries: AsyncGenerator<Entry, Came>,
  note: (came: Came) => void,
): AsyncGenerator<Entry> {
  note(yield* entries)
}
