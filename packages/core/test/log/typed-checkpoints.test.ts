import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isTypedCheckpoint,
  readTypedCheckpoint,
  type TreeHead,
  typedCheckpoint,
} from '../../src/log/index.ts'
import vectors from '../../vectors/log/typed.json' with { type: 'json' }
import { FULL } from './support.ts'

const ALPHABET = [...'qpzry9x8gf2tvdw0s3jn54khce6mua7l']
const LOG = { id: '5a1d0c7e' }

const heads: fc.Arbitrary<TreeHead> = fc.record({
  size: fc.oneof(
    fc.integer({ min: 1, max: 5000 }),
    fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  ),
  root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
})
const logs = fc.stringMatching(/^[0-9a-f]{8}$/).map((id) => ({ id }))

/** The signs of a printed checkpoint without its hyphens. */
function signsOf(head: TreeHead): string[] {
  return [...typedCheckpoint(head, LOG).replaceAll('-', '')]
}

function passes(signs: readonly string[]): boolean {
  return readTypedCheckpoint(signs.join(''), LOG).ok
}

describe('a checkpoint on paper', () => {
  test.each(vectors.printed)('is printed as $signs', ({ log, size, root, signs }) => {
    const head = { size, root: Buffer.from(root, 'hex') }
    expect(typedCheckpoint(head, { id: log })).toBe(signs)
    const read = readTypedCheckpoint(signs, { id: log })
    expect(read.ok && [read.value.size, Buffer.from(read.value.root).toString('hex')]).toEqual([
      size,
      root,
    ])
  })

  test.each(vectors.typed)('typed $why', ({ typed, answer }) => {
    const read = readTypedCheckpoint(typed, LOG)
    expect(read.ok ? read.value.size : read.problem).toBe(answer)
  })

  test('of an empty log is none', () => {
    expect(() => typedCheckpoint({ size: 0, root: new Uint8Array(32) }, LOG)).toThrow(RangeError)
  })

  test('is read as it was printed, whatever its size and root, and for no other log', () => {
    fc.assert(
      fc.property(heads, logs, logs, (head, log, other) => {
        const printed = typedCheckpoint(head, log)
        expect(isTypedCheckpoint(printed)).toBe(true)
        const read = readTypedCheckpoint(printed, log)
        expect(read.ok && { ...read.value, root: Uint8Array.from(read.value.root) }).toEqual(head)
        expect(readTypedCheckpoint(printed, other).ok).toBe(other.id === log.id)
      }),
      { numRuns: FULL ? 20_000 : 200 },
    )
  })
})

describe('no typing error passes', () => {
  /** Every one of them for one checkpoint; for as many checkpoints as the size of the run asks. */
  test('of one wrong sign, of two that changed places, and of one left out or doubled', () => {
    let tried = 0
    const refuse = (signs: readonly string[]) => {
      tried += 1
      if (passes(signs)) throw new Error(`${signs.join('')} passes`)
    }
    fc.assert(
      fc.property(heads, (head) => {
        const signs = signsOf(head)
        expect(passes(signs)).toBe(true)
        for (const [at, sign] of signs.entries()) {
          for (const wrong of ALPHABET) if (wrong !== sign) refuse(signs.with(at, wrong))
          for (const [later, other] of signs.entries()) {
            if (later > at && other !== sign) refuse(signs.with(at, other).with(later, sign))
          }
          if (signs.length > 59) refuse(signs.toSpliced(at, 1))
          if (signs[at - 1] !== sign) refuse(signs.toSpliced(at, 0, sign))
        }
      }),
      { numRuns: FULL ? 50 : 1 },
    )
    expect(tried).toBeGreaterThan(3_000)
  })

  test('of up to four wrong signs at once', () => {
    const errors = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 31 })), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(heads, errors, (head, wrong) => {
        const signs = signsOf(head)
        const places = new Map(wrong.map(([at, by]) => [at % signs.length, by]))
        const typed = signs.map((sign, at) => {
          const by = places.get(at) ?? 0
          return ALPHABET[(ALPHABET.indexOf(sign) + by) % ALPHABET.length] ?? ''
        })
        expect(passes(typed)).toBe(false)
      }),
      { numRuns: FULL ? 200_000 : 1_000 },
    )
  })

  test('and whatever else is typed is refused in words, never by a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (typed) => {
        expect(readTypedCheckpoint(typed, LOG).ok).toBe(false)
      }),
      { numRuns: FULL ? 100_000 : 300 },
    )
  })
})

test.each(['march.txt', './march', '-', 'a-name-of-four-words', '../papers/checkpoint 2032.txt'])(
  '%s is the name of a file',
  (name) => {
    expect(isTypedCheckpoint(name)).toBe(false)
  },
)
