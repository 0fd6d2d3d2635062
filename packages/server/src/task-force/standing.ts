import {
  CoChairSet,
  type Grant,
  grantsHeld,
  type HeldDuty,
  type ActingGrant,
  seatedGrants,
} from '@vigil/core/policy'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { dayOf, readGrants, selectGrants } from '../accounts/grants.ts'
import type { Db } from '../db/transaction.ts'

/** What somebody holds as an account, before days, duties and seats are looked at. */
interface Holder {
  readonly id: string
  readonly grants: readonly Grant[]
}

/**
 * With what somebody asks at this moment: their own grants in force, those of whom they act for, and of
 * roles of co-chairs those alone whose entity co-chairs today; and the incidents that are open to them
 * by break-glass. Looked up anew for every request.
 */
export async function standingOf(
  db: Db,
  { id, grants }: Holder,
  now: Date,
): Promise<{ readonly grants: readonly ActingGrant[]; readonly opened: readonly string[] }> {
  const day = dayOf(now)
  const { sets, duties, open } = await db
    .selectNoFrom((query) => [
      jsonArrayFrom(
        query
          .selectFrom('co_chair_set')
          .select(['operation', 'entities', 'from_day as from', 'until_day as until'])
          .where('from_day', '<=', day)
          .where((row) => row.or([row('until_day', 'is', null), row('until_day', '>=', day)])),
      ).as('sets'),
      jsonArrayFrom(
        query
          .selectFrom('officer_in_charge')
          .innerJoin('account', 'account.id', 'absent')
          .select(['absent', 'officer', 'from_day as from', 'until_day as until'])
          .select(['officer_in_charge.un_staff as unStaff', selectGrants(query)])
          .where('officer', '=', id)
          .where('agreed_at', 'is not', null)
          .where('officer_in_charge.ended_at', 'is', null)
          .where('from_day', '<=', day)
          .where('until_day', '>=', day),
      ).as('duties'),
      jsonArrayFrom(
        query
          .selectFrom('glass_request')
          .select('incident_id')
          .where('asked_by', '=', id)
          .where('open_until', '>', now)
          .where('ended_at', 'is', null),
      ).as('open'),
    ])
    .executeTakeFirstOrThrow()
  const held = grantsHeld(grants, duties.map(toHeldDuty), day)
  return {
    grants: seatedGrants(held, { sets: CoChairSet.array().parse(sets), day }),
    opened: open.map(({ incident_id }) => incident_id),
  }
}

function toHeldDuty({ grants, ...duty }: HeldDuty['duty'] & { grants: unknown[] }): HeldDuty {
  return { duty, grants: readGrants(grants) }
}
