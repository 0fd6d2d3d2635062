/** So far a clock may differ from that of a device of somebody signed in, in milliseconds. */
export const MOST_CLOCK_DIFFERENCE_MS = 120_000

/** What must not go by a clock that may be wrong; everything else goes on (issue 4, point 10). */
export const CLOCK_BOUND = ['one_time_code', 'deadline', 'signing'] as const
export type ClockBound = (typeof CLOCK_BOUND)[number]

/** What there is to judge a clock by; moments are milliseconds of Unix time. */
export interface ClockFacts {
  readonly now: number
  /** The newest moment that the log holds; null while it is empty. */
  readonly lastEntry: number | null
  /** How far the clocks of devices are ahead of ours, the newest word of each person signed in. */
  readonly devicesAhead: readonly number[]
}

/** Why a clock is not to be trusted. */
export type ClockDoubt = 'before_log' | 'off_device'

/**
 * Whether the clock may be wrong; null where nothing speaks against it. A clock that stands before the
 * last entry of the log was set back; one that differs by two minutes from a device, one of both is wrong.
 */
export function findClockDoubt({ now, lastEntry, devicesAhead }: ClockFacts): ClockDoubt | null {
  if (lastEntry !== null && now < lastEntry) return 'before_log'
  const isOff = devicesAhead.some((ahead) => Math.abs(ahead) >= MOST_CLOCK_DIFFERENCE_MS)
  return isOff ? 'off_device' : null
}

/** Whether something may go on while the clock is in doubt. */
export function isBlockedByClock(doubt: ClockDoubt | null, what: string): boolean {
  return doubt !== null && (CLOCK_BOUND as readonly string[]).includes(what)
}
