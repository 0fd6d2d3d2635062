import { findBase64, toBase64 } from './base64.ts'
import { HASH_BYTES } from './hash.ts'
import type { VerifierKey } from './key.ts'
import { findNumber } from './number.ts'
import { type Answer, answer, refuse } from './problem.ts'
import { openNote, type Verify } from './sign-note.ts'
import type { TreeHead } from './verify-consistency.ts'

/** What a log states about itself at one moment (C2SP tlog-checkpoint): which log, how large, its root. */
export interface Checkpoint extends TreeHead {
  /** The name of the log, one line. */
  readonly origin: string
  /** Further lines that only this log gives a meaning; usually none. */
  readonly extensions: readonly string[]
}

/** Which log is believed, and by which of its keys. */
export interface LogTrust {
  readonly origin: string
  readonly keys: readonly VerifierKey[]
  readonly verify: Verify
}

const LONGEST_CHECKPOINT = 100_000

/** The text of a checkpoint, to be signed as a note. Throws a TypeError where it has no such form. */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const lines = [origin, String(size), toBase64(root), ...extensions]
  const text = `${lines.join('\n')}\n`
  const read = parseCheckpoint(text)
  if (!read.ok || read.value.extensions.length !== extensions.length) {
    throw new TypeError('this makes no checkpoint')
  }
  return text
}

/** Reads the text of a checkpoint, without signatures. Refuses with `checkpoint.…`. */
export function parseCheckpoint(text: string): Answer<Checkpoint> {
  const [origin, size, root, ...extensions] = linesOf(text)
  if (origin === undefined || size === undefined || root === undefined) {
    return refuse('checkpoint.malformed')
  }
  const number = findNumber(size)
  if (number === undefined) return refuse('checkpoint.badSize', { found: size })
  const hash = findBase64(root)
  if (hash?.length !== HASH_BYTES) return refuse('checkpoint.badRoot', { found: root })
  return answer({ origin, size: number, root: hash, extensions })
}

/** The lines of a text, none of them empty; no lines at all where the text is not made of such. */
function linesOf(text: string): string[] {
  if (text.length > LONGEST_CHECKPOINT || !text.endsWith('\n')) return []
  const lines = text.slice(0, -1).split('\n')
  return lines.includes('') ? [] : lines
}

/**
 * Reads a signed checkpoint: it speaks of the log that is believed, and one of the log's keys signed it.
 * Refuses with `note.…` and `checkpoint.…`.
 */
export function openCheckpoint(
  written: string,
  { origin, keys, verify }: LogTrust,
): Answer<Checkpoint> {
  const note = openNote(written, keys, verify)
  if (!note.ok) return note
  const checkpoint = parseCheckpoint(note.value.text)
  if (checkpoint.ok && checkpoint.value.origin !== origin) {
    return refuse('checkpoint.otherLog', { origin, found: checkpoint.value.origin })
  }
  return checkpoint
}
