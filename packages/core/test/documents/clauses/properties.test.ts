import { array, assert, constantFrom, nat, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { annotate } from '../../../src/documents/annotate.ts'
import { Annotation, type Clause } from '../../../src/documents/annotation.ts'
import {
  findClauseStarts,
  readClausesAt,
  readOperativePart,
} from '../../../src/documents/clauses/index.ts'
import type {
  DocumentKind,
  DocumentLanguage,
  Paragraph,
  Reading,
} from '../../../src/documents/model.ts'
import { readDocument } from '../../../src/documents/read.ts'
import { hasTexts, sampleTexts } from '../normalise/support.ts'
import { RUN_MS, RUNS } from '../structure/support.ts'

const NO_WORDS = { lexicon: () => ({ has: () => false }) }
const KINDS = ['conclusions', 'resolution', 'statement', 'letter', 'other'] as const
const LANGUAGES = ['en', 'fr'] as const

/** Words that clauses are made of, in an order that makes no sense. */
const WORDS = [
  'Urging',
  'urges',
  'the Security Council',
  'all parties',
  'noting with',
  'grave concern',
  'expressing',
  ', and ',
  '; ',
  ', ',
  '. ',
  ' and ',
  ' to ',
  ' that ',
  ' by ',
  ':',
  '(',
  '”',
  'in that regard',
  'priant',
  'le Gouvernement',
  'demande',
  ' que ',
  'Ils ont',
  'à',
  '\u0000',
  'Aldonia',
  'AAA',
  'the',
  ' ',
  'calls upon',
  'they',
  '\ud83d\ude00',
  '\u0301',
  '\ud800',
]

const pieces = array(constantFrom(...WORDS), { maxLength: 60 }).map((parts) => parts.join(' '))

describe('whatever a paragraph says', () => {
  test(
    'its clauses lie in order, apart, and are words of it',
    () => {
      assert(
        property(
          pieces,
          constantFrom(...KINDS),
          constantFrom(...LANGUAGES),
          (text, kind, language) => {
            const reading = readingOf([text], { kind, language })
            const annotation = annotate(reading)
            expect(Annotation.parse(annotation)).toEqual(annotation)
            expectInOrder(reading, [...annotation.clauses, ...annotation.views])
          },
        ),
        { numRuns: RUNS },
      )
    },
    RUN_MS,
  )

  test(
    'it can be cut anywhere, and cutting where the reader cuts gives the same clauses',
    () => {
      assert(
        property(pieces, array(nat(400)), (text, starts) => {
          const reading = readingOf([text], { kind: 'conclusions', language: 'en' })
          const { contexts, clauses } = readOperativePart(reading)
          for (const paragraph of reading.paragraphs) {
            const context = contexts.get(paragraph.eid)
            if (context === undefined) continue
            expectInOrder(reading, readClausesAt(paragraph, starts, context))
            const again = readClausesAt(paragraph, findClauseStarts(paragraph, context), context)
            expect(again).toEqual(clauses.filter((one) => one.paragraph === paragraph.eid))
          }
        }),
        { numRuns: RUNS },
      )
    },
    RUN_MS,
  )

  test(
    'a text in any characters is read',
    () => {
      assert(
        property(
          string({ unit: 'binary', maxLength: 300 }),
          constantFrom(...KINDS),
          (text, kind) => {
            expectInOrder(readingOf([text], { kind, language: 'fr' }))
          },
        ),
        { numRuns: RUNS },
      )
    },
    RUN_MS,
  )
})

describe('a hostile point of 300 000 characters', () => {
  const SIZE = 300_000
  test.each([
    ['without a verb', 'children '],
    ['of semicolons', '; '],
    ['of asks', 'urging; '],
    ['of commas and asks', 'urging x, '],
    ['of names', 'urging Alpha Beta '],
    ['of brackets', '(a '],
    ['of blanks', ' '],
    ['of sentences', 'The Security Council urges all. '],
    ['of agents', 'encouraging efforts by '],
    ['of adjectives', 'deep '],
  ])(
    '%s is read in linear time',
    (_, piece) => {
      const text = `urging ${piece.repeat(SIZE / piece.length)}`
      const started = performance.now()
      for (const kind of KINDS) expectInOrder(readingOf([text], { kind, language: 'en' }))
      expect(performance.now() - started).toBeLessThan(60_000)
    },
    90_000,
  )
})

describe.skipIf(!hasTexts)('the texts at hand', () => {
  const texts = hasTexts ? sampleTexts() : []

  test.each(texts)(
    '$name bears clauses only where its form does',
    ({ text }) => {
      const reading = readDocument(text, NO_WORDS)
      const { clauses, views, envelopes } = annotate(reading)
      expectInOrder(reading, [...clauses, ...views])
      const { kind } = reading.document
      if (kind === 'report' || kind === 'comment') expect(clauses).toEqual([])
      if (kind !== 'conclusions') expect(views).toEqual([])
      if (kind === 'resolution') {
        expect(envelopes).toEqual([])
        expect(clauses.length).toBeGreaterThan(0)
        expect(clauses.filter(({ paragraph }) => !paragraph.startsWith('para_'))).toEqual([])
      }
    },
    60_000,
  )

  test(
    'cut off or with words swapped are still read in order',
    () => {
      assert(
        property(constantFrom(...texts), nat(), nat(), ({ text }, from, swap) => {
          const start = from % Math.max(1, text.length)
          const part = text.slice(start, start + 4_000)
          const words = part.split(' ')
          const mutated = words.with(swap % words.length, 'urging;').join(' ')
          const reading = readDocument(mutated, NO_WORDS)
          expectInOrder(reading)
        }),
        { numRuns: Math.min(RUNS, 100) },
      )
    },
    RUN_MS,
  )
})

function readingOf(
  texts: readonly string[],
  { kind, language }: { kind: DocumentKind; language: DocumentLanguage },
): Reading {
  const dates = { meeting: null, adopted: null, signed: null, circulated: null }
  const announcement =
    'The Working Group agreed to address a message, through a public statement by its Chair, to all parties to the conflict:'
  const paragraphs: Paragraph[] = [
    { eid: 'para_1', label: '1', kind: 'paragraph', level: 1, marker: '1.', text: announcement },
    ...texts.map((text, index) => ({
      eid: `para_1__point_${String.fromCharCode(97 + index)}`,
      label: null,
      kind: 'point' as const,
      level: 2,
      marker: null,
      text,
    })),
    ...texts.map((text, index) => ({
      eid: `para_${index + 2}`,
      label: String(index + 2),
      kind: 'paragraph' as const,
      level: 1,
      marker: null,
      text,
    })),
  ]
  return { document: { symbol: null, kind, title: null, language, dates }, repairs: [], paragraphs }
}

function expectInOrder(reading: Reading, given?: readonly Clause[]): void {
  const clauses = given ?? readOperativePart(reading).clauses
  const texts = new Map(reading.paragraphs.map(({ eid, text }) => [eid, text]))
  const ends = new Map<string, number>()
  for (const { paragraph, at, text } of clauses) {
    if (texts.get(paragraph)?.slice(at, at + text.length) !== text) expect.fail(`lost: ${text}`)
    if (text === '' || at < (ends.get(paragraph) ?? 0)) expect.fail(`out of order: ${text}`)
    ends.set(paragraph, at + text.length)
  }
  expect(new Set(clauses.map(({ eid }) => eid)).size).toBe(clauses.length)
}
