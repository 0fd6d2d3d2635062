import { z } from 'zod'
import { findBase64, toBase64 } from '../log/base64.ts'
import { type LogTrust, openNote } from '../log/index.ts'
import { isUuid } from './bytes.ts'

/** What stays of a destroyed key: which erasure it was, and which entry of the log says so. */
export interface Tombstone {
  /** The name of the log that has the entry, and signs. */
  readonly origin: string
  readonly erasure: string
  readonly keyId: string
  /** Id of the entry `identity.tombstone`, and its commitment, 32 bytes. */
  readonly entry: string
  readonly commitment: Uint8Array
}

const FORMAT = 'vigil-tombstone/1'
const COMMITMENT_BYTES = 32
/** Six lines, each a word and what it says; no checkpoint has these. */
const TEXT =
  /^([^\n]+)\nvigil-tombstone\/1\nerasure (\S+)\nkey (\S+)\nentry (\S+)\ncommitment (\S+)\n$/u
const Id = z.string().refine(isUuid)
const Parts = z.tuple([z.string(), Id, Id, Id, z.string()])

/** The text of a tombstone, to be signed as a note by the key of the log (C2SP signed-note). */
export function formatTombstone({ origin, erasure, keyId, entry, commitment }: Tombstone): string {
  const lines = [
    origin,
    FORMAT,
    `erasure ${erasure}`,
    `key ${keyId}`,
    `entry ${entry}`,
    `commitment ${toBase64(commitment)}`,
  ]
  return `${lines.join('\n')}\n`
}

/** Reads a signed tombstone; undefined where this log did not sign it, or it is none. */
export function openTombstone(
  written: string,
  { origin, keys, verify }: LogTrust,
): Tombstone | undefined {
  const note = openNote(written, keys, verify)
  const tombstone = note.ok ? parseTombstone(note.value.text) : undefined
  return tombstone?.origin === origin ? tombstone : undefined
}

function parseTombstone(text: string): Tombstone | undefined {
  const found = Parts.safeParse(TEXT.exec(text)?.slice(1))
  if (!found.success) return undefined
  const [origin, erasure, keyId, entry, base64] = found.data
  const commitment = findBase64(base64)
  if (commitment?.length !== COMMITMENT_BYTES) return undefined
  return { origin, erasure, keyId, entry, commitment }
}
