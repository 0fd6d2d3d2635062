import { CODE_HOURS, isAgreed, WAITING_HOURS } from '@vigil/core/enrolment'
import type { Profile, Role } from '@vigil/core/policy'
import { makeCode } from '../people/code.ts'
import type { Db } from '../db/transaction.ts'
import { uuidV7 } from '../uuid.ts'
import type { HeldRecovery } from './recoveries.ts'

const HOUR = 3_600_000

/** Begins the recovery of an account. Undefined where one is under way. */
export async function begin(
  tx: Db,
  { accountId, reason, now }: { accountId: string; reason: string; now: Date },
): Promise<string | undefined> {
  const begun = await tx
    .insertInto('recovery')
    .values({ id: uuidV7(now), account_id: accountId, asked_at: now, reason })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return begun?.id
}

/** Somebody who agrees, in the role that the rule found, under the profile that holds. */
export interface Agreement {
  readonly accountId: string
  readonly role: Role
  readonly profile: Profile
  readonly now: Date
}

/** Notes that somebody agreed; once all have, the owner's time to object begins. */
export async function agree(
  tx: Db,
  id: string,
  { accountId, role, profile, now, earlier }: Agreement & { earlier: HeldRecovery['approvers'] },
): Promise<void> {
  await tx
    .insertInto('recovery_approval')
    .values({ recovery_id: id, account_id: accountId, role, at: now })
    .execute()
  const all = [...earlier, { accountId, role }].map((one) => ({
    person: one.accountId,
    role: one.role,
  }))
  if (!isAgreed(profile, all)) return
  const waits_until = new Date(now.getTime() + WAITING_HOURS * HOUR)
  await tx.updateTable('recovery').set({ waits_until }).where('id', '=', id).execute()
}

/** Ends a recovery that is under way; false where it is not. */
export async function cancel(tx: Db, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recovery')
    .set({ cancelled_at: now })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Makes the code to hand over, which is kept nowhere. Undefined before the time to object is over. */
export async function makeRecoveryCode(
  tx: Db,
  id: string,
  now: Date,
): Promise<{ code: string; expiresAt: Date } | undefined> {
  const { code, sha256 } = makeCode()
  const expiresAt = new Date(now.getTime() + CODE_HOURS * HOUR)
  const { numUpdatedRows } = await tx
    .updateTable('recovery')
    .set({ code_sha256: sha256, code_expires_at: expiresAt })
    .where('id', '=', id)
    .where('waits_until', '<=', now)
    .where('cancelled_at', 'is', null)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n ? { code, expiresAt } : undefined
}
