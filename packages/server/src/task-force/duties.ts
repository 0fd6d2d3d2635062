import {
  type Duty,
  type DutyFault,
  findDutyFault,
  type Grant,
  type HeldDuty,
  type ActingGrant,
  isThirdPerson,
} from '@vigil/core/policy'
import { readGrants, selectGrants } from '../accounts/grants.ts'
import type { Db } from '../db/transaction.ts'
import { uuidV7 } from '../uuid.ts'

/** An officer in charge as entered, before anybody agreed. */
export interface DutyToSet {
  readonly duty: Duty
  /** Who sets it up; agreed at once where it is the absent person. */
  readonly by: string
  readonly now: Date
}

/** A duty as it is held. */
export interface StoredDuty extends HeldDuty {
  readonly id: string
  readonly setBy: string
  readonly isAgreed: boolean
  readonly absentName: string
  readonly officerName: string
}

/** Duties that were not ended before their time and whose last day is not before `day`. */
export async function readDuties(db: Db, day: string): Promise<StoredDuty[]> {
  const rows = await db
    .selectFrom('officer_in_charge')
    .innerJoin('account', 'account.id', 'officer_in_charge.absent')
    .innerJoin('account as other', 'other.id', 'officer_in_charge.officer')
    .select(['officer_in_charge.id', 'absent', 'officer', 'from_day as from', 'until_day as until'])
    .select(['officer_in_charge.un_staff as unStaff', 'set_by as setBy', 'agreed_at'])
    .select(['account.name as absentName', 'other.name as officerName'])
    .select(selectGrants)
    .where('officer_in_charge.ended_at', 'is', null)
    .where('until_day', '>=', day)
    .orderBy('from_day')
    .orderBy('officer_in_charge.id')
    .execute()
  return rows.map(({ absent, officer, from, until, unStaff, grants, agreed_at, ...row }) => ({
    ...row,
    isAgreed: agreed_at !== null,
    duty: { absent, officer, from, until, unStaff },
    grants: readGrants(grants),
  }))
}

/** Those of whom `accountId` acts for, now or later. */
async function dutiesOf(db: Db, accountId: string, day: string): Promise<HeldDuty[]> {
  return (await readDuties(db, day)).filter(({ duty }) => duty.officer === accountId)
}

/** Sets up an officer in charge; gives the id, or what is wrong. */
export async function setDuty(
  tx: Db,
  { duty, by, now }: DutyToSet,
): Promise<{ readonly id: string } | { readonly fault: DutyFault }> {
  const { absent, officer, from, until, unStaff } = duty
  const grants = await ownGrants(tx, absent)
  const own = await ownGrants(tx, officer)
  const fault = findDutyFault({ duty, grants }, { own, duties: await dutiesOf(tx, officer, from) })
  if (fault) return { fault }
  const id = uuidV7(now)
  const agreed = by === absent ? { agreed_at: now, agreed_by: by } : {}
  const days = { from_day: from, until_day: until }
  const said = { un_staff: unStaff, set_at: now, set_by: by }
  await tx
    .insertInto('officer_in_charge')
    .values({ id, absent, officer, ...days, ...said, ...agreed })
    .execute()
  return { id }
}

/** The grants of an account, in force or not, save those taken away. */
export async function ownGrants(tx: Db, accountId: string): Promise<Grant[]> {
  const row = await tx
    .selectFrom('account')
    .select(selectGrants)
    .where('id', '=', accountId)
    .executeTakeFirst()
  return readGrants(row?.grants ?? [])
}

/** Who asks about a duty, with what they hold today. */
interface Asking {
  readonly id: string
  readonly grants: readonly ActingGrant[]
}

/** Whether the task forces of the absent person and of who asks have an operation in common. */
export function sharesOperation({ grants }: HeldDuty, asking: readonly Grant[]): boolean {
  return grants.some(({ operation: one }) =>
    asking.some(({ operation: other }) => one === null || other === null || one === other),
  )
}

/** Whether who asks may agree, as a co-chair there who is none of those it is about. */
export function mayAgree(held: StoredDuty, { id, grants }: Asking): boolean {
  return grants
    .filter(({ role }) => role === 'co_chair')
    .filter((grant) => sharesOperation(held, [grant]))
    .some(({ for: absent = null }) =>
      isThirdPerson({ ...held.duty, setBy: held.setBy }, { by: id, for: absent }),
    )
}

/** Whether who asks may end it: either of the two, and whoever keeps accounts or co-chairs there. */
export function mayEnd(held: StoredDuty, { id, grants }: Asking): boolean {
  const { absent, officer } = held.duty
  const keeps = grants.some(({ role }) => role === 'administrator')
  const chairs = grants.filter(({ role }) => role === 'co_chair')
  return [absent, officer].includes(id) || keeps || sharesOperation(held, chairs)
}

/** Somebody agrees to a duty or ends it. */
interface DutyAct {
  readonly id: string
  readonly by: string
  readonly now: Date
}

/** Notes that a duty was agreed to; false where it was before, or ended. */
export async function agreeToDuty(tx: Db, { id, by, now }: DutyAct): Promise<boolean> {
  const done = await tx
    .updateTable('officer_in_charge')
    .set({ agreed_at: now, agreed_by: by })
    .where('id', '=', id)
    .where('agreed_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Ends a duty; the row stays on record. False where it ended before. */
export async function endDuty(tx: Db, { id, by, now }: DutyAct): Promise<boolean> {
  const done = await tx
    .updateTable('officer_in_charge')
    .set({ ended_at: now, ended_by: by })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
