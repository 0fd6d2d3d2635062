/** No body that the contract knows has more than ten levels. */
const MOST_LEVELS = 32

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])

/**
 * Whether a JSON text has more levels than any body needs: told from its bytes, before a value is made
 * of it that a reader might walk through level by level.
 */
export function isTooDeep(bytes: Uint8Array): boolean {
  let levels = 0
  let isText = false
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === QUOTE) isText = !isText
    else if (isText) at += byte === BACKSLASH ? 1 : 0
    else if (OPENING.has(byte)) levels += 1
    else if (CLOSING.has(byte)) levels -= 1
    if (levels > MOST_LEVELS) return true
  }
  return false
}
