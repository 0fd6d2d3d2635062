import * as fc from 'fast-check'
import {
  Action,
  type Actor,
  Entity,
  type Grant,
  Purpose,
  type RecordFacts,
  RecordState,
  Role,
  SensitivityClass,
} from '../../src/policy/index.ts'

/** Few of each, so that they meet often. */
const PEOPLE = [1, 2, 3].map((n) => `0190000${n}-0000-7000-8000-000000000000`)
const OPERATIONS = ['aldonia', 'arvenia'] as const
const REGIONS = ['north', 'south', 'coast'] as const
const INCIDENTS = [1, 2, 3, 4].map((n) => `0190000${n}-0000-7000-8000-000000000001`)

const grant: fc.Arbitrary<Grant> = fc.record({
  role: fc.constantFrom(...Role.options),
  operation: fc.option(fc.constantFrom(...OPERATIONS)),
  regions: fc.option(fc.uniqueArray(fc.constantFrom(...REGIONS), { minLength: 1 })),
  entity: fc.option(fc.constantFrom(...Entity.options)),
  from: fc.constant('2030-01-01'),
  until: fc.constant(null),
})

export const someActor: fc.Arbitrary<Actor> = fc.record({
  id: fc.constantFrom(...PEOPLE),
  grants: fc.array(grant, { maxLength: 4 }),
  opened: fc.subarray(INCIDENTS, { maxLength: 2 }),
})

export const someIncident: fc.Arbitrary<RecordFacts> = fc.record({
  id: fc.constantFrom(...INCIDENTS),
  operation: fc.constantFrom(...OPERATIONS),
  region: fc.constantFrom(...REGIONS),
  class: fc.constantFrom(...SensitivityClass.options),
  state: fc.constantFrom(...RecordState.options),
  owner: fc.constantFrom(...PEOPLE),
  assignee: fc.option(fc.constantFrom(...PEOPLE)),
  entity: fc.constantFrom(...Entity.options),
})

export const someAction = fc.constantFrom(...Action.options)
export const somePurpose = fc.option(fc.constantFrom(...Purpose.options), { nil: undefined })

/** How many tuples implementations are compared on. */
export const TUPLES = process.env['VIGIL_TORTURE'] === '1' ? 1_000_000 : 20_000
