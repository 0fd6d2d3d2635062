import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto'
import type { PublicKeyOf, Sha256, Sign, Verify } from '@vigil/core/log'

/** What stands before the 32 bytes of a key in PKCS #8 and in SPKI (RFC 8410). */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex')

/** SHA-256 by OpenSSL. */
export const sha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer')

/** The public key of an Ed25519 seed (RFC 8032 5.1.5). */
export const publicKeyOf: PublicKeyOf = (seed) => {
  const spki = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' })
  return new Uint8Array(spki.subarray(PUBLIC.length))
}

/** Signs with an Ed25519 seed (RFC 8032 5.1.6). */
export function signWith(seed: Uint8Array): Sign {
  const key = privateKey(seed)
  return (message) => sign(null, message, key)
}

/** Checks an Ed25519 signature (RFC 8032 5.1.7). */
export const verifyEd25519: Verify = (message, signature, publicKey) => {
  const key = Buffer.concat([PUBLIC, publicKey])
  return verify(null, message, createPublicKey({ key, format: 'der', type: 'spki' }), signature)
}

function privateKey(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' })
}
