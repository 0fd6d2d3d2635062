import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomBundle } from './random.ts'
import { countBundle } from './support.ts'

const RUNS = process.env['VIGIL_TORTURE'] === '1' ? 20_000 : 400

/** Replaces what stands at one of the places of a value, chosen by a number, by something else. */
function spoil(value: unknown, place: number, by: unknown): unknown {
  let left = place
  const visit = (one: unknown): unknown => {
    left -= 1
    if (left === 0) return by
    if (Array.isArray(one)) return one.map(visit)
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([key, part]) => [key, visit(part)]))
  }
  return visit(value)
}

test('whatever a bundle holds, it is counted or refused, and never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(() => countBundle(value)).not.toThrow()
    }),
    { numRuns: RUNS },
  )
})

test('a bundle with anything in any one place is counted, or refused on one line', () => {
  const answers = new Set<string>()
  fc.assert(
    fc.property(
      randomBundle,
      fc.integer({ min: 1, max: 400 }),
      fc.oneof(
        fc.jsonValue({ maxDepth: 2 }),
        fc.constantFrom('__proto__', '2031-02-30', '\u0000\n', -1, 1e30),
      ),
      (bundle, place, by) => {
        const answer = countBundle(spoil(bundle, place, by))
        answers.add(Object.keys(answer).join())
        if (!('figures' in answer)) expect(JSON.stringify(answer)).not.toMatch(/\\n|\\u0000/)
      },
    ),
    { numRuns: RUNS, seed: 6 },
  )
  expect([...answers].toSorted()).toEqual(['fault', 'figures', 'refused'])
})
