import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'

const PROJECT = join(import.meta.dirname, '../../../..')

/** The folder of official conformance vectors. */
export const VECTORS = resolve(PROJECT, process.env['VIGIL_DATA'] ?? '../shared/data', 'vectors')

/** Whether they are at hand. */
export const hasVectors = existsSync(VECTORS)

/** Whether everything is run in full size. */
export const FULL = process.env['VIGIL_TORTURE'] === '1'

/** Bytes of a text, as UTF-8. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** `bytes` with one bit turned over, counted from the first byte's lowest. */
export function flipBit(bytes: Uint8Array, bit: number): Uint8Array {
  return bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
}

/** Prints a figure that a test measured. */
export function tell(figure: string): void {
  process.stdout.write(`Measured: ${figure}\n`)
}

/** Texts of pieces that mean something to a parser, with anything between them. */
export function anyTextOf(pieces: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const anything = fc.string({ unit: 'binary', maxLength: 4 })
  return fc.array(fc.oneof(pieces, anything), { maxLength: 9 }).map((parts) => parts.join(''))
}
