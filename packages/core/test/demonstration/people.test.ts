import { expect, test } from 'vitest'
import { DemonstrationPerson, grantOf, PEOPLE } from '../../src/demonstration/index.ts'
import { findGivingFault } from '../../src/policy/index.ts'

const DAY = '2030-01-01'
const SEATED = {
  operation: 'aldonia',
  entities: ['mission', 'unicef'],
  from: DAY,
  until: null,
} as const

test.each(DemonstrationPerson.options)('%s holds what anybody may be given', (person) => {
  const added = [grantOf(person, DAY)]
  const giving = { giver: null, holder: null, held: [], added, coChairs: [SEATED] }
  expect(findGivingFault(giving)).toBeUndefined()
})

test('no two have one name, and nobody holds two roles', () => {
  const names = Object.values(PEOPLE).map(({ name }) => name)
  expect(new Set(names).size).toBe(DemonstrationPerson.options.length)
})
