import type { TaskForce, TaskForces } from '@vigil/contract/schemas'
import { type Actor, coChairsOn, type CoChairSet, policiesOf, profileOn } from '@vigil/core/policy'
import { dayOf } from '../accounts/grants.ts'
import type { Db } from '../db/transaction.ts'
import { readCoChairs } from './co-chairs.ts'
import { mayAgree, mayEnd, readDuties, sharesOperation } from './duties.ts'
import { findOpen, readChoices, type StoredChoice } from './profile.ts'

/** The task forces in which `actor` has a role, and who acts for whom there. */
export async function readTaskForces(db: Db, actor: Actor, now: Date): Promise<TaskForces> {
  const day = dayOf(now)
  const sets = await readCoChairs(db)
  const taskForces: TaskForce[] = []
  for (const operation of await operationsOf(db, actor)) {
    taskForces.push(await readTaskForce(db, { operation, sets, day }))
  }
  const duties = (await readDuties(db, day))
    .filter((held) => sharesOperation(held, actor.grants) || held.duty.officer === actor.id)
    .map((held) => ({
      id: held.id as TaskForces['duties'][number]['id'],
      absent: held.absentName,
      officer: held.officerName,
      from: held.duty.from,
      until: held.duty.until,
      unStaff: held.duty.unStaff,
      agreed: held.isAgreed,
      mayAgree: !held.isAgreed && mayAgree(held, actor),
      mayEnd: mayEnd(held, actor),
    }))
  return { taskForces, duties }
}

/** Operations that anybody was given a role in, or that have co-chairs, as far as the actor's grants go. */
async function operationsOf(db: Db, { grants }: Actor): Promise<string[]> {
  const known = await db
    .selectFrom('account_grant')
    .select('operation')
    .where('operation', 'is not', null)
    .union(db.selectFrom('co_chair_set').select('operation'))
    .orderBy('operation')
    .execute()
  return known
    .flatMap(({ operation }) => operation ?? [])
    .filter((one) => grants.some(({ operation }) => operation === null || operation === one))
}

interface Asked {
  readonly operation: string
  readonly sets: readonly CoChairSet[]
  readonly day: string
}

async function readTaskForce(db: Db, { operation, sets, day }: Asked): Promise<TaskForce> {
  const today = coChairsOn(sets, { operation, day })
  const choices = await readChoices(db, operation)
  const open = findOpen(choices, today)
  return {
    operation,
    coChairs: sets
      .filter((one) => one.operation === operation)
      .map(({ entities, from, until }) => ({ entities: [...entities], from, until })),
    today: [...today],
    policies: policiesOf(profileOn(choices, today)),
    open: open ? await showOpen(db, open, today) : null,
  }
}

async function showOpen(
  db: Db,
  { profile, signed, signatures }: StoredChoice,
  today: readonly TaskForce['today'][number][],
): Promise<TaskForce['open']> {
  const names = await namesOf(
    db,
    signatures.flatMap((one) => [one.by, one.for ?? one.by]),
  )
  return {
    profile,
    signatures: signatures.map(({ by, for: absent, entity, at }) => ({
      name: names.get(by) ?? '',
      for: absent === null ? null : (names.get(absent) ?? ''),
      entity,
      at: new Date(at).toISOString(),
    })),
    missing: today.filter((entity) => !signed.includes(entity)),
  }
}

/** The names of accounts, by their ids. */
export async function namesOf(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
