import { z } from 'zod'

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/u

/** Bytes in Base64 (RFC 4648 4). */
export function toBase64(bytes: Uint8Array): string {
  return z.util.uint8ArrayToBase64(bytes)
}

/** Bytes in Base64 for addresses and names, without padding (RFC 4648 5). */
export function toBase64Url(bytes: Uint8Array): string {
  return z.util.uint8ArrayToBase64url(bytes)
}

/**
 * The bytes that `text` stands for in Base64 (RFC 4648 4). Undefined where they would be written in any
 * other way: without padding, with bits left over, with blanks.
 */
export function findBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !BASE64.test(text)) return undefined
  const bytes = z.util.base64ToUint8Array(text)
  return toBase64(bytes) === text ? bytes : undefined
}
