import { type HeldGrant, HeldGrant as HeldGrantSchema, type Person } from '@vigil/contract/schemas'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { nameOf } from './name-of.ts'

/** Everybody with an account, by name, with every role they ever had. */
export async function listPeople(db: Db): Promise<Person[]> {
  const rows = await selectPeople(db).orderBy('account.name').orderBy('account.id').execute()
  return rows.map(toPerson)
}

/** Undefined: there is no such account. */
export async function findPerson(db: Db, accountId: string): Promise<Person | undefined> {
  const row = await selectPeople(db).where('account.id', '=', accountId).executeTakeFirst()
  return row && toPerson(row)
}

function selectPeople(db: Db) {
  return db
    .selectFrom('account')
    .leftJoin('invitation', 'invitation.account_id', 'account.id')
    .leftJoin('account as first', 'first.id', 'invitation.second_of')
    .select(['account.id', 'account.name', 'account.sign_in_name', 'account.created_at'])
    .select(['account.closed_at', 'account.ended_at'])
    .select(['first.id as firstId', 'first.name as firstName'])
    .select((row) =>
      jsonArrayFrom(
        row
          .selectFrom('account_grant')
          .leftJoin('account as giver', 'giver.id', 'account_grant.granted_by')
          .select(['account_grant.id', 'role', 'operation', 'regions', 'entity'])
          .select(['from_day as from', 'until_day as until', 'un_staff as unStaff'])
          .select([isoTime('granted_at').as('grantedAt'), isoTime('ended_at').as('endedAt')])
          .select(['giver.id as giverId', 'giver.name as giverName'])
          .whereRef('account_grant.account_id', '=', 'account.id')
          .orderBy('granted_at')
          .orderBy('role')
          .orderBy('account_grant.id'),
      ).as('grants'),
    )
}

/** A moment inside of JSON, as the contract writes it. */
function isoTime(column: 'granted_at' | 'ended_at') {
  const pattern = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'
  return sql<
    string | null
  >`to_char(${sql.ref(`account_grant.${column}`)} at time zone 'utc', ${pattern})`
}

interface PersonRow {
  readonly id: string
  readonly name: string
  readonly sign_in_name: string
  readonly created_at: Date
  readonly closed_at: Date | null
  readonly ended_at: Date | null
  readonly firstId: string | null
  readonly firstName: string | null
  readonly grants: readonly GrantRow[]
}

interface GrantRow {
  readonly giverId: string | null
  readonly giverName: string | null
}

function toPerson({ id, name, firstId, firstName, ...row }: PersonRow): Person {
  return {
    id: id as Person['id'],
    name,
    signInName: row.sign_in_name,
    createdAt: row.created_at.toISOString(),
    grants: row.grants.flatMap(readGrant),
    secondOf: nameOf(firstId, firstName),
    closedAt: row.closed_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
  }
}

/** A role that this version does not know is not shown: it grants nothing. */
function readGrant({ giverId, giverName, ...stored }: GrantRow): HeldGrant[] {
  const grantedBy = nameOf(giverId, giverName)
  const grant = HeldGrantSchema.safeParse({ ...stored, grantedBy })
  return grant.success ? [grant.data] : []
}
