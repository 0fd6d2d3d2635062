import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { findBase64, toBase64 } from './base64.ts'
import { type Answer, answer, refuse } from './problem.ts'

/** Whom a signature is told by: the name of a key and the first four bytes of its hash, in hexadecimal. */
export interface KeyName {
  readonly name: string
  readonly id: string
}

/** What signatures are checked with; public. */
export interface VerifierKey extends KeyName {
  /** 32 bytes (RFC 8032 5.1.5). */
  readonly publicKey: Uint8Array
}

/** What signatures are made with; secret. */
export interface SignerKey extends VerifierKey {
  /** 32 bytes (RFC 8032 5.1.5, there the private key). */
  readonly seed: Uint8Array
}

/** Computes the public key of an Ed25519 seed; whoever has the cryptography passes it in. */
export type PublicKeyOf = (seed: Uint8Array) => Uint8Array

/** The kind of signature that stands before a key: Ed25519 over the text (C2SP signed-note). */
const ED25519 = 1
const KEY_BYTES = 32
export const KEY_ID_BYTES = 4

const VERIFIER = /^([^+]{1,1000})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{4,10000})$/u
const SIGNER = /^PRIVATE\+KEY\+([^+]{1,1000})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{4,10000})$/u

/** Whether a key can have this name: not empty, without blanks and plus signs (C2SP signed-note). */
export function isKeyName(name: string): boolean {
  return (
    name !== '' && name.isWellFormed() && !/[\p{White_Space}+]|[^\u0020-\u{10ffff}]/u.test(name)
  )
}

/** A key by its name, with its id (C2SP signed-note, "Signatures"). Throws a RangeError on a bad name. */
export function toVerifierKey(name: string, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw new RangeError('a key’s name has neither blanks nor plus signs')
  if (publicKey.length !== KEY_BYTES) throw new RangeError('a public key has 32 bytes')
  const named = concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(ED25519), publicKey)
  return { name, id: bytesToHex(sha256(named).subarray(0, KEY_ID_BYTES)), publicKey }
}

/** A verifier key as one line of text: `name+id+key` (C2SP signed-note, "Verifier keys"). */
export function formatVerifierKey({ name, id, publicKey }: VerifierKey): string {
  return `${name}+${id}+${toBase64(concatBytes(Uint8Array.of(ED25519), publicKey))}`
}

/** Reads such a line. Refuses with `key.…`. */
export function parseVerifierKey(text: string): Answer<VerifierKey> {
  return parseKey(text, VERIFIER, ({ name, key }) => toVerifierKey(name, key))
}

/** A signer key as one line of text, `PRIVATE+KEY+name+id+seed`, as golang.org/x/mod/sumdb/note writes it. */
export function formatSignerKey({ name, id, seed }: SignerKey): string {
  return `PRIVATE+KEY+${name}+${id}+${toBase64(concatBytes(Uint8Array.of(ED25519), seed))}`
}

/** Reads such a line. Refuses with `key.…`, which never repeat what stands there. */
export function parseSignerKey(text: string, publicKeyOf: PublicKeyOf): Answer<SignerKey> {
  return parseKey(text, SIGNER, ({ name, key }) => ({
    ...toVerifierKey(name, publicKeyOf(key)),
    seed: key,
  }))
}

function parseKey<Key extends KeyName>(
  text: string,
  pattern: RegExp,
  read: (found: { readonly name: string; readonly key: Uint8Array }) => Key,
): Answer<Key> {
  const [, name = '', id, written = ''] = pattern.exec(text) ?? []
  const bytes = findBase64(written) ?? new Uint8Array(0)
  if (!isKeyName(name) || bytes.length === 0) return refuse('key.malformed')
  if (bytes[0] !== ED25519) return refuse('key.unknownKind')
  if (bytes.length !== 1 + KEY_BYTES) return refuse('key.malformed')
  const key = read({ name, key: bytes.subarray(1) })
  return key.id === id ? answer(key) : refuse('key.wrongId', { name })
}

/** The four bytes of a key's id. */
export function idBytes({ id }: KeyName): Uint8Array {
  return hexToBytes(id)
}
