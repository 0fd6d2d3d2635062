import type { Paragraph, ParagraphKind } from '@vigil/core/documents'
import { describe, expect, test } from 'vitest'
import { findHits } from '../src/pages/document/view/find.ts'
import { openingLength } from '../src/pages/document/view/opening.ts'
import { countPoints, outlineOf } from '../src/pages/document/view/outline.ts'

function paragraph(eid: string, kind: ParagraphKind, text: string): Paragraph {
  const label = kind === 'paragraph' || kind === 'point' ? eid : null
  return { eid, label, kind, level: 1, marker: null, text }
}

function openingOf(text: string, language: 'en' | 'fr' | 'ar' = 'en'): string {
  return text.slice(0, openingLength(paragraph('pre_1', 'preamble', text), language))
}

const NO_WORDS = new Map<string, readonly string[]>()

describe('finding in a document', () => {
  const paragraphs = [
    paragraph('para_1', 'paragraph', 'Mouvement national de libération de l’Azawad'),
    paragraph('para_2', 'paragraph', 'A child; children said that aid came to the  children.'),
  ]

  test('case, accents and kinds of apostrophe do not matter', () => {
    const hits = findHits(paragraphs, { phrase: "LIBERATION de l'azawad", words: NO_WORDS })
    expect(hits.map(({ eid, start, end }) => [eid, start, end])).toEqual([['para_1', 22, 44]])
  })

  test('hits are numbered in the order of the text', () => {
    const hits = findHits(paragraphs, { phrase: 'child', words: NO_WORDS })
    expect(hits.map(({ mark }) => mark)).toEqual([0, 1, 2])
  })

  test('what a search found is marked as whole words, in its paragraph only', () => {
    const words = new Map([['para_2', ['aid']]])
    const hits = findHits(paragraphs, { phrase: 'no such phrase', words })
    const found = hits.map(({ start, end }) => paragraphs[1]?.text.slice(start, end))
    expect(found).toEqual(['aid'])
  })

  test('signs of regular expressions are only signs', () => {
    const text = [paragraph('para_1', 'paragraph', 'resolution 2690 (2023).')]
    expect(findHits(text, { phrase: '(2023).', words: NO_WORDS })).toHaveLength(1)
    expect(findHits(text, { phrase: '.*', words: NO_WORDS })).toHaveLength(0)
  })

  test('nothing asked is nothing found', () => {
    expect(findHits(paragraphs, { phrase: ' “” ', words: NO_WORDS })).toEqual([])
  })
})

describe('contents of a document', () => {
  const paragraphs = [
    paragraph('para_1', 'paragraph', 'First'),
    paragraph('heading_1', 'heading', 'Public statement'),
    paragraph('para_2', 'paragraph', 'Second'),
    paragraph('para_2__point_a', 'point', 'A point'),
    paragraph('annex_1', 'annex', 'Annex'),
  ]

  test('numbers stand below their heading, and before the first heading without one', () => {
    expect(
      outlineOf(paragraphs).map(({ heading, numbered }) => [
        heading?.eid ?? null,
        numbered.map(({ eid }) => eid),
      ]),
    ).toEqual([
      [null, ['para_1']],
      ['heading_1', ['para_2']],
      ['annex_1', []],
    ])
  })

  test('only labelled points are counted', () => {
    expect(countPoints(paragraphs)).toBe(1)
  })
})

describe('the opening word of a preambular paragraph', () => {
  test('a participle stands in italics, with its adverb', () => {
    expect(openingOf('Reaffirming its resolutions 1261 (1999),')).toBe('Reaffirming')
    expect(openingOf('Deeply deploring that children')).toBe('Deeply deploring')
    expect(openingOf('Réaffirmant ses résolutions', 'fr')).toBe('Réaffirmant')
  })

  test('what only looks like one does not', () => {
    expect(openingOf('During a meeting held')).toBe('')
    expect(openingOf('The Security Council,')).toBe('')
    expect(openingOf('Pendant la période', 'fr')).toBe('')
    expect(openingOf('إذ يؤكد من جديد', 'ar')).toBe('')
  })

  test('numbered paragraphs never open in italics', () => {
    expect(openingLength(paragraph('para_1', 'paragraph', 'Stressing that'), 'en')).toBe(0)
  })
})
