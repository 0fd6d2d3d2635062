import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  Action,
  type Actor,
  canBeHeldTogether,
  classesSeen,
  capabilities,
  decide,
  explain,
  findGivingFault,
  INCIDENT_FIELDS,
  Role,
  SensitivityClass,
} from '../../src/policy/index.ts'
import { GivenGrant, grant, ME, questionOf, read, Situation } from './cases.ts'

const Case = Situation.extend({
  hidden: z.array(z.enum(INCIDENT_FIELDS)).default([]),
  besides: z.array(z.string()).default([]),
})
const Explained = Situation.extend({
  because: z.array(z.string()).optional(),
  rules: z.record(z.string(), z.string()).default({}),
})
const Together = z.strictObject({
  name: z.string(),
  roles: z.tuple([Role, Role]),
  may: z.boolean(),
})
const Giving = z.strictObject({
  name: z.string(),
  self: z.boolean().default(false),
  holds: z.array(GivenGrant),
  'is given': z.array(GivenGrant),
  answer: z.enum([
    'yes',
    'own',
    'days',
    'excluded',
    'notStaff',
    'operationMissing',
    'entityMissing',
    'notSeated',
  ]),
  pair: z.tuple([Role, Role]).optional(),
})

describe('what a role may do at all', () => {
  const actions = z.record(Role, z.array(Action)).parse(read('actions'))
  test.each(Role.options)('%s', (role) => {
    const actor: Actor = { id: ME, grants: [grant({ role })] }
    expect(capabilities(actor)).toEqual(Action.options.filter((one) => actions[role].includes(one)))
  })
})

describe('the elements of one incident', () => {
  const Seen = Situation.extend({ sees: z.array(SensitivityClass) })
  test.each(z.array(Seen).parse(read('classes')))('$name', (given) => {
    const { incident, ...wish } = questionOf(given)
    expect(classesSeen(wish, incident)).toEqual(given.sees)
  })
})

describe('one incident', () => {
  test.each(z.array(Case).parse(read('incidents')))('$name', (given) => {
    const { actor, action, ...asked } = questionOf(given)
    const decision = decide(actor, action, asked)
    expect(decision.allow ? 'yes' : decision.reason).toBe(given.answer)
    if (!decision.allow) return
    expect(INCIDENT_FIELDS.filter((field) => !decision.seen.includes(field))).toEqual(given.hidden)
    expect(decision.obligations).toEqual(given.besides)
  })
})

describe('why', () => {
  test.each(z.array(Explained).parse(read('explanations')))('$name', (given) => {
    const { decision, findings } = explain(questionOf(given))
    expect(decision.allow ? 'yes' : decision.reason).toBe(given.answer)
    const effect = decision.allow ? 'allow' : 'forbid'
    const because = findings
      .filter(({ rule, answer }) => rule.effect === effect && answer === 'holds')
      .map(({ rule }) => rule.name)
    if (given.because) expect(because).toEqual(given.because)
    const said = Object.fromEntries(findings.map(({ rule, answer }) => [rule.name, answer]))
    expect(said).toMatchObject(given.rules)
  })
})

const PAIR = { operation: 'aldonia', entities: ['mission', 'unicef'] } as const

describe('giving roles', () => {
  test.each(z.array(Giving).parse(read('giving')))('$name', (given) => {
    const found = findGivingFault({
      giver: ME,
      holder: given.self ? ME : null,
      held: given.holds.map((one) => grant(one)),
      added: given['is given'].map((one) => grant(one)),
      coChairs: [{ ...PAIR, from: '2030-01-01', until: null }],
    })
    expect(found?.fault ?? 'yes').toBe(given.answer)
    if (found?.fault === 'excluded') expect(found.pair.map(({ role }) => role)).toEqual(given.pair)
  })
})

test.each(z.array(Together).parse(read('together')))('$name', ({ roles: [one, other], may }) => {
  expect(canBeHeldTogether(one, other)).toBe(may)
  expect(canBeHeldTogether(other, one)).toBe(may)
})
