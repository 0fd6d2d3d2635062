import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { formatMessage } from '../../src/i18n/message.ts'
import en from '../../src/i18n/en/record.json' with { type: 'json' }
import fr from '../../src/i18n/fr/record.json' with { type: 'json' }
import { Attribution } from '../../src/incident/index.ts'
import * as partyExports from '../../src/parties/index.ts'
import {
  ATTRIBUTION_STATUSES,
  findRelationFault,
  historyOfParty,
  Listing,
  Party,
  PartyRelation,
  printedName,
  rowOf,
  treeOn,
  umbrellaOn,
} from '../../src/parties/index.ts'
import { vectors } from './story.ts'

const Relation = z
  .looseObject({})
  .transform((given) => PartyRelation.parse({ source: null, decidedBy: null, ...given }))
const Named = { rule: z.string(), name: z.string() }
const Told = z.strictObject({
  parties: z.array(Party),
  relations: z.array(Relation),
  listings: z.array(Listing),
  umbrellas: z.array(
    z.strictObject({
      ...Named,
      party: z.string(),
      day: z.string(),
      umbrella: z.string().nullable(),
    }),
  ),
  rows: z.array(
    z.strictObject({
      ...Named,
      attribution: Attribution,
      status: z.enum(ATTRIBUTION_STATUSES),
      day: z.string(),
      transmitted: z.boolean(),
      row: z.string(),
      class: z.string().nullable(),
    }),
  ),
  names: z.array(
    z.strictObject({
      ...Named,
      party: z.string(),
      day: z.string(),
      language: z.enum(['en', 'fr']),
      printed: z.string(),
    }),
  ),
  faults: z.array(
    z.strictObject({ ...Named, relations: z.array(Relation), fault: z.string().nullable() }),
  ),
})
const { parties, relations, listings, ...told } = vectors('record', 'parties', Told)
const findParty = (id: string) => parties.find((party) => party.id === id)

describe('the umbrella on the date of the act', () => {
  test.each(told.umbrellas)('$rule: $name', ({ party, day, umbrella }) => {
    expect(umbrellaOn(relations, party, day) ?? null).toBe(umbrella)
  })

  test('parties are a tree on any day', () => {
    const members = (day: string) =>
      treeOn(parties, relations, day).find(({ party }) => party === 'PLT')?.members
    expect(['2027-01-01', '2031-05-01', '2031-06-01'].map(members)).toEqual([
      [],
      ['SDG', 'SDR'],
      ['SDG'],
    ])
    const all = treeOn(parties, relations, '2031-05-01').flatMap(({ party, members: ids }) => [
      party,
      ...ids,
    ])
    expect(all.sort()).toEqual(parties.map(({ id }) => id).sort())
  })

  test('the history of a party tells what began and ended', () => {
    const events = historyOfParty(relations, 'SDR')
    expect(
      events.map(({ on, change, relation }) => [on, change, relation.type, relation.of]),
    ).toEqual([
      ['2031-04-01', 'begins', 'member_of', 'PLT'],
      ['2031-04-01', 'begins', 'splinter_of', 'SDG'],
      ['2031-05-31', 'ends', 'member_of', 'PLT'],
    ])
  })
})

describe('the row of a counted unit', () => {
  test.each(told.rows)('$rule: $name', ({ attribution, row, class: classed, ...around }) => {
    expect(rowOf(attribution, { ...around, findParty })).toEqual({ row, class: classed })
  })
})

describe('the printed name', () => {
  test.each(told.names)('$rule: $name', ({ party, day, language, printed }) => {
    const name = printedName({ parties, relations, listings, language }, party, day)
    const catalogue = language === 'en' ? en : fr
    expect(
      'text' in name ? name.text : formatMessage(language, catalogue[name.key], name.values),
    ).toBe(printed)
  })
})

describe('relations', () => {
  test.each(told.faults)('$rule: $name', ({ relations: given, fault }) => {
    expect(findRelationFault(parties, given) ?? null).toBe(fault)
  })

  test('those of the story are sound', () => {
    expect(findRelationFault(parties, relations)).toBeUndefined()
  })
})

test('R-LIST-1: listings are entered as printed, and no function makes, scores or proposes one', () => {
  const functions = Object.entries(partyExports).filter(([, value]) => typeof value === 'function')
  const named = functions.map(([name]) => name).filter((name) => /list/i.test(name))
  expect(named).toEqual(['latestListing'])
})
