import { expect, test } from 'vitest'
import { alignRenditions } from '../../src/documents/align.ts'
import { readStructure } from '../../src/documents/structure/index.ts'
import { blocksOf } from './structure/support.ts'

const ENGLISH = ['1. Demands:', '(a) An end;', '(b) A report.', '2. Ends.']
const FRENCH = ['1. Exige :', 'a) La fin ;', 'c) Un rapport.', '2. Termine.', '3. Ajoute.']

test('renditions stand side by side by address, and what one of them lacks is said', () => {
  const rows = alignRenditions(readStructure(blocksOf(ENGLISH)), readStructure(blocksOf(FRENCH)))
  expect(rows.map(({ eid, one, other }) => [eid, one?.text ?? null, other?.text ?? null])).toEqual([
    ['para_1', 'Demands:', 'Exige :'],
    ['para_1__point_a', 'An end;', 'La fin ;'],
    ['para_1__point_c', null, 'Un rapport.'],
    ['para_1__point_b', 'A report.', null],
    ['para_2', 'Ends.', 'Termine.'],
    ['para_3', null, 'Ajoute.'],
  ])
})

test('a rendition that is missing leaves its whole side empty', () => {
  const english = readStructure(blocksOf(ENGLISH))
  expect(alignRenditions(english, []).every(({ other }) => other === null)).toBe(true)
  expect(alignRenditions([], english).map(({ eid }) => eid)).toEqual(english.map(({ eid }) => eid))
})
