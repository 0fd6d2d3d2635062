import { describe, expect, test } from 'vitest'
import { readingTools } from '../../../../server/src/documents/lexicon.ts'
import { normalise } from '../../../src/documents/normalise/index.ts'
import { leadingNumber, markerOf } from '../../../src/documents/normalise/marker.ts'
import { hasTexts, readText, rebuild, sampleTexts, withoutLabels } from './support.ts'

const SUDAN = [
  ['1590_2005', 18],
  ['1627_2005', 4],
  ['1663_2006', 10],
  ['1706_2006', 15],
  ['1709_2006', 2],
  ['1714_2006', 4],
  ['1755_2007', 6],
  ['1784_2007', 17],
  ['1812_2008', 26],
  ['1919_2010', 25],
] as const

const WRAPPED = ['1663_2006', '1755_2007', '1784_2007', '1812_2008']

describe.skipIf(!hasTexts)('the texts at hand', () => {
  test('the conclusions on Mali come out as a careful hand repaired them', () => {
    const expected = readText('S-AC.51-2023-3.normalised.txt').split('# ----\n')[1] ?? ''
    const { blocks } = normalise(readText('S-AC.51-2023-3.txt'), readingTools, 'en')
    const texts = blocks.map(({ text }) => text.slice(markerOf(text).length).trimStart())
    const [annex] = texts.splice(texts.indexOf('Annex'), 1)
    expect(annex).toBe('Annex')
    const lines = withoutLabels(expected).trimEnd().split('\n')
    expect(texts.join('\n')).toBe(splitHeadings(lines, texts).join('\n'))
  })

  test.each(SUDAN)('the paragraphs of resolution %s are numbered from 1 to %i', (file, last) => {
    const { blocks } = normalise(readText(`resolutions/S_RES_${file}.txt`), readingTools, 'en')
    const numbers = blocks
      .map(({ text }) => leadingNumber(text))
      .filter((number) => number !== null)
    expect(numbers).toEqual(Array.from({ length: last }, (_, index) => index + 1))
  })

  test('no paragraph of a wrapped resolution is cut in two or runs into the next', () => {
    for (const file of WRAPPED) {
      const { blocks } = normalise(readText(`resolutions/S_RES_${file}.txt`), readingTools, 'en')
      const body = blocks.slice(
        blocks.findIndex(({ text }) => text.includes('The Security Council,')),
      )
      for (const { text } of body) {
        expect(text, file).toMatch(/[,;:.](?: and)?$/)
        expect(text.slice(markerOf(text).length), file).toMatch(/^\s*(?:\p{Lu}|an )/u)
        expect(text, file).not.toMatch(/[;:] \p{Lu}\p{Ll}+s the |\s\d+\.\s+[A-Z]\w+s\s/u)
      }
    }
  })

  test('a text with one paragraph a line keeps its paragraphs', () => {
    for (const { name, text, labelled } of sampleTexts()) {
      if (!labelled) continue
      const lines = text.split('\n').filter((line) => line.trim() !== '')
      expect(normalise(text, readingTools, 'en').blocks.length, name).toBe(lines.length)
    }
  })

  test('words of clean texts are never joined', () => {
    const joins = sampleTexts()
      .filter(({ labelled }) => labelled)
      .flatMap(({ text }) => normalise(text, readingTools, 'en').repairs)
      .filter(({ rule }) => rule === 'join-split-word' || rule === 'close-space-before-hyphen')
    expect(joins).toEqual([])
  })

  test('every text is rebuilt from its source by the listed repairs alone', () => {
    for (const { name, text } of sampleTexts()) {
      const read = normalise(text, readingTools, 'en')
      expect(rebuild(text, read), name).toEqual(['', ...read.blocks.map((block) => block.text)])
      for (const { at, from } of read.repairs)
        expect(text.slice(at, at + from.length), name).toBe(from)
    }
  })

  test('reading a second time changes nothing', () => {
    for (const { name, text } of sampleTexts()) {
      const once = normalise(text, readingTools, 'en').blocks.map((block) => block.text)
      const twice = normalise(once.join('\n\n\n'), readingTools, 'en')
      expect(
        twice.blocks.map((block) => block.text),
        name,
      ).toEqual(once)
      expect(twice.repairs, name).toEqual([])
    }
  })
})

/** The expected text prints headings that follow each other on one line; blocks keep them apart. */
function splitHeadings(lines: readonly string[], blocks: readonly string[]): string[] {
  const known = new Set(blocks)
  return lines.flatMap((line) => {
    const heading = blocks.find((block) => line.startsWith(`${block} `))
    const rest = heading === undefined ? '' : line.slice(heading.length + 1)
    return heading !== undefined && known.has(rest) ? [heading, rest] : [line]
  })
}
