import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  findObstacles,
  findTakingFault,
  type Given,
  heldBy,
  OFFICES,
  type Party,
  type Thing,
} from '../../src/leaving/index.ts'
import { decide, type Grant, Purpose, type RecordFacts, Role } from '../../src/policy/index.ts'
import { someIncident } from '../policy/random.ts'

const RUNS = process.env['VIGIL_TORTURE'] === '1' ? 20_000 : 400
const PEOPLE = [1, 2, 3].map((n) => `0190000${n}-0000-7000-8000-000000000000`)
const READING = ['incident.read', 'identity.read'] as const

const someGrant: fc.Arbitrary<Grant> = fc.record({
  role: fc.constantFrom(...Role.options),
  operation: fc.option(fc.constantFrom('aldonia', 'arvenia')),
  regions: fc.constant(null),
  entity: fc.constantFrom('mission', 'unicef'),
  from: fc.constant('2030-01-01'),
  until: fc.constant(null),
})
/** Three accounts, of two or three persons, with whatever roles. */
const everybody: fc.Arbitrary<readonly Party[]> = fc
  .tuple(fc.boolean(), ...PEOPLE.map(() => fc.array(someGrant, { maxLength: 4 })))
  .map(([isShared, ...grants]) =>
    PEOPLE.map((id, at) => ({
      id,
      person: isShared && at === 1 ? (PEOPLE[0] ?? id) : id,
      grants: grants[at] ?? [],
    })),
  )

function reads({ id, grants }: Party, incident: RecordFacts): boolean {
  return READING.some((action) =>
    Purpose.options.some((purpose) => decide({ id, grants }, action, { incident, purpose }).allow),
  )
}

/** What the leaver has, each thing with the first who can take it over, who accepts. */
function give(incident: RecordFacts, leaver: Party, others: readonly Party[]): Given[] {
  const things: Thing[] = [
    ...(incident.owner === leaver.id ? [{ kind: 'incident_owned' as const }] : []),
    ...(incident.assignee === leaver.id ? [{ kind: 'incident_assigned' as const }] : []),
  ].map(({ kind }) => ({ kind, id: String(incident.id), incident }))
  return things.map((thing) => {
    const successor =
      others.find((one) => findTakingFault(thing, { leaver, successor: one }) === undefined) ?? null
    return { thing, successor, answer: successor && 'accepted' }
  })
}

/** The incident once everything has passed. */
function passed(incident: RecordFacts, given: readonly Given[]): RecordFacts {
  return given.reduce((one, { thing, successor }) => {
    if (!('incident' in thing) || !successor) return one
    const next = heldBy({ ...thing, incident: one }, successor.id)
    return { ...next, state: one.state }
  }, incident)
}

/** Somebody leaves who has, or reads, a random incident among random people. */
function leave(people: readonly Party[], incident: RecordFacts) {
  const [leaver, ...others] = people
  if (!leaver) throw new Error('Nobody is there')
  const strangers = others.filter(({ person }) => person !== leaver.person)
  const given = give(incident, leaver, others)
  const isUnread =
    given.length === 0 && reads(leaver, incident) && !strangers.some((one) => reads(one, incident))
  const facts = { leaver, others, given, unread: isUnread ? 1 : 0 }
  return { leaver, strangers, after: passed(incident, given), obstacles: findObstacles(facts) }
}

test('after an end nothing is reachable only by somebody who has left', () => {
  let ended = 0
  const sometimesHeld = fc
    .tuple(someIncident, fc.constantFrom('owner', 'assignee', 'both', 'neither'))
    .map(([incident, how]) => ({
      ...incident,
      ...(how === 'owner' || how === 'both' ? { owner: PEOPLE[0] ?? '' } : {}),
      ...(how === 'assignee' || how === 'both' ? { assignee: PEOPLE[0] ?? '' } : {}),
      ...(how === 'neither' ? { owner: PEOPLE[2] ?? '', assignee: null } : {}),
    }))
  fc.assert(
    fc.property(everybody, sometimesHeld, (people, incident) => {
      const { leaver, strangers, after, obstacles } = leave(people, incident)
      if (obstacles.length > 0) return
      ended += 1
      expect([after.owner, after.assignee]).not.toContain(leaver.id)
      if (reads(leaver, incident)) {
        const submitted = after.state === 'draft' && incident.owner !== leaver.id
        const later = submitted ? { ...after, state: 'submitted' as const } : after
        expect(strangers.some((one) => reads(one, later))).toBe(true)
      }
      for (const action of OFFICES.filter((one) => decide(leaver, one).allow)) {
        expect(strangers.some((one) => decide(one, action).allow)).toBe(true)
      }
    }),
    { numRuns: RUNS, seed: 15, examples: [[PAIR, OWNED]] },
  )
  expect(ended).toBeGreaterThan(0)
})

test('whoever has the leaver’s own grants can take everything over that is not frozen', () => {
  fc.assert(
    fc.property(everybody, someIncident, ([leaver, , other], incident) => {
      if (!leaver || !other) throw new Error('Nobody is there')
      const successor = { ...other, grants: leaver.grants }
      for (const { kind } of give({ ...incident, owner: leaver.id }, leaver, [])
        .map(({ thing }) => thing)
        .filter(() => incident.state !== 'frozen')) {
        if (kind !== 'incident_owned') continue
        const held = { ...incident, owner: leaver.id, assignee: null }
        const thing = { kind, id: String(incident.id), incident: held }
        if (!reads(leaver, held)) continue
        expect(findTakingFault(thing, { leaver, successor })).toBeUndefined()
      }
    }),
    { numRuns: RUNS },
  )
})

const MONITOR: Grant = {
  role: 'monitor',
  operation: null,
  regions: null,
  entity: 'mission',
  from: '2030-01-01',
  until: null,
}
/** Two monitors, so that at least one end goes through whatever is drawn. */
const PAIR: readonly Party[] = PEOPLE.map((id) => ({ id, person: id, grants: [MONITOR] }))
const OWNED: RecordFacts = {
  id: '01900001-0000-7000-8000-000000000001',
  operation: 'aldonia',
  region: 'north',
  class: 'S0',
  state: 'submitted',
  owner: PEOPLE[0] ?? '',
  assignee: null,
  entity: 'mission',
}
