import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { NONCE_BYTES, TAG_BYTES } from '@vigil/core/keys'

/** Length of every key, in bytes. */
export const KEY_BYTES = 32

const CIPHER = 'aes-256-gcm'

/** What AES-256-GCM gives (NIST SP 800-38D). */
export interface Encrypted {
  readonly nonce: Uint8Array
  readonly ciphertext: Uint8Array
  readonly tag: Uint8Array
}

/** What goes in beside the key. */
interface Input {
  readonly bytes: Uint8Array
  readonly associated: Uint8Array
  /** Twelve bytes; at random unless given, as only tests do. */
  readonly nonce?: Uint8Array
}

/** Encrypts under a key that encrypts few values: nonces are random. */
export function encrypt(
  key: Uint8Array,
  { bytes, associated, nonce = randomBytes(NONCE_BYTES) }: Input,
): Encrypted {
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(associated)
  const ciphertext = Buffer.concat([cipher.update(bytes), cipher.final()])
  return { nonce, ciphertext, tag: cipher.getAuthTag() }
}

/** Decrypts; undefined where key, associated data or any bit of it is another. */
export function decrypt(
  key: Uint8Array,
  { nonce, ciphertext, tag }: Encrypted,
  associated: Uint8Array,
): Buffer | undefined {
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(associated)
  decipher.setAuthTag(tag)
  const start = decipher.update(ciphertext)
  try {
    return Buffer.concat([start, decipher.final()])
  } catch {
    return undefined
  }
}
