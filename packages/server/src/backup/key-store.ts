import { createHash } from 'node:crypto'
import type { BuriedKey } from '@vigil/core/keys'
import { ZodError } from 'zod'
import type { AskKeys } from '../keys/protocol.ts'
import { exportKeys, importKeys, readLines } from '../keys/stream.ts'
import { type BackupPlace, writeBackup } from './backup.ts'
import { damaged } from './damaged.ts'
import { keyPartOf, MANIFEST, SUMMARY } from './layout.ts'
import type { KeySummary } from './manifest.ts'
import type { OpenedKeys } from './opened.ts'
import { inParts, jsonEntry } from './pieces.ts'
import type { Entry } from './tar.ts'

/** A copy of the key store on disk, and how many lines it came to. */
export interface WrittenKeys {
  readonly file: string
  readonly lines: number
}

/**
 * Writes a backup of the key store to a new file, encrypted to `recipients`, while the service goes on.
 * No key is opened for it: they are wrapped in the copy as they are in the store.
 */
export async function backUpKeys(ask: AskKeys, place: BackupPlace): Promise<WrittenKeys> {
  const { file, copied } = await writeBackup(copyKeys(ask, place.now), { ...place, store: 'key' })
  return { file, lines: copied.lines }
}

async function* copyKeys(ask: AskKeys, now: Date): AsyncGenerator<Entry, KeySummary> {
  yield jsonEntry(MANIFEST, { format: 'vigil-backup/1', store: 'key', at: now.toISOString() })
  const hash = createHash('sha256')
  const sum = { lines: 0, bytes: 0 }
  let part = 0
  for await (const bytes of inParts(exportKeys(ask))) {
    hash.update(bytes)
    sum.bytes += bytes.length
    sum.lines += bytes.reduce((count, byte) => (byte === NEWLINE ? count + 1 : count), 0)
    yield { name: keyPartOf(part), bytes }
    part += 1
  }
  const summary = { ...sum, sha256: hash.digest('hex') }
  yield jsonEntry(SUMMARY, summary)
  return summary
}

const NEWLINE = 0x0a

export interface RestoreKeysOptions {
  readonly ask: AskKeys
  /** Opens the same backup anew: it is read to its end before the first line is taken in. */
  readonly open: () => Promise<OpenedKeys>
  /** Keys whose tombstones stand in the log of the records. */
  readonly destroyed: readonly BuriedKey[]
}

/**
 * Takes a backup of a key store in. What is there stays, what was destroyed stays destroyed, and doing
 * it again changes nothing. Refuses, before anything is taken, a backup that is not what was written,
 * and one of another key store. Gives how many lines were read.
 */
export async function restoreKeys({ ask, open, destroyed }: RestoreKeysOptions): Promise<number> {
  await checkWhole(await open())
  return importKeys(ask, partsOf(await open()), destroyed)
}

async function checkWhole(backup: OpenedKeys): Promise<void> {
  const hash = createHash('sha256')
  let lines = 0
  const parts = async function* () {
    for await (const part of partsOf(backup)) {
      hash.update(part)
      yield part
    }
  }
  try {
    for await (const _ of readLines(parts())) lines += 1
  } catch (error) {
    throw error instanceof ZodError || error instanceof SyntaxError ? damaged() : error
  }
  const summary = await backup.takeSummary()
  if (lines !== summary.lines || hash.digest('hex') !== summary.sha256) damaged()
}

async function* partsOf(backup: OpenedKeys): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part += 1) {
    const bytes = await backup.takeEntry(keyPartOf(part))
    if (bytes === undefined) return
    yield bytes
  }
}
