import { constantFrom, integer, property, assert, array } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  checkLetter,
  renderText,
  type Draft,
  type LetterCheck,
  type Run,
} from '../../src/letters/index.ts'
import { frameBlock } from '../../src/letters/blocks.ts'
import { blocksOf, draftOf, NO_FACTS, readVectors, request } from './support.ts'

const Row = z.strictObject({
  state: z.enum(['same', 'changed', 'missing', 'added', 'moved']),
  moved: z.boolean().optional(),
  removed: z.array(z.string()).optional(),
  added: z.array(z.string()).optional(),
  filled: z.array(z.string()).optional(),
})
const Case = z.strictObject({
  name: z.string(),
  draft: z.array(z.string()),
  returned: z.array(z.string()),
  rows: z.array(Row),
  unfilled: z.array(z.string()).optional(),
})

/** A draft of plain paragraphs; `[chair.signedOn]` in a text is a blank. */
function draftFrom(texts: readonly string[]): Draft {
  const blocks = texts.map((text, index) => frameBlock(`b${index}`, 'body', runsOf(text)))
  const parts = [{ kind: 'letter' as const, blocks }]
  return { ...draftOf(request('para_10')), parts }
}

function runsOf(text: string): Run[] {
  return text
    .split(/(\[[a-zA-Z.]+\])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const blank = /^\[(.*)\]$/.exec(piece)?.[1] ?? null
      return { text: piece, strong: false, blank, symbol: null }
    })
}

function wordsOf(row: LetterCheck['rows'][number] | undefined, change: string): string[] {
  return (row?.words ?? []).filter((word) => word.change === change).map(({ text }) => text)
}

/** The paragraphs of a draft as a word processor hands them back. */
function returned(draft: Draft): string[] {
  return renderText(draft).trimEnd().split('\n\n')
}

describe('a letter that came back', () => {
  test.each(z.array(Case).parse(readVectors('check')))('$name', (given) => {
    const check = checkLetter(given.returned, draftFrom(given.draft))
    expect(check.rows.map(({ state }) => state)).toEqual(given.rows.map(({ state }) => state))
    for (const [index, { removed, added, filled, moved }] of given.rows.entries()) {
      const row = check.rows[index]
      expect(wordsOf(row, 'removed')).toEqual(removed ?? [])
      expect(wordsOf(row, 'added')).toEqual(added ?? [])
      expect(wordsOf(row, 'filled')).toEqual(filled ?? [])
      expect(row?.moved).toBe(moved ?? row?.state === 'moved')
    }
    expect(check.same).toBe(given.rows.every(({ state }) => state === 'same'))
    expect(check.unfilled).toEqual(given.unfilled ?? [])
  })
})

describe.each(['para_4', 'para_6', 'para_7', 'para_8', 'para_9', 'para_10'])('%s', (envelope) => {
  test('an unedited draft comes back the same', () => {
    const draft = draftOf(request(envelope))
    const check = checkLetter(returned(draft), draft)
    expect(check.rows.filter(({ state }) => state !== 'same')).toEqual([])
    expect(check.rows).toHaveLength(blocksOf(draft).length)
  })

  test('a draft with blanks comes back filled by what was drafted with the facts', () => {
    const open = draftOf(request(envelope, { facts: NO_FACTS }))
    const whole = draftOf(request(envelope))
    const check = checkLetter(returned(whole), open)
    expect(check.rows.filter(({ state }) => state !== 'same')).toEqual([])
    expect(new Set(check.filled.map(({ fact }) => fact))).toEqual(new Set(open.missing))
    expect(check.unfilled).toEqual([])
    expect(checkLetter(returned(open), open).unfilled).toEqual(open.missing)
  })
})

describe('whatever is done to one paragraph', () => {
  const draft = draftOf(request('para_7'))
  const paragraphs = returned(draft)
  const places = integer({ min: 0, max: paragraphs.length - 1 })
  const dropWord = (text: string, at: number) => {
    const words = text.split(' ')
    return words.toSpliced(at % words.length, 1).join(' ')
  }

  test('a word that is taken out is found', () => {
    assert(
      property(places, integer({ min: 0, max: 300 }), (place, at) => {
        const text = paragraphs[place] ?? ''
        const word = text.split(/ /)[at % text.split(' ').length] ?? ''
        const edited = paragraphs.with(place, dropWord(text, at))
        const check = checkLetter(edited, draft)
        // A list marker is counted by the word processor; taking it out is no difference.
        const isMarker = /^\([a-z]\)$/.test(word)
        return check.same === isMarker
      }),
      { numRuns: 200 },
    )
  })

  test('a paragraph that is taken out is missing, and nothing else', () => {
    assert(
      property(places, (place) => {
        const lines = (paragraphs[place] ?? '').split('\n').length
        const check = checkLetter(paragraphs.toSpliced(place, 1), draft)
        expect(check.counts.missing).toBe(lines)
        expect(check.counts.changed + check.counts.added + check.counts.moved).toBe(0)
      }),
    )
  })

  test('every paragraph of both sides is in exactly one row, whatever comes back', () => {
    const junk = constantFrom(...paragraphs, 'Dear Sir,', '(a)', '—', '', 'Chair\nChair', '\u00a0')
    assert(
      property(array(junk, { maxLength: 30 }), (edited) => {
        const { rows } = checkLetter(edited, draft)
        const blocks = rows.flatMap(({ block }) => block ?? [])
        expect(blocks).toEqual(blocksOf(draft).map(({ id }) => id))
        const told = new Set(rows.flatMap(({ at }) => at ?? []))
        const wordy = edited.flatMap((text, at) => (/[\p{L}]{3}/u.test(text) ? [at] : []))
        expect(wordy.filter((at) => !told.has(at))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
