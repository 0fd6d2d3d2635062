import type { Envelope, Paragraph } from '@vigil/core/documents'
import { LetterFacts, NO_CHOICES } from '@vigil/core/letters'
import { describe, expect, test } from 'vitest'
import {
  isBelowLeftOut,
  withPoint,
  withWording,
  withWords,
} from '../src/pages/letters/desk/choices.ts'
import { controlOf, FACT_GROUPS, toFacts, toForm } from '../src/pages/letters/desk/fact-form.ts'
import { draftedTogether, pointsOf } from '../src/pages/letters/parts/messages.ts'
import { differenceOf } from '../src/pages/letters/parts/word-runs.ts'

const FACTS = {
  format: 'vigil-letter-facts/1',
  country: 'Arvenia',
  symbol: 'S/AC.51/2031/1',
  adoptedOn: '2031-02-03',
  stateSpeaker: null,
  chair: { name: 'Amara Example', surname: null, signedOn: '2031-03-04', originalLanguage: 'en' },
  president: { name: null, surname: null, signedOn: null, originalLanguage: 'fr' },
  circulatedOn: null,
  letterSymbol: null,
  recipients: [{ name: 'Noor Example', office: null, place: 'Arven' }],
} as const

function envelope(eid: string, more: Partial<Envelope>): Envelope {
  const plain = { sender: null, via: null, addressees: null, addresseeWords: null }
  return { eid, carrier: 'letter', ...plain, ...more }
}

describe('the form of facts', () => {
  test('gives back the facts it was made from', () => {
    expect(toFacts(toForm(LetterFacts.parse(FACTS)))).toEqual(FACTS)
  })

  test('what is empty or blank is missing, never an empty text', () => {
    const form = toForm({ format: 'vigil-letter-facts/1' })
    const values = { ...form.values, country: '  ', 'chair.name': ' Amara Example ' }
    const facts = toFacts({ values, recipients: [{ name: ' ', office: '', place: '' }] })
    expect(facts.country).toBeNull()
    expect(facts.chair?.name).toBe('Amara Example')
    expect(facts.recipients).toEqual([{ name: null, office: null, place: null }])
    expect(LetterFacts.safeParse(facts).success).toBe(true)
  })

  test('days and languages have controls of their own', () => {
    const paths = FACT_GROUPS.flatMap((group) => [...group.paths])
    const days = paths.filter((path) => controlOf(path) === 'day')
    expect(days).toEqual(['adoptedOn', 'chair.signedOn', 'president.signedOn', 'circulatedOn'])
    expect(paths.filter((path) => controlOf(path) === 'language')).toHaveLength(2)
  })
})

describe('choices', () => {
  test('a point is left out once, and put back in', () => {
    const out = withPoint(withPoint(NO_CHOICES, 'para_7__point_b', false), 'para_7__point_b', false)
    expect(out.leftOut).toEqual(['para_7__point_b'])
    expect(isBelowLeftOut(out, 'para_7__point_b__point_i')).toBe(true)
    expect(isBelowLeftOut(out, 'para_7__point_b')).toBe(false)
    expect(withPoint(out, 'para_7__point_b', true)).toEqual(NO_CHOICES)
  })

  test('a block has one wording and one edit at a time; nothing goes back to the draft', () => {
    const you = withWording(NO_CHOICES, 'para_6__point_a', 'second_person')
    const body = withWording(you, 'para_6__point_a', 'your_body')
    expect(body.accepted).toEqual([{ block: 'para_6__point_a', reason: 'your_body' }])
    expect(withWording(body, 'para_6__point_a', null)).toEqual(NO_CHOICES)
    const edited = withWords(withWords(NO_CHOICES, 'a', 'one'), 'a', ' two ')
    expect(edited.edits).toEqual([{ block: 'a', text: 'two' }])
    expect(withWords(edited, 'a', '  ')).toEqual(NO_CHOICES)
  })
})

describe('messages', () => {
  test('those of the public statement are drafted as one, in the place of the first', () => {
    const groups = draftedTogether([
      envelope('para_3', {}),
      envelope('para_4', { carrier: 'public_statement' }),
      envelope('para_5', { carrier: 'recommendation' }),
      envelope('para_6', { carrier: 'public_statement' }),
    ])
    expect(groups.map((group) => group.map(({ eid }) => eid))).toEqual([
      ['para_3'],
      ['para_4', 'para_6'],
      ['para_5'],
    ])
  })

  test('points know how deep they stand below their message, and not below another', () => {
    const paragraph = (eid: string, kind: Paragraph['kind']): Paragraph => ({
      eid,
      kind,
      label: eid,
      marker: null,
      level: 1,
      text: eid,
    })
    const points = pointsOf(
      [{ eid: 'para_1' }],
      [
        paragraph('para_1', 'paragraph'),
        paragraph('para_1__point_a', 'point'),
        paragraph('para_1__point_a__point_i', 'point'),
        paragraph('para_11__point_a', 'point'),
      ],
    )
    expect(points.map(({ eid, depth }) => [eid, depth])).toEqual([
      ['para_1__point_a', 0],
      ['para_1__point_a__point_i', 1],
    ])
  })
})

test('a difference keeps its words apart', () => {
  const runs = differenceOf('ask the Committee to act', 'ask your Committee to act')
  expect(runs.map(({ text }) => text).join('')).toBe('ask the your Committee to act')
  expect(runs.filter(({ change }) => change !== 'same').map(({ text }) => text)).toEqual([
    'the',
    'your',
  ])
})
