import type { IncidentId, IncidentListQuery, ListedIncident } from '@vigil/contract/schemas'
import {
  conditionOf,
  IncidentFacts,
  type RecordFacts,
  RecordState,
  type Wish,
} from '@vigil/core/policy'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isAsSaid } from '../policy/where.ts'

/** An incident as it is held, before the policy has said which fields may be seen. */
export interface HeldIncident {
  readonly id: IncidentId
  readonly recordedAt: Date
  readonly facts: RecordFacts
}

/** The incidents that `wish` covers: the policy asks here, and the database once more by itself. */
function covered(tx: Db, wish: Wish) {
  return tx.selectFrom('incident').where(isAsSaid(conditionOf(wish)))
}

export async function findIncident(
  tx: Db,
  wish: Wish,
  id: string,
): Promise<HeldIncident | undefined> {
  const row = await covered(tx, wish).selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const { id: held, recorded_at: recordedAt, ...facts } = row
  return { id: held as IncidentId, recordedAt, facts: { ...IncidentFacts.parse(facts), id } }
}

/** What is looked for: a state, and words (code of operation or region, beginning of an id). */
export interface Sought extends Pick<IncidentListQuery, 'state' | 'after'> {
  readonly limit?: number
  readonly words?: string
}

/** Newest first, from fields of class S2 and below alone. */
export async function listIncidents(tx: Db, wish: Wish, sought: Sought): Promise<ListedIncident[]> {
  const { state, after, words, limit } = sought
  const rows = await covered(tx, wish)
    .select(['id', 'recorded_at', 'operation', 'region', 'class', 'state', 'entity'])
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
    .$if(words !== undefined, (query) => query.where(hasWords(words ?? '')))
    .$if(after !== undefined, (query) => query.where(isAfter(after ?? '')))
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .$castTo<Omit<ListedIncident, 'recordedAt'> & { readonly recorded_at: Date }>()
    .execute()
  return rows.map(({ recorded_at, ...listed }) => ({
    ...listed,
    recordedAt: recorded_at.toISOString(),
  }))
}

export async function countIncidents(tx: Db, wish: Wish) {
  const rows = await covered(tx, wish)
    .select(({ fn }) => ['state', fn.countAll<number>().as('total')])
    .groupBy('state')
    .execute()
  return RecordState.options
    .flatMap((state) => rows.filter((row) => row.state === state))
    .map((row) => ({ state: RecordState.parse(row.state), total: row.total }))
}

/** Where the next page begins: after the last incident of this one. */
export function placeOf({ id, recordedAt }: ListedIncident): string {
  return `${new Date(recordedAt).getTime()}.${id}`
}

function isAfter(place: string): Expression<SqlBool> {
  const [milliseconds, id] = place.split('.')
  const moment = new Date(Number(milliseconds))
  return sql<SqlBool>`(recorded_at, id) < (${moment}, ${id}::uuid)`
}

function hasWords(words: string): Expression<SqlBool> {
  return sql<SqlBool>`(operation = ${words} or region = ${words} or starts_with(id::text, ${words}))`
}
