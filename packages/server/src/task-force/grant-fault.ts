import { findExcludedWith, type Grant, type HeldDuty } from '@vigil/core/policy'
import { dayOf } from '../accounts/grants.ts'
import type { Db } from '../db/transaction.ts'
import { ownGrants, readDuties } from './duties.ts'

/** Grants as an account would have them, those to be given among them. */
interface Wanted {
  readonly accountId: string
  readonly grants: readonly Grant[]
  readonly now: Date
}

/**
 * The first two roles that exclude each other once one person acts for another: this account for somebody,
 * or somebody for this account. Undefined where there are none.
 */
export async function findClashInDuty(
  tx: Db,
  { accountId, grants, now }: Wanted,
): Promise<readonly [Grant, Grant] | undefined> {
  const duties = await readDuties(tx, dayOf(now))
  const lentTo = (officer: string): HeldDuty[] =>
    duties
      .filter(({ duty }) => duty.officer === officer)
      .map((one) => (one.duty.absent === accountId ? { ...one, grants } : one))
  const own = findExcludedWith(grants, lentTo(accountId))
  if (own) return own
  for (const { duty } of duties.filter((one) => one.duty.absent === accountId)) {
    const theirs = findExcludedWith(await ownGrants(tx, duty.officer), lentTo(duty.officer))
    if (theirs) return theirs
  }
  return undefined
}
