import { findBase64, toBase64 } from './base64.ts'
import { type Checkpoint, type LogTrust, openCheckpoint } from './checkpoint.ts'
import { type Hash, HASH_BYTES, hashLeaf } from './hash.ts'
import { findNumber } from './number.ts'
import { type Answer, answer, refuse } from './problem.ts'
import { verifyInclusion } from './verify-inclusion.ts'

/** A receipt that an entry is in a log, to be checked without the log (C2SP tlog-proof). */
export interface LogProof {
  readonly index: number
  /** The proof of inclusion, the entry's neighbour first. */
  readonly path: readonly Hash[]
  /** The checkpoint as the log signed it, a note. */
  readonly checkpoint: string
  /** What the application adds. Nobody signed it: it must not be believed. */
  readonly extra?: Uint8Array
}

/** What a receipt proved: where the entry stands, in the log as of which checkpoint. */
export interface Logged {
  readonly index: number
  readonly checkpoint: Checkpoint
}

const FORMAT = 'c2sp.org/tlog-proof@v1'

/** All that stands before the checkpoint; a path has 63 hashes at most. */
const PROOF =
  /^c2sp\.org\/tlog-proof@v1\n(?:extra ([^\n]*)\n)?index ([^\n]*)\n((?:[^\n]+\n){0,63})\n/u

/** More than any proof with the longest checkpoint and as much beside it. */
const LONGEST_PROOF = 2_000_000

/** A receipt as a `.tlog-proof` file. */
export function formatLogProof({ index, path, checkpoint, extra }: LogProof): string {
  const head = extra === undefined ? [FORMAT] : [FORMAT, `extra ${toBase64(extra)}`]
  return [...head, `index ${index}`, ...path.map(toBase64), '', checkpoint].join('\n')
}

/** Reads a `.tlog-proof` file and proves nothing. Refuses with `logProof.…`. */
export function parseLogProof(text: string): Answer<LogProof> {
  const found = text.length > LONGEST_PROOF ? null : PROOF.exec(text)
  if (found === null) return refuse('logProof.malformed')
  const [head, written, number = '', lines = ''] = found
  const extra = written === undefined ? null : findBase64(written)
  if (extra === undefined) return refuse('logProof.malformed')
  const index = findNumber(number)
  if (index === undefined) return refuse('logProof.badIndex', { found: number })
  const path = parsePath(lines.split('\n').slice(0, -1))
  if (!path.ok) return path
  const proof = { index, path: path.value, checkpoint: text.slice(head.length) }
  return answer(extra === null ? proof : { ...proof, extra })
}

function parsePath(lines: readonly string[]): Answer<Hash[]> {
  const hashes = lines.map(findBase64)
  const bad = hashes.findIndex((hash) => hash?.length !== HASH_BYTES)
  if (bad >= 0) return refuse('logProof.badHash', { line: String(bad + 1) })
  return answer(hashes.filter((hash) => hash !== undefined))
}

/**
 * Checks that a `.tlog-proof` file proves that `entry`, byte for byte, is in the log that is believed.
 * Refuses with `logProof.…`, `note.…`, `checkpoint.…` and `proof.…`.
 */
export function verifyLogProof(text: string, entry: Uint8Array, trust: LogTrust): Answer<Logged> {
  const proof = parseLogProof(text)
  if (!proof.ok) return proof
  const { index, path } = proof.value
  const checkpoint = openCheckpoint(proof.value.checkpoint, trust)
  if (!checkpoint.ok) return checkpoint
  const { size, root } = checkpoint.value
  const inclusion = verifyInclusion({ index, size, root, leaf: hashLeaf(entry) }, path)
  return inclusion.ok ? answer({ index, checkpoint: checkpoint.value }) : inclusion
}
