import { findGivingFault, type GivingFault } from '@vigil/core/policy'
import { sql } from 'kysely'
import { addGrants, type GrantsToAdd, readGrants } from '../accounts/grants.ts'
import type { Db } from '../db/transaction.ts'
import { readCoChairs } from '../task-force/co-chairs.ts'
import { findClashInDuty } from '../task-force/grant-fault.ts'

/**
 * Gives an account further roles, or says why they cannot be given. Of changes at the same moment one
 * waits for the other, so that no two of them together make what each alone would not.
 */
export async function giveRoles(tx: Db, given: GrantsToAdd): Promise<GivingFault | undefined> {
  await takeTurn(tx)
  const { accountId, grants: added, by: giver, now } = given
  const held = readGrants(await findHeld(tx, accountId))
  const coChairs = await readCoChairs(tx)
  const fault = findGivingFault({ giver, holder: accountId, held, added, coChairs })
  if (fault) return fault
  const pair = await findClashInDuty(tx, { accountId, grants: [...held, ...added], now })
  if (pair) return { fault: 'excluded', pair }
  await addGrants(tx, given)
  return undefined
}

/** Ends one grant of an account at once; false where it has none of this id. It stays on record. */
export async function endGrant(
  tx: Db,
  { accountId, grantId, now }: { accountId: string; grantId: string; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('account_grant')
    .set({ ended_at: now })
    .where('id', '=', grantId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

function findHeld(tx: Db, accountId: string) {
  return tx
    .selectFrom('account_grant')
    .select(['role', 'operation', 'regions', 'entity', 'from_day as from', 'until_day as until'])
    .select('un_staff as unStaff')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .orderBy('granted_at')
    .orderBy('role')
    .orderBy('id')
    .execute()
}

/** Any number will do, as long as all processes use the same. */
const TURN = 1_612_000_010

async function takeTurn(tx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${TURN})`.execute(tx)
}
