import { describe, expect, test } from 'vitest'
import { readingTools } from '../../../../server/src/documents/lexicon.ts'
import { normalise } from '../../../src/documents/normalise/index.ts'
import { hasTexts, readText, sampleTexts, withoutLabels } from './support.ts'

/** One word in so many is split, as in the conclusions on Mali and far worse. */
const RATES = [100, 12]
const LEAST_LETTERS = 4

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return (state >>> 8) % below
  }
}

/** Puts a blank into some words, as kerning makes PDF readers do. */
function split(
  text: string,
  rate: number,
  next: (below: number) => number,
): { text: string; count: number } {
  let count = 0
  const broken = text.replace(/(?<![\p{L}/.’-])\p{L}{4,}(?![\p{L}/’-])/gu, (word) => {
    if (word.length < LEAST_LETTERS || next(rate) !== 0) return word
    count += 1
    const at = 1 + next(word.length - 1)
    return `${word.slice(0, at)} ${word.slice(at)}`
  })
  return { text: broken, count }
}

function textOf(source: string): string[] {
  return normalise(source, readingTools, 'en').blocks.map((block) => block.text)
}

describe.skipIf(!hasTexts)('words split at random in the texts at hand', () => {
  const texts = sampleTexts().filter(({ labelled }) => labelled)

  test.each(RATES)(
    'one in %i: at least nine of ten are restored, wrong joins counted against them',
    (rate) => {
      const next = numbers(rate)
      const tally = { split: 0, wrong: 0, joined: 0 }
      for (const { text } of texts) {
        const clean = textOf(text).join('\n')
        const broken = split(clean, rate, next)
        const { blocks, repairs } = normalise(broken.text, readingTools, 'en')
        tally.split += broken.count
        tally.joined += repairs.filter(({ rule }) => rule === 'join-split-word').length
        const mended = blocks.map((block) => block.text).join('\n')
        tally.wrong += differences(clean, mended)
      }
      const restored = 1 - tally.wrong / tally.split
      expect(restored).toBeGreaterThan(0.9)
    },
  )

  test('the hand-repaired conclusions on Mali are left as they are', () => {
    const text = withoutLabels(readText('S-AC.51-2023-3.normalised.txt').split('# ----\n')[1] ?? '')
    expect(normalise(text, readingTools, 'en').repairs).toEqual([])
  })
})

/** How many words of the clean text do not stand whole in the mended one, wrongly joined ones included. */
function differences(clean: string, mended: string): number {
  const cleanLetters = boundaries(clean)
  const mendedLetters = boundaries(mended)
  let wrong = 0
  for (const place of mendedLetters) if (!cleanLetters.has(place)) wrong += 1
  for (const place of cleanLetters) if (!mendedLetters.has(place)) wrong += 1
  return wrong
}

/** The places of blanks, counted in characters that are none. */
function boundaries(text: string): Set<number> {
  const places = new Set<number>()
  let letters = 0
  for (const character of text) {
    if (/\s/.test(character)) places.add(letters)
    else letters += 1
  }
  return places
}
