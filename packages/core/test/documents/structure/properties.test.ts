import {
  array,
  assert,
  constantFrom,
  integer,
  nat,
  oneof,
  property,
  record,
  string,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Paragraph } from '../../../src/documents/model.ts'
import type { Block } from '../../../src/documents/normalise/index.ts'
import { normalise } from '../../../src/documents/normalise/index.ts'
import { readStructure } from '../../../src/documents/structure/index.ts'
import { hasTexts, sampleTexts } from '../normalise/support.ts'
import { blocksOf, RUN_MS, RUNS, wordsOf, wordsOfBlocks } from './support.ts'

const NO_WORDS = { lexicon: () => ({ has: () => false }) }

/** Beginnings and lines that mean something to the reader, and signs that do not. */
const PIECES = [
  ['1.', '2.', '(a)', '(b)', '(i)', '(ii)', 'a)', 'i)', 'a.', '(1)', '“3.', '–', '•', '##', '*'],
  ['Annex', 'Annex II', 'Annexe', 'I.', 'IV', 'A.', '(Signed)', '[Original: English]', '---'],
  ['The Security Council,', 'Le Conseil de sécurité,', 'Recalling its resolutions,', 'Measures'],
  ['S/RES/1 (2031)', '30 January 2031', 'Resolution 1 (2031)', 'urges the parties;', 'Chair'],
  ['1 -', '(أ)', '’1‘', '㈠', '安全理事会，', 'x | y', '\u200f', '🙂', '’', '(', '.', ''],
].flat()

const line = array(oneof(constantFrom(...PIECES), string({ maxLength: 12 })), { maxLength: 4 }).map(
  (pieces) => pieces.join(' ').replace(/\s+/gu, ' ').trim(),
)

function expectWhole(blocks: readonly Block[]): void {
  const paragraphs = readStructure(blocks)
  expect(wordsOf(paragraphs)).toBe(wordsOfBlocks(blocks))
  for (const paragraph of paragraphs) expect(Paragraph.safeParse(paragraph).error).toBeUndefined()
  const eids = paragraphs.map(({ eid }) => eid)
  expect(new Set(eids).size).toBe(eids.length)
}

test(
  'whatever the lines are, every word is kept in order and every address is unique',
  () => {
    assert(
      property(array(line, { maxLength: 30 }), (lines) =>
        expectWhole(blocksOf(lines.filter((text) => text !== ''))),
      ),
      { numRuns: RUNS },
    )
  },
  RUN_MS,
)

test('thirty thousand lines are read in time that grows with their number', () => {
  const lines = ['(i) x;', '(v) y', 'Heading', '“', 'I.', '“'.repeat(50), 'a'.repeat(200)]
  const many = Array.from({ length: 30_000 }, (_, index) => lines[index % lines.length] ?? '')
  const start = performance.now()
  expectWholeWords(blocksOf(many))
  expect(performance.now() - start).toBeLessThan(10_000)
})

function expectWholeWords(blocks: readonly Block[]): void {
  expect(wordsOf(readStructure(blocks))).toBe(wordsOfBlocks(blocks))
}

test('a single block of a million signs is kept whole', () => {
  for (const sign of ['"', '(', '1.', ' a', '*', '日', 'x,']) {
    const text = sign.repeat(1_000_000 / sign.length).trim()
    expectWhole(blocksOf([text, 'The Council,', text]))
  }
})

describe.skipIf(!hasTexts)('the texts at hand', () => {
  const texts = hasTexts ? sampleTexts() : []

  test('lose no word and have unique addresses', () => {
    for (const { text } of texts) expectWhole(normalise(text, NO_WORDS, 'en').blocks)
  })

  test(
    'lose no word when their lines are dropped, doubled, shuffled, cut or mixed with junk',
    () => {
      const sources = texts.map(({ text }) => normalise(text, NO_WORDS, 'en').blocks)
      const change = record({
        source: nat({ max: sources.length - 1 }),
        from: nat({ max: 200 }),
        size: integer({ min: 3, max: 60 }),
        edits: array(record({ at: nat(), kind: nat({ max: 4 }), junk: line }), {
          minLength: 1,
          maxLength: 12,
        }),
      })
      assert(
        property(change, ({ source, from, size, edits }) => {
          const lines = (sources[source] ?? []).slice(from, from + size).map(({ text }) => text)
          for (const edit of edits) mutate(lines, edit)
          expectWhole(blocksOf(lines.filter((text) => text !== '')))
        }),
        { numRuns: RUNS },
      )
    },
    RUN_MS,
  )
})

/** One fault of a bad extraction: a line lost, doubled, moved, cut or come in from elsewhere. */
function mutate(
  lines: string[],
  { at, kind, junk }: { at: number; kind: number; junk: string },
): void {
  const place = at % Math.max(lines.length, 1)
  const text = lines[place] ?? ''
  if (kind === 0) lines.splice(place, 1)
  else if (kind === 1) lines.splice(place, 0, text)
  else if (kind === 2) lines.unshift(...lines.splice(place, 1))
  else if (kind === 3) lines[place] = text.slice(0, at % (text.length + 1)).trim()
  else lines.splice(place, 0, junk)
}
