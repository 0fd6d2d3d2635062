import type { ProblemCode } from '@vigil/contract/problems'
import {
  type ClockBound,
  type ClockDoubt,
  findClockDoubt,
  isBlockedByClock,
} from '@vigil/core/keys'
import type { Db } from '../db/transaction.ts'
import { refuse } from '../http/refuse.ts'
import type { Clock } from '../ports.ts'
import type { DeviceClocks } from './devices.ts'

/** What the clock is judged by. */
export interface ClockWitnesses {
  readonly db: Db
  readonly clock: Clock
  readonly devices: DeviceClocks
}

/**
 * So many of the newest entries are looked at: the first that is written by a clock that was set back
 * must not vouch for it, and one that was written by a clock far ahead must not count for ever.
 */
const NEWEST = 200

const CODES = {
  one_time_code: 'clock.codes',
  deadline: 'clock.deadlines',
  signing: 'clock.signing',
} as const satisfies Readonly<Record<ClockBound, ProblemCode>>

/** What speaks against the server's clock: the newest entries of the log, or a device signed in. */
export async function findDoubt({
  db,
  clock,
  devices,
}: ClockWitnesses): Promise<ClockDoubt | null> {
  const newest = db
    .selectFrom('audit_entry')
    .select('at')
    .orderBy('seq', 'desc')
    .limit(NEWEST)
    .as('newest')
  const { last } = await db
    .selectFrom(newest)
    .select((of) => of.fn.max('newest.at').as('last'))
    .executeTakeFirstOrThrow()
  // Asked after the entries: one that was written a moment ago is not ahead of it.
  const now = clock.now()
  const devicesAhead = devices.read(now).map(({ aheadMs }) => aheadMs)
  const lastEntry = (last as Date | null)?.getTime() ?? null
  return findClockDoubt({ now: now.getTime(), lastEntry, devicesAhead })
}

/** Refuses what goes by the clock while something speaks against it. */
export async function checkClock(what: ClockBound, witnesses: ClockWitnesses): Promise<void> {
  if (isBlockedByClock(await findDoubt(witnesses), what)) refuse(CODES[what])
}
