import type { Party } from '@vigil/core/leaving'
import { type CoChairSet, grantsInForce, seatedGrants } from '@vigil/core/policy'
import { dayOf, readGrants, selectGrants } from '../accounts/grants.ts'
import type { Db } from '../db/transaction.ts'
import { readCoChairs } from '../task-force/co-chairs.ts'

/** Somebody with an account, as core looks at who leaves and who stays. */
export interface NamedParty extends Party {
  readonly name: string
  readonly signInName: string
  readonly isOpen: boolean
}

/** Everybody whose account has not ended, with what they hold themselves on the day of `now`. */
export async function readParties(db: Db, now: Date): Promise<NamedParty[]> {
  const sets = await readCoChairs(db)
  const rows = await db
    .selectFrom('account')
    .leftJoin('invitation', 'invitation.account_id', 'account.id')
    .select(['account.id', 'account.name', 'sign_in_name', 'closed_at', 'second_of'])
    .select(selectGrants)
    .where('ended_at', 'is', null)
    .orderBy('account.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    person: row.second_of ?? row.id,
    name: row.name,
    signInName: row.sign_in_name,
    isOpen: row.closed_at === null,
    grants: holdsOn(readGrants(row.grants), { sets, day: dayOf(now) }),
  }))
}

function holdsOn(
  grants: Party['grants'],
  at: { readonly sets: readonly CoChairSet[]; readonly day: string },
): Party['grants'] {
  return seatedGrants(grantsInForce(grants, at.day), at)
}
