import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  findObstacles,
  findTakingFault,
  type Given,
  HOLDINGS,
  isDueFrom,
  type Obstacle,
  type Party,
  type Thing,
} from '../../src/leaving/index.ts'
import {
  Action,
  Entity,
  type Grant,
  IncidentFacts,
  type RecordFacts,
  Role,
} from '../../src/policy/index.ts'

const VECTORS = join(import.meta.dirname, '../../vectors/leaving')
const LEAVER = '01900001-0000-7000-8000-000000000000'
const SOMEBODY = '01900009-0000-7000-8000-000000000000'
const AUTHOR = '01900003-0000-7000-8000-000000000000'
const ID = '01900002-0000-7000-8000-000000000000'

const Taking = z.strictObject({
  name: z.string(),
  kind: z.enum(['incident_owned', 'incident_assigned', 'letter', 'custody']),
  incident: z.record(z.string(), z.string()).default({}),
  leaver: z.array(z.string()),
  successor: z.array(z.string()),
  samePerson: z.boolean().default(false),
  answer: z.enum(['yes', 'frozen', 'samePerson', 'unfit']),
})
const Leaving = z.strictObject({
  name: z.string(),
  leaver: z.array(z.string()),
  others: z.array(z.array(z.string())),
  samePerson: z.boolean().default(false),
  given: z.array(z.enum(['accepted', 'unnamed', 'waiting', 'refused'])),
  unread: z.int().default(0),
  answer: z.array(z.string()),
})

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(VECTORS, `${name}.json`), 'utf8'))
}

/** A grant as the cases write it: a role, perhaps "of the" region, "in" an operation or "for" an entity. */
function grantOf(words: string): Grant {
  const [, role, how, what = ''] = /^(\w+)(?: (of the|in|for) (\w+))?$/.exec(words) ?? []
  return {
    role: Role.parse(role),
    operation: how === 'for' ? 'aldonia' : how === 'in' ? what : null,
    regions: how === 'of the' ? [what] : null,
    entity: how === 'for' ? Entity.parse(what) : null,
    from: '2030-01-01',
    until: null,
  }
}

function party(id: string, roles: readonly string[], person = id): Party {
  return { id, person, grants: roles.map(grantOf) }
}

function incidentOf(kind: string, more: Readonly<Record<string, string>>): RecordFacts {
  const usual = { operation: 'aldonia', region: 'north', class: 'S1', state: 'submitted' }
  const held = kind === 'incident_owned'
  const facts = {
    ...usual,
    entity: 'mission',
    owner: held ? LEAVER : AUTHOR,
    assignee: held ? null : LEAVER,
    ...more,
  }
  return { ...IncidentFacts.parse(facts), id: ID }
}

function thingOf({ kind, incident }: z.infer<typeof Taking>): Thing {
  if (kind === 'letter' || kind === 'custody') return { kind, id: ID }
  return { kind, id: ID, incident: incidentOf(kind, incident) }
}

describe('taking over', () => {
  test.each(z.array(Taking).parse(read('taking-over')))('$name', (given) => {
    const leaver = party(LEAVER, given.leaver)
    const successor = party(SOMEBODY, given.successor, given.samePerson ? LEAVER : SOMEBODY)
    expect(findTakingFault(thingOf(given), { leaver, successor }) ?? 'yes').toBe(given.answer)
  })
})

function saysOf(obstacle: Obstacle): string {
  if (obstacle.what === 'office') return `office ${obstacle.action}`
  if (obstacle.what !== 'seat') return `${obstacle.what} ${obstacle.count}`
  return `seat ${obstacle.role} ${obstacle.operation} ${obstacle.entity}`
}

describe('what stands in the way', () => {
  test.each(z.array(Leaving).parse(read('obstacles')))('$name', (asked) => {
    const leaver = party(LEAVER, asked.leaver)
    const others = asked.others.map((roles, at) =>
      party(`other ${at}`, roles, asked.samePerson ? LEAVER : `other ${at}`),
    )
    const given = asked.given.map((state): Given => {
      const thing = thingOf(Taking.parse({ ...CASE, kind: 'incident_owned' }))
      const successor = state === 'unnamed' ? null : (others[0] ?? null)
      return {
        thing,
        successor,
        answer: state === 'accepted' || state === 'refused' ? state : null,
      }
    })
    const found = findObstacles({ leaver, others, given, unread: asked.unread })
    expect(found.map(saysOf)).toEqual(asked.answer)
  })
})

const Signing = z.strictObject({
  name: z.string(),
  action: Action,
  operation: z.string().nullable().default(null),
  entity: Entity.nullable().default(null),
  leaver: z.array(z.string()),
  others: z.array(z.array(z.string())),
  samePerson: z.boolean().default(false),
  barred: z.array(z.string()).default([]),
  answer: z.enum(['due', 'not due']),
})

describe('signatures that are due', () => {
  test.each(z.array(Signing).parse(read('signatures')))('$name', (asked) => {
    const others = asked.others.map((roles, at) =>
      party(`other ${at}`, roles, asked.samePerson ? LEAVER : `other ${at}`),
    )
    const barred = asked.barred.map((one) => (one === 'leaver' ? LEAVER : one))
    const leaver = party(LEAVER, asked.leaver)
    const isDue = isDueFrom({ ...asked, barred }, { leaver, others })
    expect(isDue ? 'due' : 'not due').toBe(asked.answer)
  })
})

const CASE = { name: '', leaver: [], successor: [], answer: 'yes' }

test('every kind of thing says what becomes of it', () => {
  const fates = Object.entries<{ fate: string; needs?: string }>(HOLDINGS)
  expect(new Set(fates.map(([, { fate }]) => fate))).toEqual(new Set(['given', 'ends', 'stays']))
  for (const [kind, { fate, needs }] of fates) {
    const isIncident = kind.startsWith('incident_')
    expect([kind, needs !== undefined]).toEqual([kind, fate === 'given' && !isIncident])
  }
})
