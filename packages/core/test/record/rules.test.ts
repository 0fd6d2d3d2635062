import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { facilityOn } from '../../src/facilities/index.ts'
import {
  findConsentFault,
  hasDisability,
  isBelow15,
  PartialDate,
  precisionOf,
  spanOf,
} from '../../src/incident/index.ts'
import en from '../../src/i18n/en/record.json' with { type: 'json' }
import { PARTY_CLASSES } from '../../src/parties/index.ts'
import {
  findElsewhere,
  findingsIn,
  GRAVE_UNITS,
  isCategory,
  isUnlawful,
  missingForVerification,
  PERPETRATOR_NAMES,
  turned18,
  UNITS,
  VIOLATION_ELEMENTS,
} from '../../src/violations/index.ts'
import { vectors } from './story.ts'

const Category = z.string().refine(isCategory)
const Known = z.record(z.string(), z.unknown())

describe('what may be one, and what is missing beside it', () => {
  const Violation = z.strictObject({
    id: z.string(),
    category: Category,
    start: z.string(),
    end: z.string().nullable(),
    children: z.array(z.string()),
    parties: z.array(z.string()),
    known: Known,
  })
  const Case = z.strictObject({
    rule: z.string(),
    name: z.string(),
    violations: z.array(Violation),
    found: z.array(z.string()),
  })
  test.each(vectors('record', 'findings', z.array(Case)))(
    '$rule: $name',
    ({ violations, found }) => {
      const said = findingsIn(violations).map(({ rule, finding, violations: ids }) =>
        [rule, finding, ...ids].join(' '),
      )
      expect(said).toEqual(found)
      expect(findingsIn([...violations].reverse()).length).toBe(found.length)
      for (const { finding } of findingsIn(violations)) {
        expect(en).toHaveProperty([`finding.${finding}`])
      }
    },
  )
})

describe('what is still missing for verification', () => {
  const Facts = z.strictObject({
    category: Category,
    known: Known,
    open: z.array(z.string()),
    children: z.strictObject({ known: z.number(), undecided: z.number() }),
    isUsedByParty: z.boolean(),
    responsible: z.enum(['state_force', 'armed_group', 'other']),
  })
  const Case = z.strictObject({
    rule: z.string(),
    name: z.string(),
    facts: Facts,
    missing: z.array(z.string()),
  })
  test.each(vectors('record', 'missing', z.array(Case)))('$rule: $name', ({ facts, missing }) => {
    const said = missingForVerification(facts).map(({ reason, element }) =>
      element === null ? reason : `${reason} ${element}`,
    )
    expect(said).toEqual(missing)
  })
})

describe('what is not for the mechanism', () => {
  const Case = z.strictObject({
    rule: z.string(),
    name: z.string(),
    byUnPersonnel: z.boolean().nullable(),
    byParty: z.enum(['yes', 'no', 'unknown']).nullable(),
    concernsChildren: z.boolean().nullable(),
    channel: z.string().nullable(),
  })
  test.each(vectors('record', 'mandate', z.array(Case)))('$rule: $name', (given) => {
    const found = findElsewhere(given)
    expect(found?.channel ?? null).toBe(given.channel)
    if (found) expect(found.rule).toBe(given.rule)
  })

  test('R-VIO-5: names of perpetrators have a channel of their own', () => {
    expect(PERPETRATOR_NAMES).toEqual({ channel: 'investigation', rule: 'R-VIO-5' })
  })
})

describe('the age of recruitment', () => {
  const Case = z.strictObject({
    rule: z.string(),
    name: z.string(),
    enlistment: z.strictObject({
      party: z.string(),
      class: z.enum(PARTY_CLASSES),
      age: z.number(),
      on: z.string(),
      voluntary: z.boolean(),
      usedInHostilities: z.boolean(),
    }),
    unlawful: z.boolean(),
  })
  const ages = [{ party: 'NAF', years: 17, from: '2030-01-01', until: null }]
  test.each(vectors('record', 'lawful-age', z.array(Case)))(
    '$rule: $name',
    ({ enlistment, unlawful }) => {
      expect(isUnlawful(enlistment, ages)).toBe(unlawful)
    },
  )

  test('R-RU-2: below 15 is asked of the age at recruitment, and unknown stays unknown', () => {
    const age = (least: number, most: number) => ({ least, most, estimated: true })
    expect([age(14, 14), age(15, 15), age(13, 16)].map(isBelow15)).toEqual([true, false, undefined])
    expect(isBelow15(null)).toBeUndefined()
  })

  test('R-RU-6: who turned 18 while associated was a child at the start', () => {
    expect(turned18(16, '2029-02-10', '2031-02-10')).toBe(true)
    expect(turned18(16, '2029-02-10', '2031-02-09')).toBe(false)
    expect(turned18(18, '2029-02-10', '2031-02-10')).toBe(false)
  })
})

describe('units', () => {
  test('R-AS-3, R-AS-6: military use and other interference are no grave violations', () => {
    expect(Object.keys(GRAVE_UNITS)).not.toContain('military_use')
    expect(Object.keys(GRAVE_UNITS)).not.toContain('interference_education_health')
    expect(UNITS.military_use).toBe('facilities')
  })

  test('R-DH-4: denial of access is counted in incidents, and has no element about listing', () => {
    expect(UNITS.denial_humanitarian_access).toBe('incidents')
    expect(Object.keys(VIOLATION_ELEMENTS.denial_humanitarian_access).join()).not.toMatch(/list/i)
  })
})

test('a school is one thing over time: used, attacked, vacated, closed, repaired, reopened', () => {
  const told = [
    ['2031-02-20', 'used'],
    ['2031-03-09', 'attacked'],
    ['2031-03-15', 'vacated'],
    ['2031-03-16', 'closed'],
    ['2031-09-01', 'repaired'],
    ['2031-10-01', 'reopened'],
  ] as const
  const events = told.map(([on, event]) => ({ on, event, party: 'NAF', incident: 'INC-5' }))
  const states = ['2031-02-19', '2031-03-09', '2031-03-20', '2031-12-31'].map((day) =>
    facilityOn([...events].reverse(), day),
  )
  expect(states.map(({ isOpen, isDamaged, usedBy }) => [isOpen, isDamaged, usedBy])).toEqual([
    [true, false, null],
    [true, true, 'NAF'],
    [false, true, null],
    [true, false, null],
  ])
  expect(states.map(({ attacks, inUse }) => [attacks, inUse])).toEqual([
    [0, false],
    [1, true],
    [1, false],
    [1, false],
  ])
})

describe('consent', () => {
  const consent = {
    giver: 'caregiver',
    assent: true,
    purposes: ['reporting', 'services'],
    sharedWith: ['unicef', 'family'],
    withheldFrom: ['family'],
    givenOn: '2031-03-01',
    language: 'bm',
    form: 'oral_witnessed',
    withdrawnOn: '2031-06-01',
  } as const
  const use = { purpose: 'reporting', on: '2031-04-01', recipient: null } as const

  test.each([
    ['R-CON-1: covers what it was given for', {}, {}, undefined],
    ['R-CON-1: to services and reporting, and so to no image', {}, { purpose: 'image' }, 'purpose'],
    ['covers nothing before it was given', {}, { on: '2031-02-28' }, 'notYet'],
    ['R-CON-4: ends with its withdrawal', {}, { on: '2031-06-01' }, 'withdrawn'],
    ['needs the assent of the child', { assent: false }, {}, 'noAssent'],
    ['lets UNICEF know who it is', {}, { recipient: 'unicef' }, undefined],
    [
      'R-CON-5: what is withheld from the family is, whatever else it says',
      {},
      { recipient: 'family' },
      'withheld',
    ],
    ['R-CON-5: lets nobody else know', {}, { recipient: 'authorities' }, 'recipient'],
  ] as const)('%s', (...[, given, asked, fault]) => {
    expect(findConsentFault({ ...consent, ...given }, { ...use, ...asked })).toBe(fault)
  })

  test('that was never asked for covers nothing', () => {
    expect(findConsentFault(null, use)).toBe('notAsked')
  })
})

test('a disability counts from a lot of difficulty in one domain', () => {
  expect(hasDisability({ seeing: 'some', hearing: 'none' })).toBe(false)
  expect(hasDisability({ seeing: 'none', walking: 'a_lot' })).toBe(true)
  expect(hasDisability({ seeing: 'unknown' })).toBeUndefined()
})

describe('a date as exactly as it is known', () => {
  test.each([
    ['2031-03-09', 'day', '2031-03-09', '2031-03-09'],
    ['2031-02', 'month', '2031-02-01', '2031-02-28'],
    ['2032-02', 'month', '2032-02-01', '2032-02-29'],
    ['2031-Q4', 'quarter', '2031-10-01', '2031-12-31'],
    ['2031', 'year', '2031-01-01', '2031-12-31'],
  ])('%s is a %s', (...[on, precision, first, last]) => {
    expect(precisionOf({ on, estimated: false })).toBe(precision)
    expect(spanOf({ on })).toEqual({ first, last })
  })
  test.each(['2031-13', '2031-02-29', '2031-Q5', '1031', '2031-3-9', '2031-04-31', '', '2031-00'])(
    '%j is none',
    (on) => {
      expect(PartialDate.safeParse({ on, estimated: false }).success).toBe(false)
      expect(() => spanOf({ on })).toThrow('not a date')
    },
  )
})
