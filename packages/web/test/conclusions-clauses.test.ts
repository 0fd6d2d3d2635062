import type { Clause, CorrectedClause, Paragraph } from '@vigil/core/documents'
import { describe, expect, test } from 'vitest'
import { changedFields, fieldsOf } from '../src/pages/document/clauses/clause-fields.ts'
import { foldText } from '../src/pages/document/clauses/fold.ts'
import {
  countCodes,
  fits,
  isNarrowed,
  itemBeside,
  itemsByParagraph,
  kindOf,
  toItems,
} from '../src/pages/document/clauses/items.ts'
import { nameClause } from '../src/pages/document/clauses/name-clause.ts'
import { wordsAfterFirst } from '../src/pages/document/clauses/words.ts'

const say = (key: string, values: object = {}) => `${key} ${JSON.stringify(values)}`

function paragraph(eid: string, label: string | null, more: Partial<Paragraph> = {}): Paragraph {
  return { eid, label, kind: 'paragraph', level: 0, marker: '', text: `Text of ${eid}`, ...more }
}

function clause(eid: string, more: Partial<Clause> = {}): CorrectedClause {
  return {
    eid,
    paragraph: eid.replace(/__(clause|view)_\d+$/, ''),
    envelope: null,
    at: 0,
    text: 'urging all parties to stop',
    verb: 'urging',
    lemma: 'urge',
    kind: 'directive',
    strength: 4,
    addressees: ['all_parties'],
    addresseeWords: 'all parties',
    implementers: [],
    violations: [],
    themes: [],
    continuing: false,
    urgent: false,
    citations: [],
    ...more,
    reviewed: false,
    corrected: [],
  }
}

const PARAGRAPHS = [
  paragraph('head', null, { kind: 'title' }),
  paragraph('para_2', '2'),
  paragraph('para_4', '4'),
  paragraph('para_4__point_a', '4 (a)', { kind: 'point' }),
  paragraph('para_4__point_b', '4 (b)', { kind: 'point' }),
  paragraph('para_4__text_2', null),
  paragraph('text_3', null),
]
const ANNOTATION = {
  clauses: [
    clause('para_4__point_b__clause_1', { kind: 'expressive', addressees: [], lemma: 'welcome' }),
    clause('para_4__point_a__clause_2', { at: 30, addressees: null, themes: ['sanctions'] }),
    clause('para_4__point_a__clause_1', { violations: ['RU', 'KM'] }),
    clause('text_3__clause_1'),
    clause('para_4__text_2__clause_3'),
  ],
  views: [clause('para_2__view_1')],
}
const ITEMS = toItems(ANNOTATION, PARAGRAPHS)
const eids = (items: typeof ITEMS) => items.map((item) => item.clause.eid)

describe('the clauses of a document', () => {
  test('stand in the order of the text, views among them', () => {
    expect(eids(ITEMS)).toEqual([
      'para_2__view_1',
      'para_4__point_a__clause_1',
      'para_4__point_a__clause_2',
      'para_4__point_b__clause_1',
      'para_4__text_2__clause_3',
      'text_3__clause_1',
    ])
    expect(ITEMS.map(kindOf)).toEqual([
      'view',
      'directive',
      'directive',
      'expressive',
      'directive',
      'directive',
    ])
  })

  test('are named as one cites them, and never by an empty word', () => {
    expect(ITEMS.map((item) => nameClause(item, say))).toEqual([
      'clause.name.view {"paragraph":"2","number":1}',
      'clause.name {"paragraph":"4 (a)","number":1}',
      'clause.name {"paragraph":"4 (a)","number":2}',
      'clause.name {"paragraph":"4 (b)","number":1}',
      `clause.name {"paragraph":"clause.name.textWithin {\\"label\\":\\"4\\",\\"text\\":2}","number":3}`,
      `clause.name {"paragraph":"clause.name.text {\\"text\\":3}","number":1}`,
    ])
  })

  test('are found by their paragraph', () => {
    expect(itemsByParagraph(ITEMS).get('para_4__point_a')).toHaveLength(2)
    expect(itemsByParagraph(ITEMS).get('para_9')).toBeUndefined()
  })

  test.each([
    [{}, 6],
    [{ kind: 'directive' }, 4],
    [{ kind: 'view' }, 1],
    [{ addressee: 'unknown' }, 1],
    [{ addressee: 'all_parties', kind: 'directive' }, 3],
    [{ violation: 'KM' }, 1],
    [{ theme: 'sanctions', violation: 'KM' }, 0],
  ] as const)('get through the filter %j: %i', (filter, count) => {
    expect(ITEMS.filter((item) => fits(item, filter))).toHaveLength(count)
    expect(isNarrowed(filter)).toBe(count < ITEMS.length)
  })

  test('are counted by code in the order of first use', () => {
    expect(countCodes([['b'], ['a', 'b'], []])).toEqual([
      { code: 'b', count: 2 },
      { code: 'a', count: 1 },
    ])
  })
})

describe('going from clause to clause', () => {
  const fitting = ITEMS.filter((item) => fits(item, { kind: 'directive' }))
  const beside = (eid: string | undefined, by: 1 | -1) =>
    itemBeside(fitting, { eid, by, all: ITEMS })?.clause.eid

  test('begins with the first, and ends at the ends', () => {
    expect(beside(undefined, 1)).toBe('para_4__point_a__clause_1')
    expect(beside('text_3__clause_1', 1)).toBeUndefined()
    expect(beside('para_4__point_a__clause_1', -1)).toBeUndefined()
  })

  test('passes over what does not fit, from wherever one is', () => {
    expect(beside('para_4__point_a__clause_2', 1)).toBe('para_4__text_2__clause_3')
    expect(beside('para_4__point_b__clause_1', 1)).toBe('para_4__text_2__clause_3')
    expect(beside('para_4__point_b__clause_1', -1)).toBe('para_4__point_a__clause_2')
  })

  test('from a paragraph goes to the first clause in it', () => {
    expect(beside('para_4__point_a', 1)).toBe('para_4__point_a__clause_1')
  })
})

describe('folding', () => {
  const shape = (kept: string[]) =>
    foldText(PARAGRAPHS, (eid) => kept.includes(eid)).map((part) =>
      'folded' in part ? part.folded.length : part.shown.eid,
    )

  test('keeps titles, what fits and what that belongs to; runs become one place', () => {
    expect(shape(['para_4__point_b'])).toEqual([
      'head',
      'para_2',
      'para_4',
      'para_4__point_a',
      'para_4__point_b',
      2,
    ])
    expect(shape([])).toEqual(['head', 6])
    expect(shape(PARAGRAPHS.map(({ eid }) => eid))).toHaveLength(PARAGRAPHS.length)
  })

  test('loses no paragraph', () => {
    const all = foldText(PARAGRAPHS, (eid) => eid === 'text_3').flatMap((part) =>
      'folded' in part ? part.folded : [part.shown],
    )
    expect(all).toEqual(PARAGRAPHS)
  })
})

describe('a correction', () => {
  const one = clause('a__clause_1', { violations: ['RU', 'KM'], addressees: ['government'] })

  test('holds only what a person changed, and no other order of the same codes', () => {
    expect(changedFields(one, fieldsOf(one))).toEqual({})
    expect(changedFields(one, { ...fieldsOf(one), violations: ['KM', 'RU'] })).toEqual({})
    expect(changedFields(one, { ...fieldsOf(one), urgent: true, themes: ['funding'] })).toEqual({
      urgent: true,
      themes: ['funding'],
    })
  })

  test('tells nobody from somebody who cannot be told', () => {
    expect(changedFields(one, { ...fieldsOf(one), addressees: null })).toEqual({ addressees: null })
    expect(changedFields(one, { ...fieldsOf(one), addressees: [] })).toEqual({ addressees: [] })
  })
})

test('a clause can be cut before every word but the first', () => {
  expect(wordsAfterFirst('urging  all\nparties')).toEqual({
    first: 'urging',
    words: [
      { at: 8, word: 'all' },
      { at: 12, word: 'parties' },
    ],
  })
  expect(wordsAfterFirst('')).toEqual({ first: '', words: [] })
})
