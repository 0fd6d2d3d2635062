/**
 * What a file's bytes say it is. `ole` is the container of old Word files and of encrypted DOCX,
 * `other` nothing that is read here.
 */
export type Kind = 'pdf' | 'zip' | 'ole' | 'html' | 'text' | 'other'

const HEAD_BYTES = 2048
/** What may stand before the first element: declarations of XML and comments. */
const PREAMBLE = /<\?[^>]*>|<!--[\s\S]*?-->/g
const HTML_START = /^\s*<(?:!doctype\s+html|html|head|body|title|meta)\b/i
/** Markup that is no page (XML, SVG among it), and RTF: text to a program, not to a person. */
const OTHER_MARKUP = /^\s*(?:<\?xml\s|<!doctype\s|<svg[\s>]|\{\\rtf\d)/i
const OTHER_SIGNATURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x7f, 0x45, 0x4c, 0x46],
] as const

/** The kind by content; the name only tells a bare HTML fragment from a text that mentions tags. */
export function sniff(bytes: Uint8Array, name: string): Kind {
  const head = asAscii(bytes.subarray(0, HEAD_BYTES))
  if (/^(?:\u{ef}\u{bb}\u{bf})?\s*%PDF-/u.test(head)) return 'pdf'
  if (head.startsWith('PK\u{3}\u{4}') || head.startsWith('PK\u{5}\u{6}')) return 'zip'
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'ole'
  if (OTHER_SIGNATURES.some((signature) => startsWith(bytes, signature))) return 'other'
  const start = head.replaceAll(/[\0\u{80}-\u{ff}]/gu, '')
  const element = start.replaceAll(PREAMBLE, '')
  if (HTML_START.test(element) || /\.x?html?$/i.test(name)) return 'html'
  return OTHER_MARKUP.test(start) || OTHER_MARKUP.test(element) ? 'other' : 'text'
}

/** The kind that a name's ending promises, null where it promises none of ours. */
export function promisedKind(name: string): 'pdf' | 'zip' | null {
  if (/\.pdf$/i.test(name)) return 'pdf'
  return /\.docx$/i.test(name) ? 'zip' : null
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function asAscii(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}
