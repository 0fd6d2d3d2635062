import type { Paragraph, Repair } from '@vigil/core/documents'
import { array, assert, nat, property, record, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupByRule, quoteRepair } from '../src/pages/document/compare/repair-list.ts'
import { synopsisOf, type SynopsisRow } from '../src/pages/document/compare/synopsis.ts'
import { cutByMarks, toLines } from '../src/pages/document/view/stretches.ts'

const EXTRACTED = `   Heading of it

1. All parties shall co mply with the

https://undocs.org/S/2022/856
law.
 (a) To ensure  care;
`

function paragraph(eid: string, marker: string | null, text: string): Paragraph {
  return { eid, label: marker, kind: marker ? 'paragraph' : 'heading', level: 1, marker, text }
}

function repair(from: string, to: string, rule: Repair['rule']): Repair {
  return { at: EXTRACTED.indexOf(from), from, to, rule }
}

const RENDITION = {
  extracted: EXTRACTED,
  repairList: [
    repair('co mply', 'comply', 'join-split-word'),
    repair('\nhttps://undocs.org/S/2022/856', '', 'drop-page-links'),
    repair('  care', ' care', 'collapse-blanks'),
  ],
  paragraphList: [
    paragraph('heading_1', null, 'Heading of it'),
    paragraph('para_1', '1.', 'All parties shall comply with the law.'),
    paragraph('para_1__point_a', '(a)', 'To ensure care;'),
  ],
}

function sourceText(rows: readonly SynopsisRow[]): string {
  return rows
    .map(({ source }) => source.map((line) => line.map(({ text }) => text).join('')).join('\n'))
    .join('')
}

function marked(row: SynopsisRow | undefined): string[] {
  return row?.text.flatMap(({ text, mark }) => (mark === null ? [] : [`${mark}:${text}`])) ?? []
}

describe('original and reading side by side', () => {
  const rows = synopsisOf(RENDITION)

  test('every character of the source stands in exactly one row', () => {
    expect(sourceText(rows)).toBe(EXTRACTED)
  })

  test('a paragraph stands beside the lines it was read from', () => {
    expect(rows.map(({ paragraph: one }) => one?.eid)).toEqual([
      'heading_1',
      'para_1',
      'para_1__point_a',
    ])
    expect(sourceText(rows.slice(2))).toBe(' (a) To ensure  care;\n')
  })

  test('a joined word is marked in the paragraph, and what was taken out leaves its place', () => {
    expect(marked(rows[1])).toEqual(['0:comply', '1:'])
    expect(marked(rows[2])).toEqual(['2:care'])
  })

  test('the source shows what stood there', () => {
    const taken = rows[1]?.source.flat().filter(({ mark }) => mark !== null)
    expect(taken?.map(({ text }) => text)).toEqual(['co mply', 'https://undocs.org/S/2022/856'])
  })

  test('text before the first paragraph has a row of its own', () => {
    const [before] = synopsisOf({ ...RENDITION, extracted: `Page 1\n${EXTRACTED}`, repairList: [] })
    expect(before?.paragraph).toBeNull()
    expect(sourceText(before ? [before] : [])).toBe('Page 1\n')
  })

  test('paragraphs that cannot be found lose no source and throw nothing', () => {
    assert(
      property(
        string({ maxLength: 200 }),
        array(string(), { maxLength: 6 }),
        (extracted, texts) => {
          const paragraphList = texts.map((text, index) => paragraph(`para_${index}`, null, text))
          expect(sourceText(synopsisOf({ extracted, repairList: [], paragraphList }))).toBe(
            extracted,
          )
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('the list of repairs', () => {
  test('rules stand in the order of their use', () => {
    const { repairList } = RENDITION
    const more = [
      ...repairList,
      { at: 3, from: '\u00a0', to: ' ', rule: 'collapse-blanks' as const },
    ]
    expect(groupByRule(more).map(({ rule, repairs }) => [rule, repairs.length])[0]).toEqual([
      'collapse-blanks',
      2,
    ])
  })

  test('a repair is quoted with the words around it', () => {
    expect(quoteRepair(EXTRACTED, RENDITION.repairList, 0)).toEqual({
      index: 0,
      before: 'parties shall ',
      from: 'co mply',
      to: 'comply',
      after: ' with the',
    })
  })
})

describe('marks in a text', () => {
  test('stretches joined are the text, whatever the marks', () => {
    const mark = record({ start: nat(30), end: nat(30), mark: nat(9) })
    assert(
      property(string({ maxLength: 25 }), array(mark), (text, marks) => {
        const stretches = cutByMarks(text, marks)
        expect(stretches.map((stretch) => stretch.text).join('')).toBe(text)
      }),
    )
  })

  test('lines keep their marks', () => {
    const lines = toLines(cutByMarks('one\ntwo', [{ start: 2, end: 5, mark: 7 }]))
    expect(lines).toEqual([
      [
        { text: 'on', mark: null },
        { text: 'e', mark: 7 },
      ],
      [
        { text: 't', mark: 7 },
        { text: 'wo', mark: null },
      ],
    ])
  })
})
