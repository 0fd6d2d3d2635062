import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Action, type Actor, capabilities, decide, Role } from '../../src/policy/index.ts'

/** Written out by hand: who may do what, to be read by whoever answers for it. */
const MATRIX: Record<Role, Record<Action, boolean>> = {
  administrator: {
    'account.read': true,
    'account.create': true,
    'document.read': false,
    'document.import': false,
    'document.correct': false,
    'document.remove': false,
    'clause.correct': false,
    'letter.read': false,
    'letter.draft': false,
  },
  secretariat: {
    'account.read': false,
    'account.create': false,
    'document.read': true,
    'document.import': true,
    'document.correct': true,
    'document.remove': true,
    'clause.correct': true,
    'letter.read': true,
    'letter.draft': true,
  },
}

const CASES = Role.options.flatMap((role) =>
  Action.options.map((action) => ({ role, action, allow: MATRIX[role][action] })),
)

function actor(...roles: Role[]): Actor {
  return { id: 'a', roles }
}

const someRoles = fc.uniqueArray(fc.constantFrom(...Role.options))

describe('policy', () => {
  test.each(CASES)('$role may do $action: $allow', ({ role, action, allow }) => {
    expect(decide(actor(role), action)).toEqual(
      allow ? { allow: true } : { allow: false, reason: 'noRole' },
    )
  })

  test.each(Action.options)('nobody signed out may do %s', (action) => {
    expect(decide(null, action)).toEqual({ allow: false, reason: 'signedOut' })
  })

  test('an actor without roles may do nothing', () => {
    expect(capabilities(actor())).toEqual([])
    expect(capabilities(null)).toEqual([])
  })

  test('every action is granted to somebody, else it should not exist', () => {
    expect(capabilities(actor(...Role.options))).toEqual(Action.options)
  })

  test('a further role never takes anything away', () => {
    fc.assert(
      fc.property(someRoles, fc.constantFrom(...Role.options), (roles, more) => {
        const before = capabilities(actor(...roles))
        expect(capabilities(actor(...roles, more))).toEqual(expect.arrayContaining(before))
      }),
    )
  })

  test('an action or a role that is not known is refused', () => {
    fc.assert(
      fc.property(fc.string(), someRoles, (word, roles) => {
        fc.pre(!Action.options.some((action) => action === word))
        fc.pre(!Role.options.some((role) => role === word))
        expect(decide(actor(...roles), word as Action).allow).toBe(false)
        for (const action of Action.options) {
          expect(decide(actor(word as Role), action).allow).toBe(false)
        }
      }),
    )
    for (const role of ['constructor', '__proto__', 'toString'] as unknown as Role[]) {
      expect(decide(actor(role), 'document.read').allow).toBe(false)
    }
  })
})
