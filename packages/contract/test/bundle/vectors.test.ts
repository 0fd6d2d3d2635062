import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { at, countBundle, figuresOf, type JsonObject, readJson, VECTORS } from './support.ts'
import { bundleOf, ShortBundle } from './short-bundle.ts'

const Case = ShortBundle.extend({
  name: z.string(),
  expected: z.record(z.string(), z.unknown()).optional(),
  refused: z.array(z.string()).optional(),
  fault: z.array(z.string()).optional(),
}).refine(({ expected, refused, fault }) => [expected, refused, fault].filter(Boolean).length === 1)
const File = z.strictObject({ rule: z.string(), inWords: z.string(), cases: z.array(Case).min(1) })

const FILES = readdirSync(VECTORS).filter((name) => name.endsWith('.json'))

test('there are vectors of many rules', () => {
  expect(FILES.length).toBeGreaterThan(5)
})

describe.each(FILES)('%s', (name) => {
  const { cases } = File.parse(readJson(join(VECTORS, name)))

  test.each(cases)('$name', ({ expected, refused, fault, ...short }) => {
    const bundle = bundleOf(short)
    if (refused) return expect(countBundle(bundle)).toEqual({ refused })
    if (fault) return expect(countBundle(bundle)).toEqual({ fault })
    expectFigures(figuresOf(bundle), expected ?? {})
  })
})

/** What is said to be absent has no key at all. */
function expectFigures(figures: JsonObject, expected: JsonObject): void {
  for (const [path, value] of Object.entries(expected)) {
    expect([path, at(figures, path)]).toEqual([path, value === 'absent' ? undefined : value])
  }
}
