import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decide,
  explain,
  explainAll,
  type Explanation,
  type RuleFinding,
} from '../../src/policy/index.ts'
import { someAction, someActor, someIncident, somePurpose, TUPLES } from './random.ts'

function holding({ findings }: Explanation, effect: 'allow' | 'forbid'): RuleFinding[] {
  return findings.filter(({ rule, answer }) => rule.effect === effect && answer === 'holds')
}

/** What the findings alone would decide. */
function concluded(explanation: Explanation): boolean {
  return holding(explanation, 'allow').length > 0 && holding(explanation, 'forbid').length === 0
}

test('what is said of the rules, one by one, adds up to the decision', () => {
  const record = fc.option(someIncident, { nil: undefined })
  fc.assert(
    fc.property(someActor, someAction, record, somePurpose, (...tuple) => {
      const [actor, action, incident, purpose] = tuple
      const asked = { ...(incident && { incident }), ...(purpose && { purpose }) }
      const explanation = explain({ actor, action, ...asked })
      expect(explanation.decision).toEqual(decide(actor, action, asked))
      expect(concluded(explanation)).toBe(explanation.decision.allow)
    }),
    { numRuns: TUPLES / 4 },
  )
})

test('without the grants that are named as the reason, what was allowed is not', () => {
  fc.assert(
    fc.property(someActor, someAction, someIncident, (actor, action, incident) => {
      const explanation = explain({ actor, action, incident, purpose: 'reporting' })
      fc.pre(explanation.decision.allow)
      const named = holding(explanation, 'allow').flatMap(({ grants }) => grants)
      const left = actor.grants.filter((grant) => !named.includes(grant))
      const asked = { incident, purpose: 'reporting' } as const
      expect(decide({ id: actor.id, grants: left }, action, asked).allow).toBe(false)
    }),
    { numRuns: 1_000 },
  )
})

test('a seat that nobody has today explains, and never decides', () => {
  fc.assert(
    fc.property(
      fc.tuple(someActor, someActor),
      someAction,
      someIncident,
      (actors, action, incident) => {
        const [actor, other] = actors
        const explanation = explain({ actor, action, incident, unseated: other.grants })
        expect(explanation.decision).toEqual(decide(actor, action, { incident }))
        expect(concluded(explanation)).toBe(explanation.decision.allow)
        const seats = explanation.findings.filter(({ answer }) => answer === 'seat')
        for (const { rule, grants } of seats) {
          expect([rule.effect, grants.length > 0]).toEqual(['allow', true])
          expect(grants.every((grant) => other.grants.includes(grant))).toBe(true)
        }
      },
    ),
    { numRuns: 2_000 },
  )
})

test('every action is explained to everybody', () => {
  const nobody = { id: 'a', grants: [] }
  const explained = explainAll(nobody)
  expect(explained.length).toBeGreaterThan(10)
  for (const [action, { decision, findings }] of explained) {
    expect([action, decision]).toEqual([action, { allow: false, reason: 'noRole' }])
    expect(findings.some(({ rule }) => rule.effect === 'allow')).toBe(true)
  }
})
