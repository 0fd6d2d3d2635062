import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  Action,
  type Actor,
  canBeHeldTogether,
  capabilities,
  decide,
  Grant,
  INCIDENT_FIELDS,
  IncidentFacts,
  Purpose,
  Role,
} from '../../src/policy/index.ts'

const VECTORS = join(import.meta.dirname, '../../vectors/policy')
const ME = '01900001-0000-7000-8000-000000000000'
const SOMEBODY = '01900002-0000-7000-8000-000000000000'

const Case = z.strictObject({
  name: z.string(),
  who: z.array(z.record(z.string(), z.unknown())),
  does: Action,
  is: z.enum(['owner', 'assignee']).optional(),
  incident: z.record(z.string(), z.unknown()).default({}),
  for: Purpose.optional(),
  answer: z.enum(['yes', 'notThisRecord', 'noRole', 'forbidden', 'purpose']),
  hidden: z.array(z.enum(INCIDENT_FIELDS)).default([]),
  besides: z.array(z.string()).default([]),
})
const Together = z.strictObject({
  name: z.string(),
  roles: z.tuple([Role, Role]),
  may: z.boolean(),
})

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(VECTORS, `${name}.json`), 'utf8'))
}

function grant(given: Readonly<Record<string, unknown>>): Grant {
  const usual = { operation: 'aldonia', regions: null, entity: null }
  return Grant.strict().parse({ ...usual, from: '2030-01-01', until: null, ...given })
}

const USUAL: IncidentFacts = {
  operation: 'aldonia',
  region: 'coast',
  class: 'S1',
  state: 'submitted',
  owner: SOMEBODY,
  assignee: null,
  entity: 'mission',
}

describe('what a role may do at all', () => {
  const actions = z.record(Role, z.array(Action)).parse(read('actions'))
  test.each(Role.options)('%s', (role) => {
    const actor: Actor = { id: ME, grants: [grant({ role })] }
    expect(capabilities(actor)).toEqual(Action.options.filter((one) => actions[role].includes(one)))
  })
})

describe('one incident', () => {
  test.each(z.array(Case).parse(read('incidents')))('$name', (given) => {
    const actor = { id: ME, grants: given.who.map((one) => grant(one)) }
    const mine = given.is ? { [given.is]: ME } : {}
    const incident = IncidentFacts.strict().parse({ ...USUAL, ...given.incident, ...mine })
    const purpose = given.for ? { purpose: given.for } : {}
    const decision = decide(actor, given.does, { incident, ...purpose })
    expect(decision.allow ? 'yes' : decision.reason).toBe(given.answer)
    if (!decision.allow) return
    expect(INCIDENT_FIELDS.filter((field) => !decision.seen.includes(field))).toEqual(given.hidden)
    expect(decision.obligations).toEqual(given.besides)
  })
})

test.each(z.array(Together).parse(read('together')))('$name', ({ roles: [one, other], may }) => {
  expect(canBeHeldTogether(one, other)).toBe(may)
  expect(canBeHeldTogether(other, one)).toBe(may)
})
