import { array, assert, nat, property, record, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readingTools } from '../../../server/src/documents/lexicon.ts'
import { toDocumentFile, DocumentFile, documentFileSchema } from '../../src/documents/format.ts'
import { Reading } from '../../src/documents/model.ts'
import { normalise } from '../../src/documents/normalise/index.ts'
import { readDocument } from '../../src/documents/read.ts'
import { hasTexts, readText, sampleTexts, withoutLabels } from './normalise/support.ts'
import { RUN_MS, RUNS, tell, wordsOf, wordsOfBlocks } from './structure/support.ts'

const NO_WORDS = { lexicon: () => ({ has: () => false }) }

test('an empty text gives an empty reading of kind other', () => {
  const { document, paragraphs, repairs } = readDocument('', NO_WORDS)
  expect({ ...document, paragraphs, repairs }).toEqual({
    symbol: null,
    kind: 'other',
    title: null,
    language: null,
    dates: { meeting: null, adopted: null, signed: null, circulated: null },
    paragraphs: [],
    repairs: [],
  })
})

test('what is given wins over what the text says', () => {
  const given = { language: 'fr', kind: 'report', symbol: 'S/2031/1' } as const
  const { document } = readDocument('Letter dated 2 March 2031 from the Chair', NO_WORDS, given)
  expect(document).toMatchObject(given)
})

test('a document of a kind never seen is other and keeps its paragraphs', () => {
  const menu = 'Monday\n\nSoup of the day, with bread.\n\nTuesday\n\nFish, with rice.\n'
  const { document, paragraphs } = readDocument(menu, NO_WORDS)
  expect(document.kind).toBe('other')
  expect(paragraphs.map(({ kind, text }) => [kind, text])).toEqual([
    ['title', 'Monday'],
    ['paragraph', 'Soup of the day, with bread.'],
    ['heading', 'Tuesday'],
    ['paragraph', 'Fish, with rice.'],
  ])
})

test('a reading in the published format has the published shape', () => {
  const reading = readDocument('1. The parties shall report.', NO_WORDS)
  const file = toDocumentFile({ sha256: 'a'.repeat(64), characters: 28 }, reading)
  expect(DocumentFile.parse(file)).toEqual(file)
  expect(documentFileSchema()).toMatchObject({ title: 'vigil-document/1', type: 'object' })
})

describe.skipIf(!hasTexts)('the conclusions on Mali', () => {
  const reading = hasTexts ? readDocument(readText('S-AC.51-2023-3.txt'), readingTools) : null
  const paragraphs = reading?.paragraphs ?? []

  test('are, line by line, what a careful hand repaired', () => {
    const expected = readText('S-AC.51-2023-3.normalised.txt').split('# ----\n')[1] ?? ''
    const lines = withoutLabels(expected).trimEnd().split('\n')
    expect(paragraphs.map(({ text }) => text)).toEqual(lines)
  })

  test('come out with the same words where their numbers are lost and every line has a label', () => {
    const unnumbered = readDocument(readText('S-AC.51-2023-3.normalised.txt'), readingTools)
    expect(unnumbered.document).toEqual(reading?.document)
    expect(unnumbered.paragraphs.map(({ text }) => text)).toEqual(
      paragraphs.map(({ text }) => text),
    )
  })

  test('have eleven paragraphs and 46 labelled points', () => {
    const labelled = paragraphs.filter(({ label }) => label !== null)
    expect(labelled.filter(({ kind }) => kind === 'point')).toHaveLength(46)
    expect(labelled.filter(({ kind }) => kind === 'paragraph').map(({ label }) => label)).toEqual(
      Array.from({ length: 11 }, (_, index) => String(index + 1)),
    )
  })

  test('have an address for every clause that people told apart', () => {
    const rows = readText('mali_2023_directed_actions.csv').split('\n')
    const clauses = rows.flatMap((row) => /^(para_\w+)__clause_\d+,/.exec(row)?.[1] ?? [])
    const eids = new Set(paragraphs.map(({ eid }) => eid))
    expect(clauses).toHaveLength(111)
    expect(clauses.filter((eid) => !eids.has(eid))).toEqual([])
  })

  test('tell kind, title, language and the day of the meeting, and no symbol of their own', () => {
    expect(reading?.document).toMatchObject({
      kind: 'conclusions',
      symbol: null,
      language: 'en',
      title: 'Conclusions on children and armed conflict in Mali',
      dates: { meeting: '2023-03-31', adopted: null, signed: null, circulated: null },
    })
    expect(paragraphs[0]).toMatchObject({
      eid: 'head',
      text: 'Working Group on Children and Armed Conflict Conclusions on children and armed conflict in Mali',
    })
  })

  test('carry the comments of the State in an annex of its own', () => {
    const annex = paragraphs.filter(({ eid }) => eid.startsWith('annex_1'))
    expect(annex.map(({ kind }) => kind)).toEqual([
      'annex',
      ...Array.from({ length: 8 }, () => 'item'),
      'signature',
    ])
  })
})

describe.skipIf(!hasTexts)('the texts at hand', () => {
  const readings = hasTexts
    ? sampleTexts().map(({ name, text }) => ({ name, ...readDocument(text, readingTools) }))
    : []

  test.each([
    ['resolutions', 'resolution'],
    ['statements', 'statement'],
    ['letters', 'letter'],
  ])('in %s are each of kind %s, in English', (folder, kind) => {
    const read = readings.filter(({ name }) => name.startsWith(folder))
    const kinds = read.map(({ name, document }) => [name, document.kind, document.language])
    expect(read.length).toBeGreaterThan(4)
    expect(kinds).toEqual(read.map(({ name }) => [name, kind, 'en']))
  })

  test('tell the symbol of a numbered resolution and no cited one', () => {
    const told = readings.filter(({ document }) => document.symbol !== null)
    for (const { name, document } of told) {
      const inName = name.replace(/^.*\/|\.txt$/g, '').toUpperCase()
      expect(
        document.symbol
          ?.toUpperCase()
          .replace(/[/() ]+/g, '_')
          .replace(/_$/, ''),
      ).toBe(inName)
    }
    tell(`${told.length} of ${readings.length} texts carry their own symbol`)
    expect(told.length).toBeGreaterThan(25)
  })

  test('read with the labels of their note as they read without them', () => {
    for (const { name, document, paragraphs } of readings) {
      const labelled = readDocument(readText(name), readingTools)
      expect([name, labelled.document]).toEqual([name, document])
      expect(labelled.paragraphs).toEqual(paragraphs)
    }
  })

  test('tell the day a letter was signed, except where it has no year', () => {
    const letters = readings.filter(({ name }) => name.startsWith('letters'))
    const undated = letters.filter(({ document }) => document.dates.signed === null)
    expect(undated.map(({ document }) => document.title)).toEqual([
      expect.stringMatching(/^Letter dated 10 July from the Secretary-General/),
    ])
  })
})

describe.skipIf(!hasTexts)('texts at hand with faults', () => {
  const texts = hasTexts ? sampleTexts().map(({ text }) => text) : []
  const fault = record({
    source: nat({ max: Math.max(texts.length - 1, 0) }),
    from: nat({ max: 20_000 }),
    size: nat({ max: 4_000 }),
    junk: array(string({ maxLength: 20 }), { maxLength: 4 }),
  })

  test(
    'are read whole, in the published shape, and the same each time',
    () => {
      assert(
        property(fault, ({ source, from, size, junk }) => {
          const part = (texts[source] ?? '').slice(from, from + size)
          const text = [part.slice(0, size / 2), ...junk, part.slice(size / 2)].join('\n')
          const reading = readDocument(text, NO_WORDS)
          expect(Reading.parse(reading)).toEqual(reading)
          expect(readDocument(text, NO_WORDS)).toEqual(reading)
          const { blocks } = normalise(text, NO_WORDS, reading.document.language ?? 'en')
          expect(wordsOf(reading.paragraphs)).toBe(wordsOfBlocks(blocks))
        }),
        { numRuns: RUNS },
      )
    },
    RUN_MS * 5,
  )
})
