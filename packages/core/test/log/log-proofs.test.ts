import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatCheckpoint,
  formatLogProof,
  formatNote,
  hashLeaf,
  inclusionProof,
  type LogProof,
  parseLogProof,
  rootAt,
  signNote,
  verifyLogProof,
} from '../../src/log/index.ts'
import { signWith, verifyEd25519 } from './ed25519.ts'
import { keyOf } from './keys.ts'
import { anyTextOf, bytesOf, flipBit, FULL } from './support.ts'
import { grow } from './trees.ts'

const ORIGIN = 'vigil.example/log'
const key = keyOf(ORIGIN, 1)
const trust = { origin: ORIGIN, keys: [key], verify: verifyEd25519 }
const SIZE = 70
const ENTRIES = Array.from({ length: SIZE }, (_, index) => bytesOf(`entry ${index}`))
const { read } = grow(ENTRIES.map((entry) => hashLeaf(entry)))

const HASH = Buffer.from(hashLeaf(bytesOf('hash'))).toString('base64')
const HEAD = 'c2sp.org/tlog-proof@v1'

function checkpointAt(size: number): string {
  const text = formatCheckpoint({ origin: ORIGIN, size, root: rootAt(size, read), extensions: [] })
  return formatNote(signNote({ text, signatures: [] }, key, signWith(key.seed)))
}

function receipt(index: number, size: number): LogProof {
  const path = inclusionProof({ index, size }, read) ?? []
  return { index, path, checkpoint: checkpointAt(size) }
}

function entryAt(index: number): Uint8Array {
  return ENTRIES[index] ?? new Uint8Array(0)
}

describe('a receipt', () => {
  test('is laid out as published', () => {
    const path = [hashLeaf(bytesOf('hash'))]
    expect(formatLogProof({ index: 5, path, checkpoint: 'a checkpoint\n' })).toBe(
      `${HEAD}\nindex 5\n${HASH}\n\na checkpoint\n`,
    )
    const extra = bytesOf('extra information')
    expect(formatLogProof({ index: 10, path, extra, checkpoint: 'a checkpoint\n' })).toBe(
      `${HEAD}\nextra ZXh0cmEgaW5mb3JtYXRpb24=\nindex 10\n${HASH}\n\na checkpoint\n`,
    )
    expect(formatLogProof({ index: 0, path: [], checkpoint: 'a checkpoint\n' })).toBe(
      `${HEAD}\nindex 0\n\na checkpoint\n`,
    )
  })

  test.each([
    ['another first line', 'wrong-header\nindex 0\n\ncheckpoint\n', 'logProof.malformed'],
    ['nothing in it', '', 'logProof.malformed'],
    ['no end', `${HEAD}\nindex 0\n`, 'logProof.malformed'],
    ['no index', `${HEAD}\n\n\ncheckpoint\n`, 'logProof.malformed'],
    ['further data that are not Base64', `${HEAD}\nextra !!\nindex 0\n\nc\n`, 'logProof.malformed'],
    ['further data twice', `${HEAD}\nextra AA==\nextra AA==\nindex 0\n\nc\n`, 'logProof.malformed'],
    ['further data behind the index', `${HEAD}\nindex 0\nextra AA==\n\nc\n`, 'logProof.badHash'],
    ['a word for an index', `${HEAD}\nindex notanumber\n\nc\n`, 'logProof.badIndex'],
    ['an index below nothing', `${HEAD}\nindex -5\n\nc\n`, 'logProof.badIndex'],
    ['a zero before the index', `${HEAD}\nindex 05\n\nc\n`, 'logProof.badIndex'],
    [
      'an index that no number holds',
      `${HEAD}\nindex 9007199254740992\n\nc\n`,
      'logProof.badIndex',
    ],
    ['a hash that is not Base64', `${HEAD}\nindex 0\n!!notbase64!!\n\nc\n`, 'logProof.badHash'],
    ['a hash of 64 bytes', `${HEAD}\nindex 0\n${'A'.repeat(86)}==\n\nc\n`, 'logProof.badHash'],
    ['64 hashes', `${HEAD}\nindex 0\n${`${HASH}\n`.repeat(64)}\nc\n`, 'logProof.malformed'],
    [
      'a line of two million letters',
      `${HEAD}\nindex 0\n${'a'.repeat(2e6)}\n\nc\n`,
      'logProof.malformed',
    ],
    ['ends of lines of two characters', `${HEAD}\r\nindex 0\r\n\r\nc\r\n`, 'logProof.malformed'],
  ])('with %s is refused', (_, text, problem) => {
    expect(parseLogProof(text)).toMatchObject({ ok: false, problem })
    expect(verifyLogProof(text, entryAt(0), trust)).toMatchObject({ ok: false, problem })
  })

  test('comes back from everything it can say', () => {
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 })
    const proof = fc.record(
      {
        index: fc.maxSafeNat(),
        path: fc.array(hash, { maxLength: 63 }),
        checkpoint: fc.string({ unit: 'grapheme' }),
        extra: fc.uint8Array(),
      },
      { requiredKeys: ['index', 'path', 'checkpoint'] },
    )
    fc.assert(
      fc.property(proof, (made) => {
        expect(parseLogProof(formatLogProof(made))).toEqual({ ok: true, value: made })
      }),
      { numRuns: FULL ? 20_000 : 300 },
    )
  })

  test('may carry a megabyte of further data', () => {
    const proof = { ...receipt(5, 7), extra: new Uint8Array(1_000_000).fill(7) }
    expect(parseLogProof(formatLogProof(proof))).toEqual({ ok: true, value: proof })
  })

  test('of whatever characters is read or refused, and never in two ways', () => {
    const pieces = fc.constantFrom('\n', '\n\n', 'index ', 'extra ', 'AA==', '0', '17', `${HASH}\n`)
    fc.assert(
      fc.property(anyTextOf(pieces), (parts) => {
        const text = `${HEAD}\n${parts}`
        const proof = parseLogProof(text)
        expect(!proof.ok || formatLogProof(proof.value) === text).toBe(true)
      }),
      { numRuns: FULL ? 200_000 : 2000 },
    )
  })
})

describe('what a receipt proves', () => {
  test('is where the entry stands, and in the log of which moment', () => {
    for (const size of FULL ? ENTRIES.map((_, index) => index + 1) : [1, 2, 7, 64, 70]) {
      ENTRIES.slice(0, size).forEach((entry, index) => {
        const proved = verifyLogProof(formatLogProof(receipt(index, size)), entry, trust)
        expect(proved).toMatchObject({ value: { index, checkpoint: { origin: ORIGIN, size } } })
      })
    }
  })

  test('is nothing about any other entry', () => {
    const text = formatLogProof(receipt(13, SIZE))
    const held = ENTRIES.filter((entry) => verifyLogProof(text, entry, trust).ok)
    expect(held).toEqual([entryAt(13)])
  })

  test('is nothing at another index, or with the checkpoint of another moment', () => {
    const proof = receipt(13, 64)
    expect(verifyLogProof(formatLogProof({ ...proof, index: 12 }), entryAt(13), trust).ok).toBe(
      false,
    )
    const later = { ...proof, checkpoint: checkpointAt(65) }
    expect(verifyLogProof(formatLogProof(later), entryAt(13), trust).ok).toBe(false)
  })

  test('is nothing where another key signed, or the receipt is of another log', () => {
    const text = formatLogProof(receipt(13, SIZE))
    const others = { ...trust, keys: [keyOf(ORIGIN, 2)] }
    expect(verifyLogProof(text, entryAt(13), others)).toMatchObject({ problem: 'note.unknownKeys' })
    expect(verifyLogProof(text, entryAt(13), { ...trust, origin: 'other' })).toMatchObject({
      problem: 'checkpoint.otherLog',
    })
  })

  test('does not depend on further data, which nobody signed', () => {
    const proof = { ...receipt(13, SIZE), extra: bytesOf('anything') }
    expect(verifyLogProof(formatLogProof(proof), entryAt(13), trust).ok).toBe(true)
  })

  test('is nothing with any bit of it turned over, the size of the log included', () => {
    const bytes = bytesOf(formatLogProof(receipt(5, 7)))
    const opened: number[] = []
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const text = Buffer.from(flipBit(bytes, bit)).toString()
      if (verifyLogProof(text, entryAt(5), trust).ok) opened.push(bit)
    }
    expect(opened).toEqual([])
  })
})
