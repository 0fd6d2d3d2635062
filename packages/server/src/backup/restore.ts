import { openCheckpoint, type SignerKey, type TreeHead } from '@vigil/core/log'
import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ClientConfig } from 'pg'
import type { Db } from '../db/transaction.ts'
import { checkInstallation, type InstallationCheck } from '../log/check.ts'
import { findLogKey, parseLogKey, trustIn } from '../log/key.ts'
import { ensurePrivateDirectory, writePrivateFile } from '../postgres/files.ts'
import { Refusal } from '../refusal.ts'
import type { Progress } from './copy.ts'
import { damaged } from './damaged.ts'
import { LOG_KEY, TRAVELLING } from './layout.ts'
import { type LoadedRest, loadStore } from './load.ts'
import type { CopiedTable } from './manifest.ts'
import type { OpenedBackup } from './opened.ts'

/** A checkpoint kept elsewhere: what to call it, and its signed note. */
export interface KeptCheckpoint {
  readonly name: string
  readonly note: string
}

export interface RestoreOptions {
  readonly owner: ClientConfig
  /** The data directory of the installation that comes to be. */
  readonly data: string
  readonly backup: OpenedBackup
  readonly kept: readonly KeptCheckpoint[]
  readonly onProgress?: (progress: Progress) => void
}

/** What was restored; nothing was, where the log has a fault. */
export interface Restored extends InstallationCheck {
  readonly tables: readonly CopiedTable[]
}

/**
 * Makes an installation out of a backup: rows and files, whole or not at all. The log is computed anew
 * before anything stays, and must agree with the checkpoint in the backup and with those kept elsewhere,
 * which `checkpoint` of a fault counts first.
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { data, kept } = options
  const found: { log: InstallationCheck | null; written: readonly string[] } = {
    log: null,
    written: [],
  }
  const check = async (tx: Db, rest: LoadedRest): Promise<boolean> => {
    found.log = await checkLog(tx, { data, kept, rest })
    if (found.log.fault !== null) return false
    found.written = writeFiles(data, rest.files)
    return true
  }
  try {
    const tables = await loadStore({ ...options, check })
    return { ...(found.log ?? damaged()), tables }
  } catch (error) {
    // A key without its log would sign a second one.
    for (const file of found.written) rmSync(file, { force: true })
    throw error
  }
}

interface LogSources {
  readonly data: string
  readonly kept: readonly KeptCheckpoint[]
  readonly rest: LoadedRest
}

async function checkLog(tx: Db, { data, kept, rest }: LogSources): Promise<InstallationCheck> {
  const file = rest.files.get(LOG_KEY)
  const key = file && (parseLogKey(Buffer.from(file).toString()) ?? damaged())
  refuseOtherKey(data, key)
  const given = kept.map(({ name, note }) => openKept(note, { name, key }))
  const own = rest.checkpoint === null ? [] : [openOwn(rest.checkpoint, key)]
  return checkInstallation(tx, { key, given: [...given, ...own] })
}

/** Another log may have begun in this directory. */
function refuseOtherKey(data: string, key: SignerKey | undefined): void {
  const there = findLogKey(data)
  if (there === undefined) return
  const isSame = key !== undefined && Buffer.from(there.seed).equals(Buffer.from(key.seed))
  if (!isSame) throw new Refusal('refusal.restore.otherLog', { data })
}

function openKept(
  note: string,
  { name, key }: { readonly name: string; readonly key: SignerKey | undefined },
): TreeHead {
  const opened = key && openCheckpoint(note, trustIn(key))
  if (opened?.ok === true) return opened.value
  throw new Refusal('refusal.restore.checkpoint', { file: name })
}

function openOwn(note: string, key: SignerKey | undefined): TreeHead {
  const opened = key && openCheckpoint(note, trustIn(key))
  return opened?.ok === true ? opened.value : damaged()
}

/** Writes the files that are not there yet, and tells which. */
function writeFiles(data: string, files: LoadedRest['files']): readonly string[] {
  const written: string[] = []
  for (const [name, path] of TRAVELLING) {
    const content = files.get(name)
    const file = join(data, path)
    if (content === undefined || existsSync(file)) continue
    ensurePrivateDirectory(dirname(file), null)
    writePrivateFile(file, Buffer.from(content).toString())
    written.push(file)
  }
  return written
}
