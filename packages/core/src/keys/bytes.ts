import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Length of a UUID, in bytes. */
export const UUID_BYTES = 16

/** Whether `text` is a UUID as we write it: lower case, with hyphens (RFC 9562 4). */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/** The 16 bytes of a UUID (RFC 9562 4). Throws a RangeError where it is none. */
export function uuidToBytes(uuid: string): Uint8Array {
  if (!isUuid(uuid)) throw new RangeError('not a UUID in lower case')
  return hexToBytes(uuid.replaceAll('-', ''))
}

/** The UUID of 16 bytes. */
export function bytesToUuid(bytes: Uint8Array): string {
  return bytesToHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
