import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A key, and what the sealed bytes belong to: they open nowhere else. */
export interface Seal {
  readonly key: Buffer
  readonly belongsTo: string
}

/** Encrypts by AES-256-GCM; gives nonce, ciphertext and tag in one. */
export function seal(secret: Uint8Array, { key, belongsTo }: Seal): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(belongsTo))
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
}

/** What was sealed; undefined where it was sealed with another key, for something else, or changed since. */
export function unseal(sealed: Buffer, { key, belongsTo }: Seal): Buffer | undefined {
  const nonce = sealed.subarray(0, NONCE_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(belongsTo))
  try {
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
    return Buffer.concat([
      decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)),
      decipher.final(),
    ])
  } catch {
    return undefined
  }
}
