import { describe, expect, test } from 'vitest'
import { readingTools } from '../../../../server/src/documents/lexicon.ts'
import {
  citationsOf,
  resolveWords,
  stableAddress,
  symbolsOf,
} from '../../../src/documents/citations/index.ts'
import { findYearsOfCouncil } from '../../../src/documents/citations/council-years.ts'
import { readDocument } from '../../../src/documents/read.ts'
import { hasTexts, readText, sampleTexts } from '../normalise/support.ts'
import { tell } from '../structure/support.ts'
import { rowsOf } from './support.ts'

describe('addresses', () => {
  test('are those of the United Nations, in a language or in the reader’s own', () => {
    expect(stableAddress('S/2022/856', 'en')).toBe('https://docs.un.org/en/S/2022/856')
    expect(stableAddress('S/RES/1612 (2005)')).toBe('https://docs.un.org/S/RES/1612(2005)')
    expect(stableAddress('A/77/895–S/2023/363', 'fr')).toBe('https://docs.un.org/fr/A/77/895')
  })

  test('are safe whatever the symbol is', () => {
    expect(stableAddress('“?#> ü')).toBe('https://docs.un.org/%E2%80%9C%3F%23%3E%20%C3%BC')
  })

  test('symbols of one document are found to be one', () => {
    expect(symbolsOf('S/RES/1612 (2005)')).toEqual(symbolsOf('S/RES/1612(2005)'))
    expect(symbolsOf('A/77/895-S/2023/363')).toEqual(['A/77/895', 'S/2023/363'])
    expect(symbolsOf('no symbol')).toEqual([])
  })
})

describe.skipIf(!hasTexts)('links that people of the United Nations set', () => {
  const rows = hasTexts ? rowsOf(readText('citation_links.csv')) : []

  // The rules were made by looking at the rows with even places only.
  test.each([
    ['seen while the rules were made', (index: number) => index % 2 === 0],
    ['held back until the rules were made', (index: number) => index % 2 === 1],
    ['all', () => true],
  ])('are understood: rows %s', (name, isMeant) => {
    const meant = rows.filter((_, index) => isMeant(index))
    const answers = meant.map(({ words = '', symbol = '', citing_family: family = '' }) => {
      const answer = resolveWords(words, { family, year: null })
      const right = symbol.toUpperCase().replace('..', '.')
      const only = answer.symbol?.toUpperCase() === right
      return { only, named: only || answer.candidates.some((one) => one.toUpperCase() === right) }
    })
    const only = answers.filter((answer) => answer.only).length / meant.length
    const named = answers.filter((answer) => answer.named).length / meant.length
    tell(
      `links ${name}: ${meant.length}, the only answer ${(only * 100).toFixed(2)} %, named ${(named * 100).toFixed(2)} %`,
    )
    expect(named).toBeGreaterThanOrEqual(0.98)
    expect(only).toBeGreaterThanOrEqual(0.8)
  })
})

describe.skipIf(!hasTexts)('the years of resolutions', () => {
  test('are those of the list, number by number', () => {
    const rows = rowsOf(readText('sc_resolution_years.csv'))
    expect(rows.length).toBeGreaterThan(2000)
    for (const { number, year } of rows) {
      expect(findYearsOfCouncil(Number(number))).toEqual([Number(year)])
    }
  })

  test('of numbers between two known ones are those of both and what lies between', () => {
    expect(findYearsOfCouncil(2300)).toEqual([2016, 2017])
    expect(findYearsOfCouncil(2033)).toEqual([2011, 2012])
    expect(findYearsOfCouncil(2765)).toBeUndefined()
    expect(findYearsOfCouncil(0)).toEqual([])
  })
})

describe.skipIf(!hasTexts)('the texts at hand', () => {
  const read = hasTexts
    ? sampleTexts().map(({ name, text }) => {
        const reading = readDocument(text, readingTools)
        return { name, reading, citations: citationsOf(reading) }
      })
    : []
  const all = read.flatMap(({ name, citations }) => citations.map((one) => ({ ...one, name })))

  test('hold one wrong year, the known misprint', () => {
    expect(
      all
        .filter(({ doubt }) => doubt !== null)
        .map(({ name, words, symbol }) => [name, words, symbol]),
    ).toEqual([['resolutions/S_RES_1812_2008.txt', '1812 (208)', 'S/RES/1812(2008)']])
  })

  test('are cited without a doubt nearly everywhere, and no general comment is a resolution', () => {
    const open = all.filter(({ state }) => state !== 'resolved')
    tell(
      `citations in the texts: ${all.length}, open: ${open.map(({ words }) => words).join(', ')}`,
    )
    expect(all.length).toBeGreaterThan(950)
    expect(open.length).toBeLessThan(10)
    expect(all.filter(({ words }) => /^2[56] \(/u.test(words))).toEqual([])
  })

  test('stand where the citation says', () => {
    for (const { reading, citations } of read) {
      const texts = new Map(reading.paragraphs.map(({ eid, text }) => [eid, text]))
      for (const { eid, at, words } of citations) {
        expect(texts.get(eid)?.slice(at, at + words.length)).toBe(words)
      }
    }
  })

  test('cite conclusions of the Working Group where people found them', () => {
    const rows = rowsOf(readText('conclusions_cited_by_resolutions.csv'))
    const found = rows.filter(({ resolution = '', conclusions = '' }) => {
      const own = symbolsOf(resolution)[0]
      const text = read.find(({ name }) => name.includes(fileOf(own ?? '')))
      return text?.citations.some(({ symbol }) => symbol === conclusions) ?? false
    })
    const atHand = rows.filter(({ resolution = '' }) =>
      read.some(({ name }) => name.includes(fileOf(symbolsOf(resolution)[0] ?? ''))),
    )
    expect(atHand.length).toBeGreaterThan(5)
    expect(found).toEqual(atHand)
  })
})

/** `S_RES_1812_2008` for `S/RES/1812(2008)`. */
function fileOf(symbol: string): string {
  return symbol.replace(/[/(]/gu, '_').replace(')', '')
}
