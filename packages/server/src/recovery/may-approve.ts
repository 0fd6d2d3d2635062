import { approvalOf, type ApprovalFault } from '@vigil/core/enrolment'
import type { Grant, Profile, Role } from '@vigil/core/policy'
import { getAccountById, toAccount } from '../accounts/accounts.ts'
import type { Db } from '../db/transaction.ts'
import { standingOf } from '../task-force/standing.ts'
import { profileOf } from '../task-force/profile.ts'
import type { HeldRecovery } from './recoveries.ts'

interface Asked {
  readonly owner: string
  readonly approver: string
  readonly earlier: HeldRecovery['approvers']
  readonly now: Date
}

/** Whether, in which role and under which profile `approver` may agree; the rule itself is core's. */
export async function mayApprove(
  tx: Db,
  { owner, approver, earlier, now }: Asked,
): Promise<{ role: Role; profile: Profile } | { fault: ApprovalFault }> {
  const [owning, next] = [await partyOf(tx, owner, now), await partyOf(tx, approver, now)]
  const profile = await profileFor(tx, owning.grants, now)
  const approvals = await Promise.all(
    earlier.map(async ({ accountId, role }) => ({ person: await personOf(tx, accountId), role })),
  )
  const found = approvalOf({ owner: owning, earlier: approvals, next, profile })
  return 'role' in found ? { ...found, profile } : found
}

/** An account's own grants: what somebody holds for an absent person is no agreement of their own. */
async function partyOf(tx: Db, accountId: string, now: Date) {
  const account = toAccount(await getAccountById(tx, accountId))
  const { grants } = await standingOf(tx, account, { now })
  return {
    person: await personOf(tx, accountId),
    grants: grants.filter(({ for: absent }) => absent === undefined),
  }
}

/** The first account of the same person, as declared with the invitation. */
async function personOf(tx: Db, accountId: string): Promise<string> {
  const row = await tx
    .selectFrom('invitation')
    .select('second_of')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.second_of ?? accountId
}

/** The small team's rule holds only where every operation of the owner is one. */
async function profileFor(tx: Db, grants: readonly Grant[], now: Date): Promise<Profile> {
  const operations = new Set(grants.flatMap(({ operation }) => operation ?? []))
  const profiles = []
  for (const operation of operations) profiles.push(await profileOf(tx, operation, now))
  const isSmall = profiles.length > 0 && profiles.every((profile) => profile === 'small_team')
  return isSmall ? 'small_team' : 'usual'
}
