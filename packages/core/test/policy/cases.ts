import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Action, type Actor, Grant, IncidentFacts, Purpose } from '../../src/policy/index.ts'

const VECTORS = join(import.meta.dirname, '../../vectors/policy')
export const ME = '01900001-0000-7000-8000-000000000000'
const SOMEBODY = '01900002-0000-7000-8000-000000000000'
const ONE = '01900005-0000-7000-8000-000000000000'

/** A grant as a vector writes it: only what differs from the whole of one operation. */
export const GivenGrant = z.record(z.string(), z.unknown())

/** Who does what on which incident, as vectors write it. */
export const Situation = z.strictObject({
  name: z.string(),
  who: z.array(GivenGrant),
  /** Held for an entity that does not co-chair today. */
  unseated: z.array(GivenGrant).default([]),
  does: Action,
  is: z.enum(['owner', 'assignee', 'opened']).optional(),
  incident: z.record(z.string(), z.unknown()).default({}),
  for: Purpose.optional(),
  answer: z.enum(['yes', 'notThisRecord', 'noRole', 'forbidden', 'purpose']),
})

export function read(name: string): unknown {
  return JSON.parse(readFileSync(join(VECTORS, `${name}.json`), 'utf8'))
}

export function grant(given: Readonly<Record<string, unknown>>): Grant {
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

/** The question that a situation puts. */
export function questionOf(given: Readonly<z.infer<typeof Situation>>) {
  const opened = given.is === 'opened' ? [ONE] : []
  const actor: Actor = { id: ME, grants: given.who.map((one) => grant(one)), opened }
  const mine = given.is && given.is !== 'opened' ? { [given.is]: ME } : {}
  const facts = IncidentFacts.strict().parse({ ...USUAL, ...given.incident, ...mine })
  const incident = { ...facts, id: ONE }
  const unseated = given.unseated.map((one) => grant(one))
  const purpose = given.for ? { purpose: given.for } : {}
  return { actor, action: given.does, incident, unseated, ...purpose }
}
