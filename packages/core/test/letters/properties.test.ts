import { array, assert, constantFrom, property, record, string, subarray } from 'fast-check'
import { expect, test } from 'vitest'
import en from '../../src/i18n/en/letters.json' with { type: 'json' }
import { draftLetter, NO_CHOICES, renderText } from '../../src/letters/index.ts'
import { ALDONIA, blocksOf, draftOf, FACTS, NO_FACTS, request, requestFor } from './support.ts'

const MESSAGES = ['para_4', 'para_6', 'para_7', 'para_8', 'para_9', 'para_10'] as const
const POINTS = [...ALDONIA.matchAll(/^(\d+)\. .*:\n((?:\n\([a-h]\) .*\n|\n\([ivx]+\) .*\n)+)/gm)]

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}’-]+/gu, ' ')
    .trim()
    .split(' ')

/** The points of each message, as addresses; items below a point are left aside. */
const eids = POINTS.flatMap(([, number = '', list = '']) =>
  [...list.matchAll(/^\(([a-h])\)/gm)].map(([, letter = '']) => `para_${number}__point_${letter}`),
)

test('no word is invented: all come from the conclusions, the facts or the frames', () => {
  const facts = JSON.stringify(FACTS)
  const infinitives = 'express encourage welcome request call upon urge invite you 1 2 3 4 june may'
  const known = new Set(
    wordsOf(`${ALDONIA} ${facts} ${Object.values(en).join(' ')} ${infinitives}`),
  )
  for (const envelope of MESSAGES) {
    const text = renderText(draftOf(request(envelope)))
    expect(wordsOf(text).filter((word) => !known.has(word))).toEqual([])
  }
})

test('a draft without facts says nothing that a draft with facts does not, but for its blanks', () => {
  for (const envelope of MESSAGES) {
    const whole = draftOf(request(envelope))
    const open = draftOf(request(envelope, { facts: NO_FACTS }))
    const text = renderText(whole)
    const runs = blocksOf(open).flatMap((block) => block.runs)
    for (const { text: piece, blank } of runs) {
      if (blank === null) expect(text).toContain(piece)
    }
  }
})

test('whatever points are left out, the rest keeps its order, letters run from (a), and the end is a full stop', () => {
  assert(
    property(constantFrom(...MESSAGES), subarray(eids), (envelope, chosen) => {
      const stem = envelope === 'para_4' ? /^para_[45]__/ : new RegExp(`^${envelope}__`)
      const leftOut = chosen.filter((eid) => stem.test(eid))
      const result = draftLetter(request(envelope, { choices: { leftOut } }))
      if (!result.ok) return result.problem === 'letter.noPoints'
      const points = blocksOf(result.draft).filter(({ id }) => /^para_\d+__point_[a-h]$/.test(id))
      const ids = points.map(({ id }) => id)
      expect(ids).toEqual(eids.filter((eid) => ids.includes(eid)))
      expect(ids.filter((id) => leftOut.includes(id))).toEqual([])
      if (result.draft.kind !== 'statement') {
        expect(points.map(({ marker }) => marker)).toEqual(
          points.map((_, place) => `(${String.fromCodePoint(97 + place)})`),
        )
      }
      const list = blocksOf(result.draft).filter(({ role }) => role === 'point' || role === 'item')
      const last = list
        .at(-1)
        ?.runs.map(({ text }) => text)
        .join('')
      expect(last?.endsWith('.') ?? false).toBe(true)
      return true
    }),
    { numRuns: 150 },
  )
})

test('the same request gives the same draft and is not changed by drafting', () => {
  const asked = request('para_7', { choices: { leftOut: ['para_7__point_a'] } })
  const before = structuredClone(asked)
  expect(draftOf(asked)).toEqual(draftOf(asked))
  expect(asked).toEqual(before)
})

test('whatever the points say, a draft is made and loses none of their words', () => {
  const piece = constantFrom(
    'Urging ',
    'Also ',
    'the Secretary-General ',
    'to ',
    ';',
    '.',
    '’s ',
    'a',
  )
  const text = array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''))
  const hostile = string({ minLength: 1, maxLength: 40, unit: 'binary' })
  assert(
    property(
      array(text, { minLength: 1, maxLength: 4 }),
      array(hostile, { maxLength: 3 }),
      (some, more) => {
        const points = [...some, ...more]
        const draft = draftOf(requestFor({ points, envelope: { carrier: 'recommendation' } }))
        const drafted = blocksOf(draft).filter(({ role }) => role === 'point')
        expect(drafted.map(({ runs }) => runs.map((run) => run.text).join(''))).toEqual(points)
        return draftLetter(requestFor({ points })).ok
      },
    ),
    { numRuns: 150 },
  )
})

test('choices that fit no block are refused by name and never skipped', () => {
  const choice = record({
    block: string({ minLength: 1, maxLength: 20 }),
    text: string({ minLength: 1 }),
  })
  assert(
    property(choice, (edit) => {
      const choices = { ...NO_CHOICES, edits: [edit] }
      const result = draftLetter({ ...request('para_7'), choices })
      return !result.ok && result.values['block'] === edit.block
    }),
    { numRuns: 50 },
  )
})
