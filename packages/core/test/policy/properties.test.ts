import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  Action,
  type Actor,
  capabilities,
  conditionOf,
  decide,
  decideBy,
  findExcluded,
  type Grant,
  grantsInForce,
  lacksPurpose,
  mostSensitive,
  Role,
  type Rule,
  RULES,
  SensitivityClass,
} from '../../src/policy/index.ts'
import { someAction, someActor, someIncident, somePurpose } from './random.ts'

const GRANT: Grant = {
  role: 'monitor',
  operation: null,
  regions: null,
  entity: null,
  from: '2030-01-01',
  until: '2030-06-30',
}

const someRule: fc.Arbitrary<Rule> = fc.constantFrom<Rule[]>(...RULES)

describe('default is refusal', () => {
  test.each(Action.options)('nobody signed out may do %s', (action) => {
    expect(decide(null, action)).toEqual({ allow: false, reason: 'signedOut' })
  })

  test('without a grant, and without rules, nothing is allowed', () => {
    expect(capabilities({ id: 'a', grants: [] })).toEqual([])
    fc.assert(
      fc.property(someActor, someAction, someIncident, (actor, action, incident) => {
        expect(decideBy([], { actor, action, incident }).allow).toBe(false)
      }),
    )
  })

  test('a role or an action that nobody knows finds nothing', () => {
    const words = fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', 'toString'))
    fc.assert(
      fc.property(words, someActor, someIncident, (word, actor, incident) => {
        fc.pre(![...Action.options, ...Role.options].some((known) => known === word))
        expect(decide(actor, word as Action, { incident }).allow).toBe(false)
        const unknown: Actor = { id: actor.id, grants: [{ ...GRANT, role: word as Role }] }
        expect(capabilities(unknown)).toEqual([])
      }),
    )
  })

  test('every action is granted to somebody, else it should not exist', () => {
    const all = Role.options.map((role) => ({ id: 'a', grants: [{ ...GRANT, role }] }))
    expect(new Set(all.flatMap((actor) => capabilities(actor)))).toEqual(new Set(Action.options))
  })
})

describe('what narrows never widens', () => {
  test('a further prohibition', () => {
    fc.assert(
      fc.property(someRule, someActor, someAction, someIncident, (...tuple) => {
        const [rule, actor, action, incident] = tuple
        const question = { actor, action, incident, purpose: 'reporting' } as const
        const stricter = [...RULES, { ...rule, effect: 'forbid' } as const]
        const isAllowed = decideBy(stricter, question).allow
        expect(isAllowed && !decideBy(RULES, question).allow).toBe(false)
      }),
      { numRuns: 5_000 },
    )
  })

  test('a grant that is taken away', () => {
    fc.assert(
      fc.property(someActor, fc.nat(3), someAction, someIncident, (...tuple) => {
        const [actor, at, action, incident] = tuple
        fc.pre(findExcluded(actor.grants) === undefined)
        const fewer = { id: actor.id, grants: actor.grants.filter((_, index) => index !== at) }
        const purpose = { incident, purpose: 'reporting' } as const
        const [before, after] = [decide(actor, action, purpose), decide(fewer, action, purpose)]
        expect(after.allow && !before.allow).toBe(false)
        if (before.allow && after.allow) {
          expect(before.seen).toEqual(expect.arrayContaining([...after.seen]))
        }
      }),
      { numRuns: 5_000 },
    )
  })

  test('whoever cannot do something at all cannot do it on any record', () => {
    fc.assert(
      fc.property(someActor, someAction, someIncident, somePurpose, (...tuple) => {
        const [actor, action, incident, purpose] = tuple
        const asked = { incident, ...(purpose ? { purpose } : {}) }
        const isAllowed = decide(actor, action, asked).allow
        expect(isAllowed && !decide(actor, action).allow).toBe(false)
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('grants', () => {
  test('are in force from their first day to their last', () => {
    const days = ['2029-12-31', '2030-01-01', '2030-06-30', '2030-07-01']
    expect(days.map((day) => grantsInForce([GRANT], day).length)).toEqual([0, 1, 1, 0])
    expect(grantsInForce([{ ...GRANT, until: null }], '2099-01-01')).toHaveLength(1)
  })

  test('exclude each other only on days on which both are in force', () => {
    const keeper: Grant = { ...GRANT, role: 'administrator' }
    expect(findExcluded([GRANT, keeper])).toEqual([GRANT, keeper])
    const later: Grant = { ...keeper, from: '2030-07-01', until: null }
    expect(findExcluded([GRANT, later])).toBeUndefined()
    expect(findExcluded([{ ...GRANT, until: null }, later])).toBeDefined()
  })
})

test('a collection has the class of the most sensitive thing in it (R-SEC-1)', () => {
  const classes = fc.uniqueArray(fc.constantFrom(...SensitivityClass.options), { minLength: 1 })
  fc.assert(
    fc.property(classes, (some) => {
      const most = mostSensitive(some)
      expect(some).toContain(most)
      for (const one of some) expect(most <= one).toBe(true)
    }),
  )
  expect(mostSensitive([])).toBe('S4')
})

test('a purpose is lacking just where stating another one would let somebody in', () => {
  const analyst: Actor = { id: 'a', grants: [{ ...GRANT, role: 'analyst' }] }
  const member: Actor = { id: 'a', grants: [{ ...GRANT, role: 'ctfmr_member' }] }
  const both: Actor = { id: 'a', grants: [...analyst.grants, ...member.grants] }
  const action = 'incident.read'
  expect(lacksPurpose({ actor: analyst, action })).toBe(true)
  expect(lacksPurpose({ actor: analyst, action, purpose: 'protection' })).toBe(true)
  expect(lacksPurpose({ actor: analyst, action, purpose: 'reporting' })).toBe(false)
  expect(lacksPurpose({ actor: member, action })).toBe(false)
  expect(lacksPurpose({ actor: both, action })).toBe(false)
})

test('a condition never compares with an empty list, which no language can say', () => {
  fc.assert(
    fc.property(someActor, someAction, somePurpose, (actor, action, purpose) => {
      const text = JSON.stringify(conditionOf({ actor, action, ...(purpose ? { purpose } : {}) }))
      expect(text).not.toContain('"values":[]')
    }),
  )
})
