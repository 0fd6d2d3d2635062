import { CoChairSet, type Entity, findSetFault, type SetFault } from '@vigil/core/policy'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { uuidV7 } from '../uuid.ts'

/** Who co-chairs from a day on, as entered; `by` null: from the command line. */
export interface CoChairsToEnter {
  readonly operation: string
  readonly entities: readonly Entity[]
  readonly from: string
  readonly until: string | null
  readonly by: string | null
  readonly now: Date
}

/** The sets of co-chairs of `operation`, or of all, in the order of their days. */
export async function readCoChairs(db: Db, operation?: string): Promise<CoChairSet[]> {
  const rows = await db
    .selectFrom('co_chair_set')
    .select(['operation', 'entities', 'from_day as from', 'until_day as until'])
    .$if(operation !== undefined, (query) => query.where('operation', '=', operation ?? ''))
    .orderBy('operation')
    .orderBy('from_day')
    .execute()
  return rows.map((row) => CoChairSet.parse(row))
}

/**
 * Enters who co-chairs from a day on; a set without an end that began earlier ends the day before.
 * Gives its id, or what keeps it from standing beside the others; then nothing may be kept of it.
 */
export async function enterCoChairs(
  tx: Db,
  { operation, entities, from, until, by, now }: CoChairsToEnter,
): Promise<{ readonly id: string } | { readonly fault: SetFault }> {
  const lock = `co-chairs of ${operation}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(tx)
  await tx
    .updateTable('co_chair_set')
    .set({ until_day: sql<string>`${from}::date - 1` })
    .where('operation', '=', operation)
    .where('until_day', 'is', null)
    .where('from_day', '<', from)
    .execute()
  const next = { operation, entities, from, until }
  const fault = findSetFault([...(await readCoChairs(tx, operation)), next])
  if (fault) return { fault }
  const id = uuidV7(now)
  await tx
    .insertInto('co_chair_set')
    .values({
      id,
      operation,
      entities: [...entities],
      from_day: from,
      until_day: until,
      set_at: now,
      set_by: by,
    })
    .execute()
  return { id }
}
