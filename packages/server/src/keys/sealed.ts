import { associatedData, readSealed, type SealedPlace, writeSealed } from '@vigil/core/keys'
import { decrypt, encrypt } from './aes-gcm.ts'

/** Encrypts a value under the key of its record, for its place alone. */
export function seal(dataKey: Uint8Array, place: SealedPlace, bytes: Uint8Array): Buffer {
  const encrypted = encrypt(dataKey, { bytes, associated: associatedData(place) })
  return Buffer.from(writeSealed({ keyId: place.keyId, ...encrypted }))
}

/** Decrypts a value; undefined where it was not sealed under this key for this place. */
export function unseal(
  dataKey: Uint8Array,
  place: SealedPlace,
  sealed: Uint8Array,
): Buffer | undefined {
  const reading = readSealed(sealed)
  if (!reading.ok || reading.value.keyId !== place.keyId) return undefined
  return decrypt(dataKey, reading.value, associatedData(place))
}
