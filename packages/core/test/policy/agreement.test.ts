import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { conditionOf, decide, meets } from '../../src/policy/index.ts'
import { asksCedar, prepareCedar } from './cedar.ts'
import { someAction, someActor, someIncident, somePurpose, TUPLES } from './random.ts'

beforeAll(prepareCedar)

describe('what decides about one incident, what selects incidents, and Cedar agree', () => {
  test(`on ${TUPLES.toLocaleString('en')} random tuples`, () => {
    const seen = { allowed: 0, refused: 0 }
    fc.assert(
      fc.property(someActor, someAction, someIncident, somePurpose, (...tuple) => {
        const [actor, action, incident, purpose] = tuple
        const decision = decide(actor, action, { incident, ...(purpose ? { purpose } : {}) })
        const wish = { actor, action, ...(purpose ? { purpose } : {}) }
        const said = {
          decide: decision.allow,
          condition: meets(incident, conditionOf(wish)),
          cedar: asksCedar({ actor, action, purpose }, incident),
        }
        seen[said.decide ? 'allowed' : 'refused'] += 1
        expect(said).toEqual({ decide: said.cedar, condition: said.cedar, cedar: said.cedar })
      }),
      { numRuns: TUPLES },
    )
    // Were nearly all refused, agreement would say little.
    expect(seen.allowed).toBeGreaterThan(TUPLES / 50)
  })
})
