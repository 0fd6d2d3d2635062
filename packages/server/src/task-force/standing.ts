import {
  type ActingGrant,
  CoChairSet,
  type Grant,
  type HeldDuty,
  standingOn,
} from '@vigil/core/policy'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { dayOf, readGrants, selectGrants } from '../accounts/grants.ts'
import type { Db } from '../db/transaction.ts'

/** What somebody holds as an account, before days, duties and seats are looked at. */
interface Holder {
  readonly id: string
  readonly grants: readonly Grant[]
}

/** When it is, and which hours of break-glass still run, whatever the clock says. */
interface Moment {
  readonly now: Date
  readonly running?: readonly string[]
}

/** With what somebody stands there. */
interface Standing {
  readonly grants: readonly ActingGrant[]
  /** Seats that do not count, since their entity does not co-chair today. */
  readonly unseated: readonly ActingGrant[]
  readonly hours: readonly Hour[]
}

/** An hour of break-glass that may still run. */
export interface Hour {
  readonly id: string
  readonly incidentId: string
  readonly openUntil: string
}

/**
 * With what somebody asks at this moment: their own grants in force, those of whom they act for, and of
 * roles of co-chairs those alone whose entity co-chairs today; and what was opened to them by
 * break-glass. Looked up anew for every request.
 */
export async function standingOf(
  db: Db,
  { id, grants }: Holder,
  { now, running = [] }: Moment,
): Promise<Standing> {
  const day = dayOf(now)
  const { sets, duties, hours } = await db
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
          .select(['id', 'incident_id as incidentId', 'open_until as openUntil'])
          .where('asked_by', '=', id)
          .where((row) => row.or([row('open_until', '>', now), row('id', '=', anyOf(running))]))
          .where('ended_at', 'is', null),
      ).as('hours'),
    ])
    .executeTakeFirstOrThrow()
  const around = { duties: duties.map(toHeldDuty), sets: CoChairSet.array().parse(sets), day }
  const { held, unseated } = standingOn(grants, around)
  return {
    grants: held,
    unseated,
    hours: hours.flatMap(readHour),
  }
}

function anyOf(ids: readonly string[]) {
  return sql<string>`any(${ids}::uuid[])`
}

/** A request that nobody agreed to has opened nothing. */
function readHour({ openUntil, ...hour }: Omit<Hour, 'openUntil'> & { openUntil: string | null }) {
  return openUntil === null ? [] : [{ ...hour, openUntil: new Date(openUntil).toISOString() }]
}

function toHeldDuty({ grants, ...duty }: HeldDuty['duty'] & { grants: unknown[] }): HeldDuty {
  return { duty, grants: readGrants(grants) }
}
