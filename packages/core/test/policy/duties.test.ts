import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { formatMessage } from '../../src/i18n/message.ts'
import en from '../../src/i18n/en/taskforce.json' with { type: 'json' }
import fr from '../../src/i18n/fr/taskforce.json' with { type: 'json' }
import {
  Action,
  actsFor,
  classOfElement,
  CoChairSet,
  coChairsOn,
  decide,
  type Element,
  ELEMENT_CLASSES,
  Entity,
  findDutyFault,
  findExcludedWith,
  findJointFault,
  findLevelFault,
  findSeatFault,
  findSetFault,
  findSignatureFault,
  findStaffFault,
  Grant,
  grantsHeld,
  isChosen,
  isThirdPerson,
  LEVELS,
  type LevelSignature,
  mostSensitive,
  policiesOf,
  Profile,
  profileOn,
  Role,
  seatedGrants,
  SensitivityClass,
  signatureLine,
} from '../../src/policy/index.ts'
import { someAction, someActor, someIncident } from './random.ts'

const VECTORS = join(import.meta.dirname, '../../vectors/policy')
const [ANA, CHI] = [1, 2].map((n) => `0190000${n}-0000-7000-8000-000000000000`) as [string, string]

function read<Schema extends z.ZodType>(name: string, schema: Schema): z.infer<Schema> {
  return schema.parse(JSON.parse(readFileSync(join(VECTORS, `${name}.json`), 'utf8')))
}

const GivenGrant = z.record(z.string(), z.unknown()).transform((given): Grant => {
  const usual = { operation: 'aldonia', regions: null, entity: null, from: '2030-01-01' }
  return Grant.strict().parse({ ...usual, until: null, ...given })
})
const GivenSet = z
  .record(z.string(), z.unknown())
  .transform((given) => CoChairSet.strict().parse({ operation: 'aldonia', ...given }))

describe('co-chairs', () => {
  const vectors = read(
    'co-chairs',
    z.strictObject({
      sets: z.array(GivenSet),
      days: z.array(
        z.strictObject({ name: z.string(), day: z.iso.date(), coChairs: z.array(Entity) }),
      ),
      together: z.array(
        z.strictObject({ name: z.string(), sets: z.array(GivenSet), answer: z.string() }),
      ),
      grants: z.array(z.strictObject({ name: z.string(), grant: GivenGrant, answer: z.string() })),
      inForce: z.array(
        z.strictObject({
          name: z.string(),
          grant: GivenGrant,
          day: z.iso.date(),
          answer: z.boolean(),
        }),
      ),
    }),
  )
  const { sets } = vectors

  test.each(vectors.days)('$name', ({ day, coChairs }) => {
    expect(coChairsOn(sets, { operation: 'aldonia', day })).toEqual(coChairs)
  })
  test.each(vectors.together)('$name', (given) => {
    expect(findSetFault(given.sets) ?? 'yes').toBe(given.answer)
  })
  test.each(vectors.grants)('$name', ({ grant, answer }) => {
    expect(findSeatFault(grant, sets) ?? 'yes').toBe(answer)
  })
  test.each(vectors.inForce)('$name', ({ grant, day, answer }) => {
    expect(seatedGrants([grant], { sets, day })).toEqual(answer ? [grant] : [])
  })

  test('on any day, whoever is a co-chair holds a seat that day, and others are left alone', () => {
    fc.assert(
      fc.property(someActor, fc.date({ noInvalidDate: true, ...YEARS }), ({ grants }, date) => {
        const day = date.toISOString().slice(0, 10)
        const coChairs = coChairsOn(sets, { operation: 'aldonia', day })
        for (const grant of seatedGrants(grants, { sets, day })) {
          const isSeat = ['co_chair', 'technical_co_chair'].includes(grant.role)
          if (isSeat) expect(coChairs).toContain(grant.entity)
        }
        const unseated = (some: readonly Grant[]) =>
          some.filter(({ role }) => !['co_chair', 'technical_co_chair'].includes(role))
        expect(unseated(seatedGrants(grants, { sets, day }))).toEqual(unseated(grants))
      }),
    )
  })
})

const YEARS = { min: new Date('2018-01-01'), max: new Date('2026-01-01') }

describe('levels of verification', () => {
  const Case = z.strictObject({
    name: z.string(),
    role: Role,
    unStaff: z.boolean(),
    level: z.literal([1, 2, 3]),
    answer: z.string(),
  })
  test.each(read('levels', z.array(Case)))('$name', ({ role, unStaff, level, answer }) => {
    expect(findLevelFault({ role, unStaff }, level) ?? 'yes').toBe(answer)
  })

  test.each(Role.options)(
    'a %s may be granted to anybody, unless it holds level 2 or 3',
    (role) => {
      const holds = LEVELS.some((one) => one.level > 1 && one.role === role)
      expect(findStaffFault({ role })).toBe(holds ? 'notStaff' : undefined)
      expect(findStaffFault({ role, unStaff: true })).toBeUndefined()
    },
  )
})

describe('who signs beside whom', () => {
  const Signed = z
    .strictObject({
      level: z.literal([1, 2, 3]),
      by: z.string(),
      for: z.string().nullable().default(null),
      entity: Entity,
    })
    .transform((given): LevelSignature => given)
  const Case = z.strictObject({
    name: z.string(),
    earlier: z.array(Signed),
    next: Signed,
    usual: z.string(),
    small_team: z.string(),
  })
  test.each(read('separation', z.array(Case)))('$name', ({ earlier, next, ...answers }) => {
    for (const profile of Profile.options) {
      expect(findSignatureFault(earlier, next, profile) ?? 'yes').toBe(answers[profile])
    }
  })

  const person = fc.constantFrom('Ana', 'Bo', 'Chi')
  const signature: fc.Arbitrary<LevelSignature> = fc.record({
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    by: person,
    for: fc.option(person),
    entity: fc.constantFrom(...Entity.options),
  })

  test('a small team may do all that others may, and never both sides of one decision', () => {
    fc.assert(
      fc.property(fc.array(signature, { maxLength: 4 }), signature, (earlier, next) => {
        const usual = findSignatureFault(earlier, next, 'usual')
        const small = findSignatureFault(earlier, next, 'small_team')
        if (usual === undefined) expect(small).toBeUndefined()
        if (small !== undefined) return
        const beside = earlier.filter(({ level }) => level === next.level)
        const people = ({ by, for: absent }: LevelSignature) => [by, absent ?? by]
        expect(beside.flatMap(people).filter((one) => people(next).includes(one))).toEqual([])
      }),
    )
  })

  test('it does not matter which side signs first', () => {
    fc.assert(
      fc.property(signature, signature, (one, other) => {
        expect(findJointFault([one], other)).toBe(findJointFault([other], one))
      }),
    )
  })
})

describe('the profile', () => {
  test('is chosen once every co-chair signed, and never by one alone', () => {
    expect(isChosen(['mission', 'unicef'], ['unicef', 'mission'])).toBe(true)
    expect(isChosen(['mission', 'unicef'], ['unicef', 'mission', 'other'])).toBe(false)
    expect(isChosen(['mission'], ['mission', 'unicef'])).toBe(false)
    expect(isChosen(['mission'], ['mission'])).toBe(false)
    expect(isChosen([], [])).toBe(false)
  })

  test('that holds is the newest that all co-chairs of the day have signed', () => {
    const pair = ['mission', 'unicef'] as const
    const small = { profile: 'small_team', signed: pair } as const
    const back = { profile: 'usual', signed: ['unicef'] } as const
    expect(profileOn([], pair)).toBe('usual')
    expect(profileOn([small], pair)).toBe('small_team')
    expect(profileOn([back, small], pair)).toBe('small_team')
    expect(profileOn([{ ...back, signed: pair }, small], pair)).toBe('usual')
    expect(profileOn([small], ['rc_office', 'unicef'])).toBe('usual')
    expect(profileOn([small], [])).toBe('usual')
  })

  test('is what every report prints', () => {
    expect(policiesOf('usual')).toEqual({ profile: 'usual', levelsByOnePerson: null })
    expect(policiesOf('small_team')).toEqual({ profile: 'small_team', levelsByOnePerson: '1+2' })
  })
})

describe('an officer in charge', () => {
  const vectors = read(
    'acting',
    z.strictObject({
      setUp: z.array(
        z.strictObject({
          name: z.string(),
          self: z.boolean().default(false),
          absent: z.array(GivenGrant),
          officer: z.array(GivenGrant),
          from: z.iso.date(),
          until: z.iso.date(),
          unStaff: z.boolean(),
          answer: z.string(),
        }),
      ),
      acts: z.array(
        z.strictObject({
          name: z.string(),
          own: z.array(GivenGrant),
          absent: z.array(GivenGrant),
          day: z.iso.date(),
          does: Action,
          answer: z.enum(['own', 'for', 'no']),
        }),
      ),
      printed: z.array(
        z.strictObject({
          name: z.string(),
          for: z.string().nullable(),
          en: z.string(),
          fr: z.string(),
        }),
      ),
    }),
  )

  test.each(vectors.setUp)('$name', ({ self, absent, officer, answer, ...days }) => {
    const { from, until, unStaff } = days
    const duty = { absent: ANA, officer: self ? ANA : CHI, from, until, unStaff }
    const fault = findDutyFault({ duty, grants: absent }, { own: officer, duties: [] })
    expect(fault ?? 'yes').toBe(answer)
  })

  const days = { from: '2031-03-01', until: '2031-03-14' }
  test.each(vectors.acts)('$name', ({ own, absent, day, does, answer }) => {
    const duty = { absent: ANA, officer: CHI, ...days, unStaff: true }
    const actor = { id: CHI, grants: grantsHeld(own, [{ duty, grants: absent }], day) }
    const incident = { ...USUAL, owner: ANA }
    const isAllowed = decide(actor, does, { incident }).allow
    const absentId = actsFor({ actor, action: does, incident })
    expect(absentId === null ? (isAllowed ? 'own' : 'no') : 'for').toBe(answer)
  })

  test('is agreed to by neither of the two, nor by who set it up, nor for one of them', () => {
    const duty = { absent: 'Ana', officer: 'Chi', setBy: 'Dia' }
    const answers = ['Ana', 'Chi', 'Dia', 'Bo'].map((by) => isThirdPerson(duty, { by, for: null }))
    expect(answers).toEqual([false, false, false, true])
    expect(isThirdPerson(duty, { by: 'Bo', for: 'Ana' })).toBe(false)
  })

  test.each(vectors.printed)('$name is printed', ({ name, for: absent, ...printed }) => {
    const { key, values } = signatureLine({ name, for: absent })
    expect(formatMessage('en', en[key], values)).toBe(printed.en)
    expect(formatMessage('fr', fr[key], values)).toBe(printed.fr)
  })

  test('does in another’s name just what is allowed and not their own', () => {
    fc.assert(
      fc.property(someActor, someActor, someAction, someIncident, (...tuple) => {
        const [me, absent, action, incident] = tuple
        const lent = absent.grants.map((grant) => ({ ...grant, for: absent.id }))
        const actor = { id: me.id, grants: [...me.grants, ...lent] }
        const allowed = (grants: readonly Grant[]) =>
          decide({ id: me.id, grants }, action, { incident }).allow
        const isOwn = allowed(me.grants)
        const answer = actsFor({ actor, action, incident })
        expect(answer).toBe(!isOwn && allowed(actor.grants) ? absent.id : null)
      }),
      { numRuns: 3_000 },
    )
  })

  test('never holds, own and lent, two roles that exclude each other on one day', () => {
    fc.assert(
      fc.property(someActor, someActor, (me, absent) => {
        const duty = { absent: ANA, officer: CHI, ...days, unStaff: true }
        const next = { duty, grants: absent.grants }
        fc.pre(findDutyFault(next, { own: me.grants, duties: [] }) === undefined)
        expect(findExcludedWith(me.grants, [next])).toBeUndefined()
        const held = grantsHeld(me.grants, [next], days.from).map(({ role }) => role)
        const reads = held.includes('focal_point') || held.includes('case_worker')
        expect(reads && (held.includes('administrator') || held.includes('auditor'))).toBe(false)
      }),
    )
  })

  test('has nothing on any other day', () => {
    const duty = { absent: ANA, officer: CHI, ...days, unStaff: true }
    fc.assert(
      fc.property(someActor, someActor, (me, absent) => {
        const next = [{ duty, grants: absent.grants }]
        for (const day of ['2031-02-28', '2031-03-15']) {
          expect(grantsHeld(me.grants, next, day)).toEqual(me.grants)
        }
      }),
    )
  })
})

const USUAL = {
  operation: 'aldonia',
  region: 'coast',
  class: 'S1',
  state: 'submitted',
  assignee: null,
  entity: 'mission',
} as const

describe('the class of every element (mrm.md 2.2)', () => {
  const names = Object.keys(ELEMENT_CLASSES) as [Element, ...Element[]]
  const vectors = read(
    'elements',
    z.strictObject({
      table: z.array(
        z.strictObject({
          element: z.enum(names),
          class: SensitivityClass,
          because: z.string().min(5),
        }),
      ),
      where: z.array(
        z.strictObject({
          name: z.string(),
          element: z.enum(names),
          sexualViolence: z.boolean().default(false),
          alleged: z.boolean().default(false),
          class: SensitivityClass,
        }),
      ),
    }),
  )

  test('is said and argued for each, once', () => {
    expect(vectors.table.map(({ element }) => element)).toEqual(names)
  })
  test.each(vectors.table)('$element is $class: $because', (given) => {
    expect(classOfElement(given.element)).toBe(given.class)
  })
  test.each(vectors.where)('$name', ({ element, class: expected, ...surroundings }) => {
    expect(classOfElement(element, surroundings)).toBe(expected)
  })

  test('never falls below the table, wherever it stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.boolean(), fc.boolean(), (element, one, other) => {
        const raised = classOfElement(element, { sexualViolence: one, alleged: other })
        expect(mostSensitive([raised, ELEMENT_CLASSES[element]])).toBe(raised)
      }),
    )
  })
})
