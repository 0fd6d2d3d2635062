import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { AddresseeCode } from '../../src/documents/index.ts'
import { blockText, DraftLanguage, NO_CHOICES } from '../../src/letters/index.ts'
import { nameRuns } from '../../src/letters/name.ts'
import { blocksOf, draftOf, FACTS, pointsOf, readVectors, requestFor, textOf } from './support.ts'

const Case = z.strictObject({
  name: z.string(),
  language: DraftLanguage,
  conclusions: z.string(),
  letter: z.string().nullable(),
})
const Spoken = z.strictObject({
  name: z.string(),
  to: AddresseeCode,
  conclusions: z.string(),
  letter: z.string(),
  offered: z.array(z.string()),
})
const Repeated = z.strictObject({
  name: z.string(),
  points: z.array(z.string()),
  leftOut: z.array(z.int()),
  letter: z.array(z.string()),
})
const Named = z.strictObject({
  name: z.string(),
  surname: z.string().optional(),
  bold: z.string().nullable(),
})

const POINT = 'para_9__point_a'

describe('the head of a point', () => {
  test.each(z.array(Case).parse(readVectors('heads')))('$name', (given) => {
    const { language, conclusions, letter } = given
    const draft = draftOf(requestFor({ points: [conclusions], language }))
    expect(textOf(draft, POINT)).toBe(letter ?? conclusions)
    const flagged = draft.flags.some(({ code }) => code === 'head_verb_unknown')
    expect(flagged).toBe(letter === null)
  })
})

describe('whom a letter speaks to', () => {
  test.each(z.array(Spoken).parse(readVectors('second-person')))('$name', (given) => {
    const { to, conclusions, letter, offered } = given
    const draft = draftOf(requestFor({ points: [conclusions], envelope: { addressees: [to] } }))
    const block = blocksOf(draft).find(({ id }) => id === POINT)
    expect(textOf(draft, POINT)).toBe(letter)
    expect(block?.alternatives.map(({ text }) => text)).toEqual(offered)
    const flag = { code: 'wording_not_proven', block: POINT }
    expect(draft.flags.filter(({ block: at }) => at !== null)).toEqual(
      offered.length === 0 ? [] : [flag],
    )
  })
})

describe('points that are left out', () => {
  test.each(z.array(Repeated).parse(readVectors('repetition')))('$name', (given) => {
    const { points, leftOut, letter } = given
    const request = requestFor({ points, envelope: { carrier: 'recommendation' } })
    const eids = leftOut.map((place) => `para_9__point_${String.fromCodePoint(96 + place)}`)
    const draft = draftOf({ ...request, choices: { ...NO_CHOICES, leftOut: eids } })
    expect(pointsOf(draft)).toEqual(letter)
  })
})

describe('the paragraph on the meeting', () => {
  test.each(z.array(Case).parse(readVectors('opening')))('$name', (given) => {
    const { language, conclusions, letter } = given
    const request = requestFor({ points: ['Urging peace.'], language, opening: [conclusions] })
    const draft = draftOf({ ...request, facts: { ...FACTS, stateSpeaker: '‹speaker›' } })
    const [first] = textOf(draft, 'annex__meeting').split(
      / (?=The Working Group adopted|Le Groupe de travail a adopté)/,
    )
    expect(first).toBe(letter)
  })
})

describe('the surname of a signatory', () => {
  test.each(z.array(Named).parse(readVectors('names')))('$name ($bold)', (given) => {
    const runs = nameRuns(given) ?? []
    expect(blockText({ runs })).toBe(given.name)
    expect(runs.find(({ strong }) => strong)?.text ?? null).toBe(given.bold)
  })
})
