import type { Condition } from '@vigil/core/policy'
import { type RawBuilder, sql } from 'kysely'

/** What core says of incidents as a condition on the rows of `incident`; never null. */
export function isAsSaid(condition: Condition): RawBuilder<boolean> {
  if (condition.kind === 'not') return sql<boolean>`not (${isAsSaid(condition.of)})`
  if (condition.kind === 'in') return isIn(condition)
  const [joint, none] = condition.kind === 'all' ? [sql` and `, 'true'] : [sql` or `, 'false']
  if (condition.of.length === 0) return sql.raw<boolean>(none)
  return sql<boolean>`(${sql.join(condition.of.map(isAsSaid), joint)})`
}

/** Ids are compared as what they are, so that their indices serve. */
const UUIDS: readonly string[] = ['id', 'owner', 'assignee']

function isIn({ field, values }: Extract<Condition, { kind: 'in' }>): RawBuilder<boolean> {
  const column = sql.ref(`incident.${field}`)
  const type = sql.raw(UUIDS.includes(field) ? 'uuid' : 'text')
  const known = field === 'assignee' ? sql`${column} is not null and ` : sql``
  const [only, ...others] = values
  const wanted = others.length === 0 ? sql`${only}::${type}` : sql`any (${[...values]}::${type}[])`
  return sql<boolean>`(${known}${column} = ${wanted})`
}
