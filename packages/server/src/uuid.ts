import { randomBytes, randomInt } from 'node:crypto'

/** Twelve bits count what is made within one millisecond, from a random start in their lower quarter. */
const MOST = 0xfff
const LATEST_START = 0x400

let latest = { ms: 0, count: 0 }

/**
 * A new UUID of version 7 (RFC 9562): 48 bits of Unix milliseconds, 12 that count, 62 random ones.
 * Orders by time; of one millisecond, as they were made here, as far as the count goes (3,000).
 */
export function uuidV7(now: Date): string {
  const ms = now.getTime()
  const goesOn = ms === latest.ms && latest.count < MOST
  latest = { ms, count: goesOn ? latest.count + 1 : randomInt(LATEST_START) }
  const bytes = randomBytes(16)
  bytes.writeUIntBE(ms, 0, 6)
  bytes.writeUInt16BE(0x7000 | latest.count, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
