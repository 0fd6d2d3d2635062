import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  findTombstoneFault,
  formatTombstone,
  openTombstone,
  type Tombstone,
} from '../../src/keys/index.ts'
import { formatNote, type SignerKey, signNote } from '../../src/log/index.ts'
import { signWith, verifyEd25519 } from '../log/ed25519.ts'
import { keyOf } from '../log/keys.ts'

const ORIGIN = 'vigil.example/log'
const key = keyOf(ORIGIN, 1)
const another = keyOf(ORIGIN, 2)
const trust = { origin: ORIGIN, keys: [key], verify: verifyEd25519 }

const Says = z.strictObject({
  erasure: z.int(),
  key: z.int(),
  entry: z.int(),
  content: z.string(),
})
const Case = z.strictObject({
  name: z.string(),
  store: z.array(
    z.strictObject({ key: z.int(), says: Says.nullable(), by: z.literal('another').optional() }),
  ),
  log: z.array(
    z.strictObject({
      entry: z.int(),
      erasure: z.int(),
      is: z.enum(['identity.tombstone', 'identity.destroyed']),
      content: z.string(),
    }),
  ),
  fault: z
    .object({ kind: z.string(), key: z.int().optional(), erasure: z.int().optional() })
    .nullable(),
})
const FILE = join(import.meta.dirname, '../../vectors/keys/tombstones.json')
const CASES = z.array(Case).parse(JSON.parse(readFileSync(FILE, 'utf8')))

/** Vectors name things by small numbers. */
function idOf(number: number): string {
  return `0000000${number}-0000-4000-8000-000000000000`
}

function commitmentOf(content: string): Uint8Array {
  return new Uint8Array(32).fill(content.charCodeAt(0))
}

function toTombstone({ erasure, key: of, entry, content }: z.infer<typeof Says>): Tombstone {
  const ids = { erasure: idOf(erasure), keyId: idOf(of), entry: idOf(entry) }
  return { origin: ORIGIN, ...ids, commitment: commitmentOf(content) }
}

function sign(tombstone: Tombstone, by: SignerKey = key): string {
  const note = { text: formatTombstone(tombstone), signatures: [] }
  return formatNote(signNote(note, by, signWith(by.seed)))
}

test.each(CASES)('tombstones: $name', ({ store, log, fault }) => {
  const buried = store.map(({ key: id, says, by }) => {
    const tombstone = says && sign(toTombstone(says), by === undefined ? key : another)
    return { id: idOf(id), tombstone }
  })
  const entries = log.map(({ entry, erasure, is: action, content }) => {
    return { id: idOf(entry), erasure: idOf(erasure), action, commitment: commitmentOf(content) }
  })
  const expected = fault && {
    kind: fault.kind,
    ...(fault.key !== undefined && { key: idOf(fault.key) }),
    ...(fault.erasure !== undefined && { erasure: idOf(fault.erasure) }),
  }
  expect(findTombstoneFault(buried, entries, trust)).toEqual(expected)
})

describe('a tombstone', () => {
  const tombstone = toTombstone({ erasure: 5, key: 1, entry: 7, content: 'a' })

  test('is six lines that anybody can read, and comes back as it was signed', () => {
    expect(formatTombstone(tombstone)).toBe(
      `${ORIGIN}\nvigil-tombstone/1\nerasure ${idOf(5)}\nkey ${idOf(1)}\nentry ${idOf(7)}\n` +
        `commitment ${Buffer.alloc(32, 'a').toString('base64')}\n`,
    )
    expect(openTombstone(sign(tombstone), trust)).toEqual(tombstone)
  })

  test('of another log, or of another kind of note, is none', () => {
    expect(openTombstone(sign({ ...tombstone, origin: 'vigil.example/other' }), trust)).toBe(
      undefined,
    )
    const checkpoint = { text: `${ORIGIN}\n5\n${'A'.repeat(43)}=\n`, signatures: [] }
    const note = formatNote(signNote(checkpoint, key, signWith(key.seed)))
    expect(openTombstone(note, trust)).toBe(undefined)
  })

  test('with any bit turned over, or cut off anywhere, is never taken for another', () => {
    const whole = Buffer.from(sign(tombstone))
    const place = fc.nat({ max: whole.length * 8 - 1 })
    fc.assert(
      fc.property(place, (bit) => {
        const bytes = Buffer.from(whole)
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const text = bytes.toString('utf8')
        return openTombstone(text, trust) === undefined
      }),
    )
    for (let end = 0; end < whole.length; end += 1) {
      expect(openTombstone(whole.toString('utf8', 0, end), trust)).toBe(undefined)
    }
  })
})
