import { type Refusal, refuse } from './extracted.ts'

const MULTIBYTE = /[\u{c2}-\u{df}][\u{80}-\u{bf}]|[\u{e0}-\u{ef}][\u{80}-\u{bf}]{2}/gu
const LEGIBLE_CONTROLS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b, 0x85])
const UNUSED_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])
/** Western text has few letters beyond ASCII; other alphabets read as windows-1252 are mostly such. */
const MOST_HIGH_BYTES = 0.3

/** A text's characters with `\n` line ends, or why its bytes are no text in an encoding we can tell. */
export function decodeText(bytes: Uint8Array, declared?: string): string | Refusal {
  const encoding = byMark(bytes) ?? declared
  const text = encoding ? strictly(encoding, bytes) : guess(bytes)
  return typeof text === 'string' ? text.replaceAll(/\r\n?/g, '\n') : text
}

function byMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined
}

function strictly(encoding: string, bytes: Uint8Array): string | Refusal {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? refuse('file.unknownType') : text
  } catch {
    return refuse('file.wrongEncoding')
  }
}

function guess(bytes: Uint8Array): string | Refusal {
  const seen = survey(bytes)
  if (seen.zeros > 0) return refuse(seen.halfZeros ? 'file.wrongEncoding' : 'file.unknownType')
  if (seen.controls > bytes.length / 1000) return refuse('file.unknownType')
  const text = strictly('utf-8', bytes)
  if (typeof text === 'string') return text
  return isWestern(bytes, seen) ? new TextDecoder('windows-1252').decode(bytes) : text
}

interface Survey {
  zeros: number
  /** UTF-16 without its mark: nearly every second byte of Latin text is zero, always the same one. */
  halfZeros: boolean
  controls: number
  high: number
  unused: number
}

function survey(bytes: Uint8Array): Survey {
  const zeros: [number, number] = [0, 0]
  let [controls, high, unused] = [0, 0, 0]
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0
    if (byte === 0) zeros[index % 2 === 0 ? 0 : 1] += 1
    else if (byte < 0x20 && !LEGIBLE_CONTROLS.has(byte)) controls += 1
    else if (byte >= 0x80) high += 1
    if (UNUSED_IN_1252.has(byte)) unused += 1
  }
  const [most, least] = [Math.max(...zeros), Math.min(...zeros)]
  const halfZeros = most > bytes.length / 5 && least < most / 20
  return { zeros: zeros[0] + zeros[1], halfZeros, controls, high, unused }
}

function isWestern(bytes: Uint8Array, seen: Survey): boolean {
  if (seen.unused > 0 || seen.high > bytes.length * MOST_HIGH_BYTES) return false
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  // Broken UTF-8 is full of valid sequences; in true windows-1252 text they hardly ever stand.
  const inSequences = (latin.match(MULTIBYTE) ?? []).join('').length
  return inSequences * 2 < seen.high
}
