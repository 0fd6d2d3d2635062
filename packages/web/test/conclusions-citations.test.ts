import type { PlacedCitation, Paragraph } from '@vigil/core/documents'
import { expect, test } from 'vitest'
import { citedDocuments, doubtful } from '../src/pages/document/citations/cited.ts'

const PARAGRAPHS: Paragraph[] = [
  { eid: 'para_3', label: '3', kind: 'paragraph', level: 0, marker: '3.', text: '' },
  { eid: 'pre_1', label: null, kind: 'preamble', level: 0, marker: '', text: '' },
]

function citation(symbol: string | null, more: Partial<PlacedCitation> = {}): PlacedCitation {
  return {
    eid: 'para_3',
    at: 0,
    words: symbol ?? 'resolution 25',
    symbol,
    paragraph: null,
    state: symbol === null ? 'unresolved' : 'resolved',
    candidates: [],
    doubt: null,
    committee: null,
    ...more,
  }
}

test('documents are listed by how often they are cited, each place once', () => {
  const cited = citedDocuments(
    [
      citation('S/2022/856', { eid: 'pre_1' }),
      citation('S/RES/1882(2009)'),
      citation('S/RES/1882(2009)'),
      citation('S/RES/1882(2009)', { paragraph: '7 (b)' }),
      citation(null),
    ],
    PARAGRAPHS,
  )
  expect(cited).toEqual([
    {
      symbols: ['S/RES/1882(2009)'],
      committee: null,
      count: 3,
      places: [
        { eid: 'para_3', label: '3', paragraph: null },
        { eid: 'para_3', label: '3', paragraph: '7 (b)' },
      ],
    },
    {
      symbols: ['S/2022/856'],
      committee: null,
      count: 1,
      places: [{ eid: 'pre_1', label: null, paragraph: null }],
    },
  ])
})

test('resolutions that name one committee are one line, beside the resolution for its own sake', () => {
  const committee = '1267/1989/2253'
  const cited = citedDocuments(
    [
      citation('S/RES/1267(1999)', { committee }),
      citation('S/RES/1989(2011)', { committee }),
      citation('S/RES/2253(2015)', { committee }),
      citation('S/RES/1267(1999)', { eid: 'pre_1' }),
    ],
    PARAGRAPHS,
  )
  expect(cited.map(({ symbols, count }) => [symbols, count])).toEqual([
    [['S/RES/1267(1999)', 'S/RES/1989(2011)', 'S/RES/2253(2015)'], 1],
    [['S/RES/1267(1999)'], 1],
  ])
})

test('what has no symbol, several, or a year that does not fit is to be looked at', () => {
  const open = doubtful([
    citation('S/2022/856'),
    citation(null),
    citation(null, { state: 'ambiguous', candidates: ['A/RES/70/1', 'A/HRC/RES/70/1'] }),
    citation('S/RES/1612(2006)', { doubt: 'wrong_year' }),
  ])
  expect(open.map(({ state, doubt }) => [state, doubt])).toEqual([
    ['unresolved', null],
    ['ambiguous', null],
    ['resolved', 'wrong_year'],
  ])
})
