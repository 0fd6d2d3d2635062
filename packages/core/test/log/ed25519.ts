import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { PublicKeyOf, Sign, Verify } from '../../src/log/index.ts'

/** What stands before the 32 bytes of a key in PKCS #8 and in SPKI (RFC 8410). */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex')

function privateKey(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' })
}

export const publicKeyOf: PublicKeyOf = (seed) => {
  const spki = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' })
  return new Uint8Array(spki.subarray(PUBLIC.length))
}

export function signWith(seed: Uint8Array): Sign {
  return (message) => new Uint8Array(sign(null, message, privateKey(seed)))
}

export const verifyEd25519: Verify = (message, signature, publicKey) => {
  const key = Buffer.concat([PUBLIC, publicKey])
  return verify(null, message, createPublicKey({ key, format: 'der', type: 'spki' }), signature)
}
