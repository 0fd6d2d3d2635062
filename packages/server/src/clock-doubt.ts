import { type ClockDoubt, findClockDoubt } from '@vigil/core/keys'
import type { Db } from './db/transaction.ts'
import type { Clock } from './ports.ts'

/** What speaks against the server's clock: that it stands before the newest entry of the log. */
export async function findServerDoubt(db: Db, clock: Clock): Promise<ClockDoubt | null> {
  const last = await db
    .selectFrom('audit_entry')
    .select('at')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const lastEntry = last?.at.getTime() ?? null
  return findClockDoubt({ now: clock.now().getTime(), lastEntry, devicesAhead: [] })
}
