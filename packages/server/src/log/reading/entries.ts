import {
  LoggedObject,
  type LoggedEntry,
  type LogFilter,
  type LogPage,
  type LogQuery,
} from '@vigil/contract/schemas'
import { LOG_VIEWS, Purpose, SensitivityClass } from '@vigil/core/policy'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '../../db/transaction.ts'

/** What of the log is looked for, and from where on. */
type Sought = LogFilter & Pick<LogQuery, 'limit'> & { readonly after?: number | undefined }

/** Entries that fit, newest first, and where the next page begins: null at the end. */
export async function findEntries(db: Db, sought: Sought): Promise<LogPage> {
  const { after, limit, ...filter } = sought
  const rows = await selectRows(db)
    .where((where) => where.and(conditionsOf(filter)))
    .$if(after !== undefined, (query) => query.where('audit_entry.seq', '<', after ?? 0))
    .orderBy('audit_entry.seq', 'desc')
    .limit(limit)
    .execute()
  const next = rows.length === limit ? (rows.at(-1)?.seq ?? null) : null
  return { entries: rows.map(toEntry), next }
}

/** What the entries of this id speak of; undefined where there are none. */
export async function findObjectType(db: Db, id: string): Promise<LoggedObject | undefined> {
  const row = await db
    .selectFrom('audit_entry')
    .select('object_type')
    .where(isAbout(id))
    .limit(1)
    .executeTakeFirst()
  return row && LoggedObject.parse(row.object_type)
}

function selectRows(db: Db) {
  return db
    .selectFrom('audit_entry')
    .leftJoin('log_entry', 'log_entry.seq', 'audit_entry.seq')
    .leftJoin('account', 'account.id', 'audit_entry.actor')
    .leftJoin('account as absent', 'absent.id', 'audit_entry.acting_for')
    .select([
      'audit_entry.seq',
      'audit_entry.id',
      'log_entry.index',
      'audit_entry.at',
      'audit_entry.actor',
      'account.name',
      'audit_entry.acting_for',
      'absent.name as absent_name',
      'audit_entry.action',
      'audit_entry.object_type',
      'audit_entry.object_id',
      'audit_entry.purpose',
      'audit_entry.class',
      'audit_entry.decision',
      'audit_entry.reason',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRows>['execute']>>[number]

function toEntry(row: Row): LoggedEntry {
  const { id, index, at, actor, name, action, object_type: type, ...rest } = row
  return {
    id,
    number: index,
    at: at.toISOString(),
    person: toPerson(actor, name),
    actingFor: toPerson(rest.acting_for, rest.absent_name),
    action,
    object: type === null ? null : { type, id: rest.object_id },
    purpose: Purpose.nullable().parse(rest.purpose),
    class: SensitivityClass.nullable().parse(rest.class),
    decision: rest.decision === 'allowed' ? 'allowed' : 'refused',
    reason: rest.reason,
  }
}

function toPerson(id: string | null, name: string | null): LoggedEntry['person'] {
  return id === null ? null : { id, name }
}

function conditionsOf({ view, record, person, action, ...days }: LogFilter): Expression<SqlBool>[] {
  const { decision, hasClass, actions } = LOG_VIEWS[view]
  return [
    ...(decision ? [sql<SqlBool>`decision = ${decision}`] : []),
    ...(hasClass ? [sql<SqlBool>`class is not null`] : []),
    ...(actions ? [sql<SqlBool>`action = any(${[...actions]}::text[])`] : []),
    ...(record === undefined ? [] : [isAbout(record)]),
    ...(person === undefined ? [] : [sql<SqlBool>`actor = ${person}::uuid`]),
    ...(action === undefined ? [] : [sql<SqlBool>`action = ${action}`]),
    ...isWithin('audit_entry.at', days),
  ]
}

/** Every type there is, so that the index over both columns serves. */
function isAbout(id: string): Expression<SqlBool> {
  return sql<SqlBool>`object_type = any(${LoggedObject.options}::text[]) and object_id = ${id}::uuid`
}

/** Whether a moment lies on or between two days of UTC. */
export function isWithin(
  column: 'audit_entry.at' | 'disclosure.at',
  { from, until }: Pick<LogFilter, 'from' | 'until'>,
): Expression<SqlBool>[] {
  const at = sql.ref(column)
  const start = (day: string) => sql`${day}::date::timestamp at time zone 'UTC'`
  return [
    ...(from === undefined ? [] : [sql<SqlBool>`${at} >= ${start(from)}`]),
    ...(until === undefined ? [] : [sql<SqlBool>`${at} < ${start(until)} + interval '1 day'`]),
  ]
}
