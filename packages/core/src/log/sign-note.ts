import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { KeyName, VerifierKey } from './key.ts'
import { type Note, parseNote } from './note.ts'
import { type Answer, answer, refuse } from './problem.ts'

/** Makes an Ed25519 signature (RFC 8032 5.1.6) with a key that only the caller has. */
export type Sign = (message: Uint8Array) => Uint8Array

/** Checks an Ed25519 signature (RFC 8032 5.1.7); 64 bytes, of a key of 32 bytes. */
export type Verify = (message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array) => boolean

/** A note of which at least one signature holds. */
export interface OpenedNote extends Note {
  /** The keys, of those that are known, that signed it. */
  readonly signers: readonly VerifierKey[]
}

const SIGNATURE_BYTES = 64

/** The note with one more signature, over its text; those that it has stay, whoever made them. */
export function signNote({ text, signatures }: Note, { name, id }: KeyName, sign: Sign): Note {
  return { text, signatures: [...signatures, { name, id, signature: sign(utf8ToBytes(text)) }] }
}

/**
 * Reads a note and checks every signature by a key that is known (C2SP signed-note, "Signatures"). Those
 * by unknown keys are kept and mean nothing. Refuses with `note.…`: also where one known key did not
 * sign this, whatever others did, and where no known key signed it.
 */
export function openNote(
  written: string,
  keys: readonly VerifierKey[],
  verify: Verify,
): Answer<OpenedNote> {
  const parsed = parseNote(written)
  if (!parsed.ok) return parsed
  const { text, signatures } = parsed.value
  const message = utf8ToBytes(text)
  const signers = new Set<VerifierKey>()
  for (const { name, id, signature } of signatures) {
    for (const key of keys.filter((known) => known.name === name && known.id === id)) {
      const isValid =
        signature.length === SIGNATURE_BYTES && verify(message, signature, key.publicKey)
      if (!isValid) return refuse('note.invalidSignature', { name })
      signers.add(key)
    }
  }
  if (signers.size === 0) return refuse('note.unknownKeys')
  return answer({ text, signatures, signers: [...signers] })
}
