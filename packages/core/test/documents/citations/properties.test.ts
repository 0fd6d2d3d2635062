import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCitations } from '../../../src/documents/citations/find.ts'
import { findSymbol, formatSymbol } from '../../../src/documents/citations/symbol.ts'
import { RUN_MS, RUNS } from '../structure/support.ts'

const CONTEXT = { family: 'A', year: 2031 }

/** What citations are made of, whole and broken. */
const SCRAPS = [
  'resolution ',
  'resolutions ',
  'résolution ',
  'decision ',
  'SCR ',
  'Committee pursuant to ',
  ' Committee',
  'paragraph 7 (b) of ',
  ', para. 15',
  '1612 (2005)',
  '1812 (208)',
  '70/1',
  '33/12',
  '1514 (XV)',
  'ES-10/14',
  '1267/1989/2253',
  'S/2022/856',
  'A/77/895-S/2023/363',
  'S/AC/.51/2018/1',
  'S/RES/',
  'PRST/',
  '/Add.1',
  ' and Add.1',
  ' on bullying, ',
  ' of 15 December 2022',
  ', ',
  ' and ',
  ' et ',
  '-',
  '(',
  ')',
  '第',
  '号决议',
  'القرار ',
] as const

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...SCRAPS), fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 40,
  })
  .map((scraps) => scraps.join(''))

test(
  'citations stand where they say, in order, never overlapping, with an answer that fits its state',
  () => {
    fc.assert(
      fc.property(hostile, (text) => {
        let end = 0
        for (const { at, words, state, symbol, candidates } of findCitations(text, CONTEXT)) {
          expect(at).toBeGreaterThanOrEqual(end)
          expect(words).not.toBe('')
          expect(text.slice(at, at + words.length)).toBe(words)
          expect(symbol !== null).toBe(state === 'resolved')
          expect(candidates.length >= 2 && candidates.length <= 3).toBe(state === 'ambiguous')
          end = at + words.length
        }
      }),
      { numRuns: RUNS },
    )
  },
  RUN_MS,
)

test(
  'a canonical symbol is read as itself',
  () => {
    const number = fc.integer({ min: 1, max: 99_999 }).map(String)
    const symbol = fc
      .tuple(
        fc.constantFrom('A', 'S', 'E', 'ST', 'CRC', 'UNEP', 'ISBA'),
        fc.array(fc.constantFrom('HRC', 'AC.51', 'CN.9', 'CONF.157', 'C', 'PRST', 'INF'), {
          maxLength: 2,
        }),
        fc.array(number, { minLength: 1, maxLength: 3 }),
        fc.array(fc.constantFrom('Add.1', 'Rev.2', 'Corr.3', 'L.4'), { maxLength: 2 }),
      )
      .map(([body, organs, numbers, changes]) =>
        [body, ...organs, ...numbers, ...changes].join('/'),
      )
    fc.assert(
      fc.property(symbol, (text) => {
        const read = findSymbol(text)
        expect(read && formatSymbol(read)).toBe(text)
      }),
      { numRuns: RUNS },
    )
  },
  RUN_MS,
)

/** A million characters where everything is run in full size. Time that grew with the square would take hours. */
const LENGTH = process.env['VIGIL_TORTURE'] === '1' ? 1_000_000 : 250_000

describe('long texts are read in seconds', () => {
  test.each([
    'S/',
    'A/1/',
    'S/RES/1/',
    'A/1-S/1-',
    'resolution ',
    'resolution 1/1, ',
    'resolutions 1/1 of 1 May 2000 on a b c, ',
    '1/1 of 1 May 2000 on SCRs 5/5 a, ',
    'resolutions 1/1 on a',
    'Committee ',
    'Committee pursuant to resolution 1612 (2005) ',
    '1267/1989/',
    '1267/1989 a a a a a ',
    'paragraph 1 (a) and ',
    'paragraph 1 of a b c resolution 1612 (2005), para. 1 ',
    'S/2015/364 and Add.1 and 2 ',
    '1612 (2005) ',
    '((((',
    '1111',
    'aaaa',
    'القرار ',
    '第1612',
  ])(
    'of %j over and over',
    (scrap) => {
      const text = 'resolutions '.concat(scrap.repeat(Math.ceil(LENGTH / scrap.length)))
      const started = performance.now()
      findCitations(text, CONTEXT)
      expect(performance.now() - started).toBeLessThan(20_000)
    },
    30_000,
  )
})
