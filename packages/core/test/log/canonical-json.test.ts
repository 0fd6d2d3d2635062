import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, type Json } from '../../src/log/index.ts'
import { FULL, hasVectors, VECTORS } from './support.ts'

const RUNS = { numRuns: FULL ? 50_000 : 1000 }

describe('canonical JSON', () => {
  test.each([
    [{ b: 1, a: [true, null, 'é'] }, '{"a":[true,null,"é"],"b":1}'],
    [{ '\u20ac': 1, '\r': 2, '\u{1f600}': 3, '\ufb33': 4 }, '{"\\r":2,"€":1,"😀":3,"\ufb33":4}'],
    [[1e30, 4.5, 0.002, 1e-27, -0], '[1e+30,4.5,0.002,1e-27,0]'],
    ['\u000f\n"\\', String.raw`"\u000f\n\"\\"`],
    [{ kept: 1, left: undefined }, '{"kept":1}'],
  ])('writes %j the one way there is', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  test.each([Number.NaN, Infinity, -Infinity, '\ud800', { '\udfff': 1 }, [['\ud800']]])(
    'refuses %j, which JSON cannot hold',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError)
    },
  )

  test('says the same as any other JSON', () => {
    fc.assert(
      fc.property(wellFormed(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      RUNS,
    )
  })

  test('is the same for everything that says the same', () => {
    fc.assert(
      fc.property(wellFormed(), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text)
        expect(canonicalJson(turnedRound(value))).toBe(text)
      }),
      RUNS,
    )
  })
})

describe.skipIf(!hasVectors)('canonical JSON of the official files', () => {
  const files = hasVectors ? readdirSync(join(VECTORS, 'jcs/input')) : []

  test('are six', () => {
    expect(files).toHaveLength(6)
  })

  test.each(files)('writes %s as published', (file) => {
    const input = readFileSync(join(VECTORS, 'jcs/input', file), 'utf8')
    const output = readFileSync(join(VECTORS, 'jcs/output', file), 'utf8')
    expect(canonicalJson(JSON.parse(input) as Json)).toBe(output)
  })
})

function wellFormed(): fc.Arbitrary<Json> {
  return fc.jsonValue({ stringUnit: 'binary' })
}

/** The same value with the members of every object in the opposite order. */
function turnedRound(value: Json): Json {
  if (Array.isArray(value)) return value.map(turnedRound)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, member]) => [name, turnedRound(member ?? null)])
  return Object.fromEntries(members.reverse()) as Json
}
