import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readingTools } from '../../../../server/src/documents/lexicon.ts'
import type { DocumentLanguage } from '../../../src/documents/model.ts'
import { normalise } from '../../../src/documents/normalise/index.ts'
import { hasTexts, readText, rebuild } from './support.ts'

const RUNS = { numRuns: 150, seed: 1612 }

/** Pieces of which faulty texts are made. */
const PIECES =
  `the co mply children ch ildren’s armed Ali as Mali ul -Islam well 1. 2. 3. (a) (i) – * A. “ ” “The
matter.” gender- and long - 2/6 23-25555 *2325555* https://undocs.org/S/2022/856 12 # Annex* ﬁnal soft\u00ad hyphen
\u00ad \u200b \u0000 e\u0301 中文 текст نص . ; ,`
    .split(/\s/)
    .concat('S/RES/1445 (2002)', '# ----', 'mot\u00a0:')
    .concat(
      ' ',
      '  ',
      '\t',
      '\n',
      '\n\n',
      '\n\n\n',
      '\n ',
      '\n      ',
      '\r\n',
      '\f',
      '\u2028',
      '\u00a0',
    )

const faultyText = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', ' ', ' ', '\n', '')), {
    maxLength: 60,
  })
  .map((pieces) => pieces.flat().join(''))
const anyText = fc.oneof(faultyText, fc.string({ unit: 'binary', maxLength: 200 }))
const anyLanguage = fc.constantFrom<DocumentLanguage[]>('en', 'fr', 'es', 'ar', 'ru', 'zh')

/** A stretch of the conclusions on Mali with a few characters taken out, put in or doubled. */
function mutated(text: string): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat(text.length),
    drop: fc.nat(40),
    put: fc.constantFrom(...PIECES),
  })
  return fc
    .tuple(fc.nat(text.length), fc.array(edit, { minLength: 1, maxLength: 30 }))
    .map(([from, edits]) =>
      edits
        .reduce(
          (source, { at, drop, put }) => source.slice(0, at) + put + source.slice(at + drop),
          text,
        )
        .slice(from, from + 6000),
    )
}

describe('whatever the text', () => {
  test('the blocks are rebuilt from the source by the listed repairs alone', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        const read = normalise(text, readingTools, language)
        expect(rebuild(text, read)).toEqual(['', ...read.blocks.map((block) => block.text)])
      }),
      RUNS,
    )
  })

  test('every repair quotes what stands in the source, and no two overlap', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        let end = 0
        for (const { at, from, to } of normalise(text, readingTools, language).repairs) {
          expect(text.slice(at, at + from.length)).toBe(from)
          expect(at).toBeGreaterThanOrEqual(end)
          expect(to).not.toBe(from)
          end = at + from.length
        }
      }),
      RUNS,
    )
  })

  test('the same text gives the same reading', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        const once = normalise(text, readingTools, language)
        expect(normalise(text, readingTools, language)).toEqual(once)
      }),
      RUNS,
    )
  })

  test('blocks stand on one line, in the order of the source, and are never empty', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        let last = -1
        for (const block of normalise(text, readingTools, language).blocks) {
          expect(block.text).toMatch(/^\S(?:.*\S)?$/su)
          expect(block.text).not.toMatch(/[\n\r\f]/)
          expect(block.at).toBeGreaterThan(last)
          last = block.at
        }
      }),
      RUNS,
    )
  })
})

describe.skipIf(!hasTexts)('mutations of the conclusions on Mali', () => {
  const text = hasTexts ? readText('S-AC.51-2023-3.txt') : ''

  test('are rebuilt from their source by the listed repairs alone', () => {
    fc.assert(
      fc.property(mutated(text), (source) => {
        const read = normalise(source, readingTools, 'en')
        expect(rebuild(source, read)).toEqual(['', ...read.blocks.map((block) => block.text)])
      }),
      RUNS,
    )
  })

  test('are read a second time without a change of their words', () => {
    fc.assert(
      fc.property(mutated(text), (source) => {
        const once = normalise(source, readingTools, 'en').blocks.map((block) => block.text)
        const twice = normalise(once.join('\n\n\n'), readingTools, 'en')
        expect(twice.repairs.filter(({ rule }) => rule === 'join-split-word')).toEqual([])
      }),
      RUNS,
    )
  })
})
