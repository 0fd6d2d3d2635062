import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  type Action,
  Deed,
  findActionFault,
  fold,
  type IncidentRecord,
  OUTCOMES,
  type Violation,
} from '../../src/incident/index.ts'
import { Entity, Profile, Role } from '../../src/policy/index.ts'
import {
  allegedTally,
  attributionStatus,
  checklistOf,
  CriteriaPolicy,
  decideViolation,
  importStatus,
  impedimentsIn,
  jointState,
  nextReviewOn,
  recordAttempt,
  reopenViolation,
  sendBackViolation,
  Unconfirmed,
  USUAL_CRITERIA,
  type Verdict,
} from '../../src/verification/index.ts'
import { actionsIn, INCIDENT, Line, vectors } from '../record/story.ts'

const PEOPLE = vectors(
  'verification',
  'people',
  z.record(z.string(), z.strictObject({ role: Role, entity: Entity, unStaff: z.boolean() })),
)
const BEFORE = vectors('verification', 'before', z.array(Line))
const TODAY = '2031-12-31'
const classOf = (): 'armed_group' => 'armed_group'

const Step = z.strictObject({
  does: z.enum(['decide', 'record', 'attempt', 'reopen', 'sendBack', 'import', 'status']),
  who: z.string().default('Amina'),
  /** In whose seat, where the person has a second one. */
  as: z.string().optional(),
  for: z.string().optional(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(1),
  outcome: z.enum(OUTCOMES).default('verified'),
  on: z.iso.date().default('2031-03-12'),
  reason: z.string().nullable().default('T-why'),
  attributionVerified: z.boolean().default(false),
  unconfirmed: Unconfirmed.nullable().default(null),
  coChairs: z.array(Entity).default(['mission', 'unicef']),
  profile: Profile.default('usual'),
  policy: CriteriaPolicy.partial().default({}),
  action: Line.optional(),
  cause: z.literal('new_information').default('new_information'),
  obstacle: z.string().default('stigma'),
  nextReviewOn: z.iso.date().nullable().default(null),
  history: z.array(z.unknown()).default([]),
  verifiedNotLaterThan: z.iso.date().nullable().default(null),
  answer: z.string(),
})
type Step = z.infer<typeof Step>
const Story = z.strictObject({
  rule: z.string(),
  name: z.string(),
  before: z.array(Line).default([]),
  steps: z.array(Step),
  after: z.record(z.string(), z.unknown()),
})
const STORIES = vectors('verification', 'stories', z.array(Story))

function recordOf(actions: readonly Action[]): IncidentRecord {
  const record = fold(actions)
  if (!record) throw new Error('no record')
  return record
}

function circumstancesOf({ coChairs, profile, policy }: Step) {
  const criteria = { ...USUAL_CRITERIA, ...policy } as CriteriaPolicy
  return {
    coChairs,
    profile,
    policy: criteria,
    classOf,
    today: TODAY,
  } as const
}

/** What the step is answered. */
function ask(record: IncidentRecord, step: Step): Verdict {
  const { does, who, on, level, cause } = step
  const seat = PEOPLE[step.as ?? who]
  if (!seat) throw new Error(who)
  const decider = { by: who, for: step.for ?? null, entity: seat.entity, grant: seat }
  const wish = { violation: 'V-1', on, decider }
  const reason = step.reason ?? ''
  const around = circumstancesOf(step)
  if (does === 'reopen') return reopenViolation(record, { ...wish, cause, reason }, around)
  if (does === 'sendBack') {
    return sendBackViolation(record, { ...wish, reason, level: level === 2 ? 2 : 3 }, around)
  }
  return does === 'decide'
    ? decideViolation(record, { ...wish, ...step, decider }, around)
    : note(record, step)
}

function note(record: IncidentRecord, step: Step): Verdict {
  if (step.does === 'attempt') {
    const none = {
      requestedOn: null,
      answeredOn: null,
      refusedBy: null,
      area: null,
      alternatives: [],
    }
    const given = {
      ...none,
      kind: 'attempt',
      violation: 'V-1',
      obstacle: step.obstacle,
      on: step.on,
    }
    const deed = Deed.parse({ ...given, nextReviewOn: step.nextReviewOn })
    if (deed.kind === 'attempt') return recordAttempt(record, deed)
  }
  const file = {
    file: 'a'.repeat(64),
    row: '2',
    attribution: { of: null, verified: false },
    replaces: [],
  }
  const { history, verifiedNotLaterThan } = step
  const deed = Deed.parse({
    kind: 'import',
    violation: 'V-1',
    history,
    verifiedNotLaterThan,
    ...file,
  })
  if (deed.kind !== 'import') throw new Error('no import')
  return importStatus(record, deed)
}

/** Takes the step, checks its answer, and gives what is stored then. */
function take(actions: readonly Action[], step: Step, at: number): Action[] {
  const record = recordOf(actions)
  if (step.does === 'status') {
    expect(record.violations[0]?.verification.status).toBe(step.answer)
    return []
  }
  if (step.action) {
    const added = actionsIn([step.action])
    for (const one of added) expect(findActionFault(actions, one)).toBeUndefined()
    return added
  }
  const verdict = ask(record, step)
  expect(verdict.allowed ? 'yes' : verdict.reason, `step ${at + 1}`).toBe(step.answer)
  if (!verdict.allowed) return []
  const day = step.on < '2031-03-12' ? '2031-03-12' : step.on
  const stamp = { incident: INCIDENT, by: step.who, for: step.for ?? null }
  const times = { madeAt: `${day}T12:00:00Z`, receivedAt: `${day}T12:00:00Z` }
  const added = verdict.deeds.map((deed, n) => ({
    id: `s${at}-${n}`,
    ...stamp,
    ...times,
    deed: Deed.parse(deed),
  }))
  for (const [n, one] of added.entries()) {
    expect(findActionFault([...actions, ...added.slice(0, n)], one)).toBeUndefined()
  }
  return added
}

/** What stands after a story, as far as it says. */
function standing(record: IncidentRecord, violation: Violation): Record<string, unknown> {
  const { verification } = violation
  const last = verification.rounds.at(-1)
  const rest = record.links.find(({ link, to }) => link === 'remainder_of' && to === violation.id)
  const remainder = record.violations.find(({ id }) => id === rest?.from)
  const judging = { policy: USUAL_CRITERIA, classOf, on: TODAY } as const
  return {
    ...verification,
    round: last?.number,
    joint: last && jointState(last),
    statuses: verification.history.map(({ on, status }) => `${on} ${status}`),
    unmet: checklistOf(record, violation, judging)
      .criteria.filter(({ met }) => !met)
      .map(({ criterion }) => criterion),
    attribution: attributionStatus(violation),
    alleged: allegedTally(record, violation),
    remainder: remainder && {
      id: remainder.id,
      status: remainder.verification.status,
      alleged: allegedTally(record, remainder),
    },
    comments: record.stateComments.length,
    nextReviewOn: nextReviewOn(violation),
    impediments: impedimentsIn(record, { from: '2031-01-01', until: TODAY }).map(
      ({ obstacle }) => obstacle,
    ),
    violations: record.violations.map(({ category }) => category),
  }
}

describe('verification', () => {
  test.each(STORIES)('$rule: $name', ({ before, steps, after }) => {
    const actions = actionsIn([...BEFORE, ...before])
    for (const [at, step] of steps.entries()) actions.push(...take(actions, step, at))
    const record = recordOf(actions)
    const [violation] = record.violations
    expect(record.waiting).toEqual([])
    expect(violation && standing(record, violation)).toMatchObject(after)
  })
})
