import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { citationsOf, resolveWords } from '../../../src/documents/citations/index.ts'
import type { Citation } from '../../../src/documents/annotation.ts'
import { sentence } from './support.ts'

const VECTORS = join(import.meta.dirname, '../../../vectors/documents/citations')

const Expected = z.strictObject({
  words: z.string(),
  symbol: z.string().optional(),
  candidates: z.array(z.string()).min(2).max(3).optional(),
  paragraph: z.string().optional(),
  doubt: z.literal('wrong_year').optional(),
  committee: z.string().optional(),
})
const Vector = z.strictObject({
  name: z.string(),
  why: z.string().optional(),
  in: z.string().nullable(),
  text: z.string(),
  citations: z.array(Expected),
})
const Words = Expected.pick({ words: true, symbol: true, candidates: true }).extend({
  in: z.string(),
})

describe.each(['resolutions.json', 'symbols.json'])('%s', (file) => {
  test.each(read(file, Vector))('$name', ({ text, citations, ...vector }) => {
    const seen = citationsOf(sentence(text, vector.in))
    expect(seen.map(shown)).toEqual(citations)
    for (const { at, words } of seen) expect(text.slice(at, at + words.length)).toBe(words)
  })
})

describe('words that carry a link', () => {
  test.each(read('words.json', Words))('$words in $in', ({ words, in: family, ...answer }) => {
    const { symbol, candidates } = resolveWords(words, { family, year: null })
    expect({ symbol: symbol ?? undefined, candidates }).toEqual({
      symbol: answer.symbol,
      candidates: answer.candidates ?? [],
    })
  })
})

function read<Shape extends z.ZodType>(file: string, shape: Shape): z.infer<Shape>[] {
  const text = readFileSync(join(VECTORS, file), 'utf8')
  return z.array(shape).min(1).parse(JSON.parse(text))
}

/** A citation as vectors show it: what is not there is left out. */
function shown({ words, symbol, candidates, paragraph, doubt, committee }: Citation) {
  const fields = { symbol, paragraph, doubt, committee }
  const told = Object.entries(fields).filter(([, value]) => value !== null)
  return { words, ...Object.fromEntries(told), ...(candidates.length > 0 ? { candidates } : {}) }
}
