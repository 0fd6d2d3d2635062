import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOf, splitJson, SplitFault } from '../src/counting/split-json.ts'

const RUNS = process.env['VIGIL_TORTURE'] === '1' ? 50_000 : 1000

function split(text: string): unknown {
  const pieces = splitJson(new TextEncoder().encode(text), 64)
  return Object.fromEntries(
    pieces.map((piece) => [piece.key, 'entries' in piece ? [...piece.entries()] : piece.value]),
  )
}

test('an object taken apart is the object that JSON.parse gives', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.constantFrom(0, 2),
      (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(split(text)).toEqual(JSON.parse(text))
      },
    ),
    { numRuns: RUNS },
  )
})

test('text that JSON.parse refuses is refused, and nothing else is', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.nat(200),
      fc.constantFrom('', '"', '{', ']', ',', 'x', '\\'),
      (value, at, sign) => {
        const text = JSON.stringify(value)
        const place = at % (text.length + 1)
        const spoiled = `${text.slice(0, place)}${sign}${text.slice(place + 1)}`
        expect(outcome(() => split(spoiled))).toBe(outcome(() => parseObject(spoiled)))
      },
    ),
    { numRuns: RUNS },
  )
})

function parseObject(text: string): unknown {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError()
  return value
}

function outcome(work: () => unknown): 'read' | 'refused' {
  try {
    work()
    return 'read'
  } catch (error) {
    expect(error instanceof SplitFault || error instanceof SyntaxError).toBe(true)
    return 'refused'
  }
}

test('a fault has the line and the column of its byte', () => {
  expect(placeOf(new TextEncoder().encode('{\n "a": x}'), 8)).toEqual({ line: 2, column: 7 })
})
