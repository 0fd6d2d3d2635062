import { ERASURE_RULES } from '@vigil/core/keys'
import type { Unsigned } from '@vigil/core/leaving'
import { coChairsOn } from '@vigil/core/policy'
import { sql } from 'kysely'
import { dayOf } from '../accounts/grants.ts'
import type { Db } from '../db/transaction.ts'
import { readCoChairs } from '../task-force/co-chairs.ts'
import { readDuties } from '../task-force/duties.ts'
import { readChoices } from '../task-force/profile.ts'

/** Something that waits for a signature of whoever may give it. */
interface Waiting {
  readonly id: string
  readonly label: string | null
  readonly unsigned: Unsigned
}

/** A recovery is agreed to by two, in every profile (core's `isAgreed`). */
const APPROVALS = 2

const ANYWHERE = { operation: null, entity: null } as const

/** Requests to open an incident in need that a second person has not agreed to. */
export async function findUnsignedOpenings(db: Db, now: Date): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('glass_request')
    .select(['id', 'operation', 'asked_by', 'asked_for'])
    .where('ended_at', 'is', null)
    .where('agreed_at', 'is', null)
    .where('waits_until', '>', now)
    .orderBy('id')
    .execute()
  return rows.map(({ id, operation, asked_by: by, asked_for: on }) => ({
    id,
    label: operation,
    unsigned: { action: 'glass.agree', operation, entity: null, barred: [by, ...list(on)] },
  }))
}

/** Erasures that two others have not approved yet. */
export async function findUnsignedErasures(db: Db): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('erasure')
    .leftJoin('erasure_approval', 'erasure_id', 'erasure.id')
    .select(['erasure.id', 'requested_by'])
    .select(sql<string[]>`array_remove(array_agg(approver), null)`.as('approvers'))
    .where('revoked_at', 'is', null)
    .where('tombstone_at', 'is', null)
    .groupBy('erasure.id')
    .having(sql<number>`count(approver)`, '<', ERASURE_RULES.approvals)
    .orderBy('erasure.id')
    .execute()
  return rows.map(({ id, requested_by: by, approvers }) => ({
    id,
    label: null,
    unsigned: { action: 'identity.approve', ...ANYWHERE, barred: [by, ...approvers] },
  }))
}

/** Officers in charge whom an administrator set up, before a co-chair agreed. */
export async function findUnsignedDuties(db: Db, now: Date): Promise<Waiting[]> {
  const duties = await readDuties(db, dayOf(now))
  return duties
    .filter(({ isAgreed, setBy, duty }) => !isAgreed && setBy !== duty.absent)
    .map(({ id, absentName, setBy, duty }) => ({
      id,
      label: absentName,
      unsigned: { action: 'duty.agree', ...ANYWHERE, barred: [setBy, duty.officer] },
    }))
}

/** The newest choice of a profile in each operation, once for each co-chair whose name is missing. */
export async function findUnsignedProfiles(db: Db, now: Date): Promise<Waiting[]> {
  const sets = await readCoChairs(db)
  const waiting: Waiting[] = []
  for (const operation of new Set(sets.map((set) => set.operation))) {
    const [newest] = await readChoices(db, operation)
    if (!newest) continue
    const missing = coChairsOn(sets, { operation, day: dayOf(now) }).filter(
      (entity) => !newest.signed.includes(entity),
    )
    const barred = newest.signatures.flatMap((one) => [one.by, ...list(one.for)])
    for (const entity of missing) {
      const unsigned = { action: 'taskforce.choose', operation, entity, barred } as const
      waiting.push({ id: newest.id, label: operation, unsigned })
    }
  }
  return waiting
}

/** Recoveries of accounts that two have not agreed to yet. */
export async function findUnsignedRecoveries(db: Db): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('recovery')
    .innerJoin('account', 'account.id', 'recovery.account_id')
    .leftJoin('recovery_approval', 'recovery_id', 'recovery.id')
    .select(['recovery.id', 'recovery.account_id as owner', 'account.name as label'])
    .select(sql<string[]>`array_remove(array_agg(recovery_approval.account_id), null)`.as('given'))
    .where('cancelled_at', 'is', null)
    .where('done_at', 'is', null)
    .groupBy(['recovery.id', 'account.name'])
    .having(sql<number>`count(recovery_approval.account_id)`, '<', APPROVALS)
    .orderBy('recovery.id')
    .execute()
  return rows.map(({ id, owner, label, given }) => ({
    id,
    label,
    unsigned: { action: 'account.recover', ...ANYWHERE, barred: [owner, ...given] },
  }))
}

function list(one: string | null | undefined): string[] {
  return one ? [one] : []
}
