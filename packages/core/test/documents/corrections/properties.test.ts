import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proposeUndo } from '../../../src/documents/index.ts'
import { fold, moves, paragraphsOf, play, read } from './support.ts'

const RUNS = { numRuns: 60, seed: 1612 }
const LAST = '00000000-0000-4000-8000-999999999999'

/** The letters and digits of a text: what a cut may never lose. */
function wordsOf(texts: readonly string[]): string {
  return texts.join(' ').replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

test('without corrections, clauses are those of the reader', () => {
  const { clauses, differences, unplaced } = fold(read())
  expect(clauses).toEqual(
    read().clauses.map((clause) => ({ ...clause, reviewed: false, corrected: [] })),
  )
  expect([...differences, ...unplaced]).toEqual([])
})

test('whatever people do, the same corrections give the same clauses', () => {
  fc.assert(
    fc.property(moves, (made) => {
      expect(fold(play(made))).toEqual(fold(play(made)))
    }),
    RUNS,
  )
})

test('whatever people do, clauses stand in order, apart, where their text stands', () => {
  const paragraphs = new Map(read().paragraphs.map(({ eid, text }) => [eid, text]))
  fc.assert(
    fc.property(moves, (made) => {
      const { clauses } = fold(play(made))
      const ends = new Map<string, number>()
      for (const { paragraph, at, text } of clauses) {
        expect(at).toBeGreaterThanOrEqual(ends.get(paragraph) ?? 0)
        expect(paragraphs.get(paragraph)?.slice(at, at + text.length)).toBe(text)
        ends.set(paragraph, at + text.length)
      }
      expect(new Set(clauses.map(({ eid }) => eid)).size).toBe(clauses.length)
    }),
    RUNS,
  )
})

test('whatever people do, no word that the reader had in a clause is lost', () => {
  const before = read().clauses
  fc.assert(
    fc.property(moves, (made) => {
      const { clauses } = fold(play(made))
      for (const { text, paragraph } of before) {
        const now = clauses.filter((clause) => clause.paragraph === paragraph)
        expect(wordsOf(now.map((clause) => clause.text))).toContain(wordsOf([text]))
      }
    }),
    RUNS,
  )
})

test('what is taken back leaves everything as it was', () => {
  fc.assert(
    fc.property(moves, (made) => {
      const after = play(made)
      const last = after.corrections.at(-1)
      if (!last) return
      const before = { ...after, corrections: after.corrections.slice(0, -1) }
      const undo = proposeUndo(after, { id: LAST, correction: last.id })
      if (!undo.ok) throw new Error(undo.problem)
      const corrections = [...after.corrections, undo.correction]
      expect(fold({ ...after, corrections })).toEqual(fold(before))
    }),
    RUNS,
  )
})

test('a reader who says nothing, or says it otherwise, overwrites nothing that people said', () => {
  fc.assert(
    fc.property(moves, (made) => {
      const old = play(made)
      const touched = new Set(old.corrections.map(({ eid }) => eid))
      const newer = { ...old, readBy: 2, clauses: [] }
      const mine = (given: typeof old) =>
        fold(given)
          .clauses.filter(({ paragraph }) => touched.has(paragraph))
          .filter(({ corrected, reviewed }) => reviewed || corrected.length > 0)
      expect(mine(newer)).toEqual(mine(old))
    }),
    RUNS,
  )
})

test('paragraphs that move keep what people said of them', () => {
  fc.assert(
    fc.property(moves, (made) => {
      const old = play(made)
      const texts = old.paragraphs.map(({ text }) => text)
      const moved = read(old.corrections, ['Decides to remain seized of the matter;', ...texts])
      expect(moved.paragraphs).toEqual(paragraphsOf(moved.paragraphs.map(({ text }) => text)))
      const said = (given: typeof old) =>
        fold(given).clauses.map(({ text, themes, reviewed }) => ({ text, themes, reviewed }))
      expect(said(moved).slice(1)).toEqual(said(old))
      expect(fold(moved).unplaced.length).toBe(fold(old).unplaced.length)
    }),
    RUNS,
  )
})

test('on another text, clauses stand where their words stand in it', () => {
  const other = read().paragraphs.map(({ text }) => text.replace('and ', 'and also '))
  fc.assert(
    fc.property(moves, (made) => {
      const { corrections } = play(made)
      const { clauses } = fold(read(corrections, other))
      for (const [index, text] of other.entries()) {
        for (const clause of clauses.filter(({ paragraph }) => paragraph === `para_${index + 1}`)) {
          expect(text.slice(clause.at, clause.at + clause.text.length)).toBe(clause.text)
        }
      }
    }),
    RUNS,
  )
})
