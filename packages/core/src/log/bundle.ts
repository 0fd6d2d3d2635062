import { concatBytes } from '@noble/hashes/utils.js'
import { type Answer, answer, refuse } from './problem.ts'
import { TILE_WIDTH } from './tile.ts'

/** The longest entry that a bundle can hold, in bytes: its length is written in two bytes. */
export const LONGEST_ENTRY = 0xff_ff

const LENGTH_BYTES = 2

/**
 * Up to 256 entries as one file, each behind its length (C2SP tlog-tiles, "Log entries"). Throws a
 * RangeError where there are more, or one is longer than can be written.
 */
export function formatBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length > TILE_WIDTH) throw new RangeError('a bundle holds 256 entries at most')
  return concatBytes(...entries.flatMap((entry) => [lengthOf(entry), entry]))
}

function lengthOf({ length }: Uint8Array): Uint8Array {
  if (length > LONGEST_ENTRY) throw new RangeError(`an entry of ${length} bytes fits no bundle`)
  return Uint8Array.of(length >> 8, length & 0xff)
}

/** The entries of a bundle of `width`, 1 to 256. Refuses with `bundle.badLength`. */
export function parseBundle(bytes: Uint8Array, width: number): Answer<Uint8Array[]> {
  const entries: Uint8Array[] = []
  let at = 0
  while (at < bytes.length && entries.length < width) {
    const [high = 0, low = 0] = bytes.subarray(at, at + LENGTH_BYTES)
    const from = at + LENGTH_BYTES
    at = from + high * 0x1_00 + low
    entries.push(bytes.subarray(from, at))
  }
  const isFilled = at === bytes.length && entries.length === width
  return isFilled ? answer(entries) : refuse('bundle.badLength')
}
