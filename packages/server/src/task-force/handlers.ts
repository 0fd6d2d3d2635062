import type { ProblemCode } from '@vigil/contract/problems'
import type { DutyFault } from '@vigil/core/policy'
import { findAccount } from '../accounts/accounts.ts'
import { dayOf } from '../accounts/grants.ts'
import type { Db } from '../db/transaction.ts'
import type { Handlers, SignedInActor } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import { checkProof } from '../policy/obligations.ts'
import { enterCoChairs } from './co-chairs.ts'
import {
  agreeToDuty,
  endDuty,
  mayAgree,
  mayEnd,
  readDuties,
  setDuty,
  type StoredDuty,
} from './duties.ts'
import { chooseProfile } from './profile.ts'
import { readTaskForces } from './read.ts'

type Own =
  | 'readTaskForces'
  | 'enterCoChairs'
  | 'chooseProfile'
  | 'setDuty'
  | 'agreeToDuty'
  | 'endDuty'

const SET_FAULTS = {
  tooFew: 'request.invalid',
  days: 'taskforce.days',
  overlap: 'taskforce.overlap',
} as const satisfies Record<string, ProblemCode>

const CHOICE_FAULTS = {
  noSeat: 'access.denied',
  sameProfile: 'taskforce.sameProfile',
  bothSides: 'taskforce.bothSides',
  signed: 'taskforce.signed',
} as const satisfies Record<string, ProblemCode>

const DUTY_FAULTS = {
  self: 'duty.self',
  days: 'duty.days',
  nothing: 'duty.nothing',
  excluded: 'duty.excluded',
  notStaff: 'duty.notStaff',
} as const satisfies Record<DutyFault, ProblemCode>

/** Who co-chairs, who acts for whom, and how a task force divides its work. */
export const taskForceHandlers: Pick<Handlers, Own> = {
  readTaskForces: ({ actor, db, now }) => readTaskForces(db, actor, now),

  enterCoChairs({ actor, params: { operation }, body, now, write }) {
    checkProof('taskforce.seat', { actor, now })
    return write(async (tx) => {
      const entered = await enterCoChairs(tx, { operation, ...body, by: actor.id, now })
      if ('fault' in entered) return refuse(SET_FAULTS[entered.fault])
      const answer = await readTaskForces(tx, actor, now)
      const object = { type: 'taskforce', id: entered.id } as const
      return { answer, object, change: { operation, ...body } }
    })
  },

  async chooseProfile({ actor, params: { operation }, body: { profile }, now, write, checkClock }) {
    checkProof('taskforce.choose', { actor, now })
    await checkClock('signing')
    return write(async (tx) => {
      const outcome = await chooseProfile(tx, { operation, profile, actor, now })
      if ('fault' in outcome) return refuse(CHOICE_FAULTS[outcome.fault])
      const { id, signature } = outcome
      const answer = await readTaskForces(tx, actor, now)
      const change = { operation, profile, entity: signature.entity }
      return { answer, object: { type: 'taskforce', id }, change, actingFor: signature.for }
    })
  },

  setDuty({ actor, body, now, write }) {
    checkProof('duty.set', { actor, now })
    return write(async (tx) => {
      const { from, until, unStaff } = body
      const absent = await absentOf(tx, body.absent, actor)
      const officer = await accountOf(tx, body.officer)
      const duty = { absent, officer, from, until, unStaff }
      const outcome = await setDuty(tx, { duty, by: actor.id, now })
      if ('fault' in outcome) return refuse(DUTY_FAULTS[outcome.fault])
      const answer = await readTaskForces(tx, actor, now)
      return { answer, object: { type: 'duty', id: outcome.id }, change: duty, actingFor: null }
    })
  },

  agreeToDuty({ actor, params: { dutyId: id }, now, write }) {
    checkProof('duty.agree', { actor, now })
    return write(async (tx) => {
      const held = await getDuty(tx, id, now)
      if (held.isAgreed) refuse('duty.agreed')
      if (!mayAgree(held, actor)) refuse('duty.samePerson')
      if (!(await agreeToDuty(tx, { id, by: actor.id, now }))) refuse('duty.agreed')
      const answer = await readTaskForces(tx, actor, now)
      return { answer, object: { type: 'duty', id }, change: { agreed: true } }
    })
  },

  endDuty({ actor, params: { dutyId: id }, now, write }) {
    return write(async (tx) => {
      const held = await getDuty(tx, id, now)
      if (!mayEnd(held, actor)) refuse('duty.unknown')
      if (!(await endDuty(tx, { id, by: actor.id, now }))) refuse('duty.unknown')
      const answer = await readTaskForces(tx, actor, now)
      return { answer, object: { type: 'duty', id }, change: { ended: true } }
    })
  },
}

async function getDuty(tx: Db, id: string, now: Date): Promise<StoredDuty> {
  const duties = await readDuties(tx, dayOf(now))
  return duties.find((one) => one.id === id) ?? refuse('duty.unknown')
}

/** Whoever asks, where nobody is named; only an administrator names somebody else. */
async function absentOf(
  tx: Db,
  name: string | undefined,
  { id, account, grants }: SignedInActor,
): Promise<string> {
  if (name === undefined || name === account.signInName) return id
  if (!grants.some(({ role }) => role === 'administrator')) refuse('access.denied')
  return accountOf(tx, name)
}

async function accountOf(tx: Db, signInName: string): Promise<string> {
  return (await findAccount(tx, signInName))?.id ?? refuse('duty.unknownName')
}
