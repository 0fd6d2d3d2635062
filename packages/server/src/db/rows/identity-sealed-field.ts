export interface IdentitySealedField {
  field: string
  pseudonym: string
  /** Format byte, key id, nonce, AES-256-GCM ciphertext, tag (core/keys sealed-value) */
  sealed: Buffer
}
