import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Approval, approvalOf, isAgreed, recoveryState } from '../../src/enrolment/index.ts'
import { Entity, type Grant, Profile, Role } from '../../src/policy/index.ts'

const VECTORS = join(import.meta.dirname, '../../vectors/enrolment')
const Moment = z.iso.datetime()
const Held = z.array(z.strictObject({ role: Role, entity: Entity.optional() }))
const Asked = z.strictObject({
  name: z.string(),
  profile: Profile,
  owner: Held,
  earlier: z.array(Role),
  next: Held,
  self: z.boolean().default(false),
  again: z.boolean().default(false),
  answer: z.string(),
})
const Recovery = z.strictObject({
  name: z.string(),
  waitsUntil: Moment.nullable(),
  codeExpiresAt: Moment.nullable(),
  cancelledAt: Moment.nullable(),
  doneAt: Moment.nullable(),
  now: Moment,
  state: z.string(),
})

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(VECTORS, `${name}.json`), 'utf8'))
}

function grantsOf(held: z.infer<typeof Held>): Grant[] {
  const always = { operation: null, regions: null, from: '2030-01-01', until: null }
  return held.map(({ role, entity = null }) => ({ role, entity, ...always }))
}

describe('who may agree', () => {
  test.each(z.array(Asked).parse(read('approvals')))('$name', (given) => {
    const earlier = given.earlier.map((role, at) => ({ person: `earlier ${at}`, role }))
    const person = given.self ? 'owner' : given.again ? 'earlier 0' : 'next'
    const found = approvalOf({
      owner: { person: 'owner', grants: grantsOf(given.owner) },
      earlier,
      next: { person, grants: grantsOf(given.next) },
      profile: given.profile,
    })
    expect('role' in found ? found.role : found.fault).toBe(given.answer)
  })

  test('whoever comes, in whatever order, it takes two persons who are not the owner', () => {
    const someone = fc.record({
      person: fc.constantFrom('owner', 'one', 'two', 'three'),
      role: fc.constantFrom(...Role.options),
      entity: fc.option(fc.constantFrom(...Entity.options)),
    })
    const everybody = fc.array(someone, { maxLength: 12 })
    fc.assert(
      fc.property(everybody, fc.constantFrom(...Profile.options), (coming, profile) => {
        const approvals: Approval[] = []
        const owner = { person: 'owner', grants: grantsOf([{ role: 'monitor', entity: 'unicef' }]) }
        for (const { person, role, entity } of coming) {
          const grants = grantsOf([{ role, ...(entity && { entity }) }])
          const found = approvalOf({ owner, earlier: approvals, next: { person, grants }, profile })
          if ('role' in found) approvals.push({ person, role: found.role })
        }
        const persons = new Set(approvals.map(({ person }) => person))
        expect(persons.has('owner')).toBe(false)
        expect(persons.size).toBe(approvals.length)
        expect(isAgreed(profile, approvals)).toBe(approvals.length === 2)
      }),
      { numRuns: 2_000 },
    )
  })
})

test.each(z.array(Recovery).parse(read('recoveries')))('$name', ({ now, state, ...facts }) => {
  expect(recoveryState(facts, now)).toBe(state)
})
