import { isIP } from 'node:net'

/**
 * The few forms of DER (ITU-T X.690) that a certificate consists of. Each function returns one whole
 * element: tag, length, content.
 */

export function sequence(...parts: readonly Buffer[]): Buffer {
  return element(0x30, Buffer.concat(parts))
}

export function set(...parts: readonly Buffer[]): Buffer {
  return element(0x31, Buffer.concat(parts))
}

/** An explicit context tag around `part`. */
export function tagged(number: number, part: Buffer): Buffer {
  return element(0xa0 | number, part)
}

/** An implicit context tag on plain bytes. */
export function implicit(number: number, bytes: Buffer): Buffer {
  return element(0x80 | number, bytes)
}

/** A positive whole number, given as big-endian bytes. */
export function integer(bytes: Buffer): Buffer {
  const negative = ((bytes[0] ?? 0) & 0x80) !== 0
  return element(0x02, negative ? Buffer.concat([Buffer.of(0), bytes]) : bytes)
}

export function boolean(value: boolean): Buffer {
  return element(0x01, Buffer.of(value ? 0xff : 0))
}

export function octets(bytes: Buffer): Buffer {
  return element(0x04, bytes)
}

/** `unused` counts the bits at the end that do not belong to the string. */
export function bits(bytes: Buffer, unused = 0): Buffer {
  return element(0x03, Buffer.concat([Buffer.of(unused), bytes]))
}

export function utf8(text: string): Buffer {
  return element(0x0c, Buffer.from(text))
}

/** A moment to the second; two-digit years up to 2049, as RFC 5280 (4.1.2.5) wants it. */
export function time(moment: Date): Buffer {
  const digits = moment.toISOString().replace(/[-:T]|\.\d+/g, '')
  return moment.getUTCFullYear() < 2050
    ? element(0x17, Buffer.from(digits.slice(2)))
    : element(0x18, Buffer.from(digits))
}

/** An object identifier in dotted form. */
export function identifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

/** The bytes of an IPv4 or IPv6 address. */
export function addressBytes(address: string): Buffer {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number))
  // A URL writes every form of an IPv6 address in hexadecimal words.
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [head = '', tail] = plain.split('::')
  const before = groups(head)
  const after = groups(tail ?? '')
  const gap = tail === undefined ? 0 : 8 - before.length - after.length
  const words = [...before, ...Array<number>(gap).fill(0), ...after]
  return Buffer.from(words.flatMap((word) => [word >> 8, word & 0xff]))
}

function groups(part: string): number[] {
  return part === '' ? [] : part.split(':').map((word) => Number.parseInt(word, 16))
}

function base128(value: number): number[] {
  const digits = [value & 0x7f]
  for (let rest = value >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80)
  return digits
}

function element(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.of(tag), length(content.length), content])
}

function length(size: number): Buffer {
  if (size < 0x80) return Buffer.of(size)
  const hex = size.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return Buffer.concat([Buffer.of(0x80 | bytes.length), bytes])
}
