import { bytesToUuid, UUID_BYTES, uuidToBytes } from './bytes.ts'

/** A value under AES-256-GCM (NIST SP 800-38D): which key opens it, 12 bytes of nonce, 16 of tag. */
export interface SealedValue {
  readonly keyId: string
  readonly nonce: Uint8Array
  readonly ciphertext: Uint8Array
  readonly tag: Uint8Array
}

export const NONCE_BYTES = 12
export const TAG_BYTES = 16

/** The first byte; another one is another format. */
const FORMAT = 1
const HEAD_BYTES = 1 + UUID_BYTES + NONCE_BYTES
const LEAST_BYTES = HEAD_BYTES + TAG_BYTES

/** Most bytes of a sealed value: 1 MiB. What is larger is no value but an attachment. */
export const MOST_SEALED_BYTES = 1024 * 1024

/** Why bytes are no sealed value. */
export type SealedProblem = 'tooShort' | 'tooLong' | 'unknownFormat'

export type SealedReading =
  | { readonly ok: true; readonly value: SealedValue }
  | { readonly ok: false; readonly problem: SealedProblem }

/** Format byte, key id, nonce, ciphertext, tag. Throws a RangeError on parts of another length. */
export function writeSealed({ keyId, nonce, ciphertext, tag }: SealedValue): Uint8Array {
  if (nonce.length !== NONCE_BYTES || tag.length !== TAG_BYTES) {
    throw new RangeError('nonce or tag has another length')
  }
  if (LEAST_BYTES + ciphertext.length > MOST_SEALED_BYTES) throw new RangeError('value too long')
  const bytes = new Uint8Array(LEAST_BYTES + ciphertext.length)
  bytes[0] = FORMAT
  bytes.set(uuidToBytes(keyId), 1)
  bytes.set(nonce, 1 + UUID_BYTES)
  bytes.set(ciphertext, HEAD_BYTES)
  bytes.set(tag, HEAD_BYTES + ciphertext.length)
  return bytes
}

/** Takes a sealed value apart. That it is genuine, only opening it shows. */
export function readSealed(bytes: Uint8Array): SealedReading {
  if (bytes.length < LEAST_BYTES) return { ok: false, problem: 'tooShort' }
  if (bytes.length > MOST_SEALED_BYTES) return { ok: false, problem: 'tooLong' }
  if (bytes[0] !== FORMAT) return { ok: false, problem: 'unknownFormat' }
  const end = bytes.length - TAG_BYTES
  const value = {
    keyId: bytesToUuid(bytes.subarray(1, 1 + UUID_BYTES)),
    nonce: bytes.slice(1 + UUID_BYTES, HEAD_BYTES),
    ciphertext: bytes.slice(HEAD_BYTES, end),
    tag: bytes.slice(end),
  }
  return { ok: true, value }
}
