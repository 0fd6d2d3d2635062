import type { DisclosureList, DisclosureQuery } from '@vigil/contract/schemas'
import { Purpose, SensitivityClass } from '@vigil/core/policy'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '../../db/transaction.ts'
import { isWithin } from './entries.ts'

/** The register of what was taken along (R-SEC-5), newest first: ids are made in the order of time. */
export async function listDisclosures(db: Db, query: DisclosureQuery): Promise<DisclosureList> {
  const rows = await db
    .selectFrom('disclosure')
    .leftJoin('account', 'account.id', 'disclosure.actor')
    .select([
      'disclosure.id',
      'disclosure.at',
      'disclosure.actor',
      'account.name',
      'disclosure.action',
      'disclosure.purpose',
      'disclosure.reason',
      'disclosure.class',
      sql<number>`cardinality(disclosure.incidents)`.as('records'),
    ])
    .where((where) => where.and(conditionsOf(query)))
    .orderBy('disclosure.id', 'desc')
    .limit(query.limit)
    .execute()
  const disclosures = rows.map(({ actor, name, ...row }) => ({
    ...row,
    at: row.at.toISOString(),
    person: { id: actor, name },
    purpose: Purpose.nullable().parse(row.purpose),
    class: SensitivityClass.parse(row.class),
  }))
  const next = rows.length === query.limit ? (rows.at(-1)?.id ?? null) : null
  return { disclosures, next }
}

function conditionsOf({ record, person, after, ...days }: DisclosureQuery): Expression<SqlBool>[] {
  return [
    ...(record === undefined ? [] : [sql<SqlBool>`${record}::uuid = any(disclosure.incidents)`]),
    ...(person === undefined ? [] : [sql<SqlBool>`disclosure.actor = ${person}::uuid`]),
    ...(after === undefined ? [] : [sql<SqlBool>`disclosure.id < ${after}::uuid`]),
    ...isWithin('disclosure.at', days),
  ]
}
