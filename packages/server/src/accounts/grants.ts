import { Grant, type Role } from '@vigil/core/policy'
import type { ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tables } from '../db/tables.ts'
import type { Db } from '../db/transaction.ts'

/** The first account keeps accounts and works on documents; others are for what people recorded. */
export function firstGrants(now: Date): Grant[] {
  return (['administrator', 'secretariat'] as const).map((role) => ({
    role,
    operation: null,
    regions: null,
    entity: null,
    from: dayOf(now),
    until: null,
  }))
}

/** The day of a moment, in universal time. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/** Grants for an account; `by` is the account that gives them, null the command line. */
export interface GrantsToAdd {
  readonly accountId: string
  readonly grants: readonly Grant[]
  readonly by: string | null
  readonly now: Date
}

/** Gives an account these grants, over and above those it has. */
export async function addGrants(
  tx: Db,
  { accountId, grants, by, now }: GrantsToAdd,
): Promise<void> {
  if (grants.length === 0) return
  const rows = grants.map(({ role, operation, regions, entity, from, until, unStaff }) => ({
    account_id: accountId,
    role,
    operation,
    regions: regions && [...regions],
    entity,
    from_day: from,
    until_day: until,
    un_staff: unStaff ?? false,
    granted_at: now,
    granted_by: by,
  }))
  await tx.insertInto('account_grant').values(rows).execute()
}

/** Ends the grants of these roles at once; gives how many there were. They stay on record. */
export async function endGrants(
  tx: Db,
  { accountId, roles, now }: { accountId: string; roles: readonly Role[]; now: Date },
): Promise<number> {
  const ended = await tx
    .updateTable('account_grant')
    .set({ ended_at: now })
    .where('account_id', '=', accountId)
    .where('role', 'in', [...roles])
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

/** The grants of the account that a query is about, as a column. */
export function selectGrants(query: ExpressionBuilder<Tables, 'account'>) {
  return jsonArrayFrom(
    query
      .selectFrom('account_grant')
      .select(['role', 'operation', 'regions', 'entity', 'from_day as from', 'until_day as until'])
      .select('un_staff as unStaff')
      .whereRef('account_id', '=', 'account.id')
      .where('ended_at', 'is', null)
      .orderBy('granted_at')
      .orderBy('role')
      .orderBy('account_grant.id'),
  ).as('grants')
}

/**
 * Grants as the database gave them. A role that this version does not know, or a grant that makes no
 * sense, grants nothing.
 */
export function readGrants(stored: readonly unknown[]): Grant[] {
  return stored.flatMap((one) => {
    const grant = Grant.safeParse(one)
    return grant.success ? [grant.data] : []
  })
}
