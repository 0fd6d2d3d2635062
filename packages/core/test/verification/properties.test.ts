import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  type Action,
  type ActionOf,
  findActionFault,
  fold,
  OUTCOMES,
} from '../../src/incident/index.ts'
import { Entity, LEVELS, Role } from '../../src/policy/index.ts'
import {
  canFollow,
  decideViolation,
  reopenViolation,
  sendBackViolation,
  USUAL_CRITERIA,
  type Verdict,
} from '../../src/verification/index.ts'
import { actionsIn, INCIDENT, Line, vectors } from '../record/story.ts'

const RUNS = process.env['VIGIL_TORTURE'] === '1' ? 5_000 : 100
const PEOPLE = vectors(
  'verification',
  'people',
  z.record(z.string(), z.strictObject({ role: Role, entity: Entity, unStaff: z.boolean() })),
)
const BEFORE = actionsIn(vectors('verification', 'before', z.array(Line)))
const AROUND = {
  coChairs: ['mission', 'unicef'],
  profile: 'usual',
  policy: USUAL_CRITERIA,
  classOf: (): 'armed_group' => 'armed_group',
  today: '2031-12-31',
} as const

/** Everybody tries everything, most often what the way through the levels asks for next. */
const someTry = fc.record({
  does: fc.constantFrom('decide', 'decide', 'decide', 'decide', 'sendBack', 'reopen'),
  who: fc.constantFrom(...Object.keys(PEOPLE)),
  level: fc.constantFrom(1, 2, 3),
  ownLevel: fc.boolean(),
  outcome: fc.constantFrom(...OUTCOMES),
})
type Try = typeof someTry extends fc.Arbitrary<infer T> ? T : never

function ask(actions: readonly Action[], { does, who, outcome, ...tried }: Try): Verdict {
  const record = fold(actions)
  const grant = PEOPLE[who]
  if (!record || !grant) throw new Error(who)
  const own = LEVELS.find(({ role }) => role === grant.role)?.level
  const level = tried.ownLevel ? (own ?? tried.level) : tried.level
  const decider = { by: who, for: null, entity: grant.entity, grant }
  const wish = { violation: 'V-1', on: '2031-04-01', reason: 'T-1', decider }
  if (does === 'reopen')
    return reopenViolation(record, { ...wish, cause: 'finding_in_doubt' }, AROUND)
  if (does === 'sendBack') {
    return sendBackViolation(record, { ...wish, level: level === 2 ? 2 : 3 }, AROUND)
  }
  const whole = { attributionVerified: true, unconfirmed: null }
  return decideViolation(record, { ...wish, ...whole, level, outcome }, AROUND)
}

function played(tries: readonly Try[]): Action[] {
  return tries.reduce<Action[]>((actions, one, at) => {
    const verdict = ask(actions, one)
    if (!verdict.allowed) return actions
    const time = `2031-04-01T08:00:${String(at % 60).padStart(2, '0')}.${Math.floor(at / 60)}Z`
    const stamp = { incident: INCIDENT, by: one.who, for: null, madeAt: time, receivedAt: time }
    const added = verdict.deeds.map((deed, n) => ({ ...stamp, id: `d${at}-${n}`, deed }))
    for (const action of added) expect(findActionFault(actions, action)).toBeUndefined()
    return [...actions, ...added]
  }, BEFORE)
}

test('whatever people try, a decision of the task force has four signatures of four people', () => {
  let decided = 0
  fc.assert(
    fc.property(fc.array(someTry, { minLength: 30, maxLength: 60 }), (tries) => {
      const [violation] = fold(played([...FULL, ...tries]))?.violations ?? []
      for (const { level1, level2, ending } of violation?.verification.rounds ?? []) {
        if (ending?.deed.kind !== 'decide') continue
        decided += 1
        const all = [level1, ...level2, ending as ActionOf<'decide'>]
        expect(new Set(all.map((one) => one?.by)).size).toBe(4)
        expect(new Set(level2.map(({ deed }) => deed.entity)).size).toBe(2)
      }
    }),
    { numRuns: RUNS },
  )
  expect(decided).toBeGreaterThanOrEqual(RUNS)
})

test('whatever people try, the status moves only by the table', () => {
  fc.assert(
    fc.property(fc.array(someTry, { maxLength: 60 }), (tries) => {
      const [violation] = fold(played([...FULL, ...tries]))?.violations ?? []
      const statuses = violation?.verification.history.map(({ status }) => status) ?? []
      expect(statuses.slice(0, 2)).toEqual(['report_pending_verification', 'verified'])
      for (const [at, status] of statuses.slice(1).entries()) {
        expect(canFollow(statuses[at] ?? status, status)).toBe(true)
      }
    }),
    { numRuns: RUNS },
  )
})

/** One whole way through the levels, so that every run has at least one decision. */
const FULL: readonly Try[] = ['Bakary', 'Chi', 'Dora', 'Emeka'].map((who) => ({
  does: 'decide',
  who,
  level: 1,
  ownLevel: true,
  outcome: 'verified',
}))
