import {
  type Action,
  type ActingGrant,
  type Actor,
  coChairsOn,
  decide,
  type RecordFacts,
} from '@vigil/core/policy'
import { type Circumstances, type Decider, USUAL_CRITERIA } from '@vigil/core/verification'
import { dayOf } from '../accounts/grants.ts'
import type { Db } from '../db/transaction.ts'
import { readCoChairs } from '../task-force/co-chairs.ts'
import { profileOf } from '../task-force/profile.ts'

/** What a task force that chose nothing else asks for; the first technical answer is seen by all. */
export const USUAL_PRACTICE = { criteria: USUAL_CRITERIA, hidesFirstAnswer: false } as const

/** What is the case on the day of `now` for incidents of `operation`. */
export async function readCircumstances(
  db: Db,
  { operation, now }: { readonly operation: string; readonly now: Date },
): Promise<Circumstances> {
  const today = dayOf(now)
  return {
    coChairs: coChairsOn(await readCoChairs(db, operation), { operation, day: today }),
    profile: await profileOf(db, operation, now),
    policy: USUAL_PRACTICE.criteria,
    // No party is on record here yet: of whom nobody knows the class, the rules ask for nothing special.
    classOf: () => undefined,
    today,
  }
}

/** The names in which `actor` may do `action` on an incident, their own before another's. */
export function decidersOf(
  { id, grants }: Pick<Actor, 'id' | 'grants'>,
  action: Action,
  incident: RecordFacts,
): Decider[] {
  return grants
    .filter((grant) => decide({ id, grants: [grant] }, action, { incident }).allow)
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .map((grant) => ({ by: id, for: grant.for ?? null, entity: grant.entity ?? 'other', grant }))
}

function rankOf(grant: ActingGrant): number {
  return grant.for === undefined ? 0 : 1
}
