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
  return devicesAhead.some(isOffDevice) ? 'off_device' : null
}

/** Whether a device is so far ahead, or behind, in milliseconds, that one of both clocks is wrong. */
export function isOffDevice(ahead: number): boolean {
  return Math.abs(ahead) >= MOST_CLOCK_DIFFERENCE_MS
}

/** Whose device it is, and how far it is ahead of us in milliseconds. */
export interface PersonsClock {
  readonly person: string
  readonly ahead: number
}

/**
 * Whose clock is wrong, where a device is off: ours where most people's devices are, the device's where
 * most are not, else one of both. Whoever has several devices counts once on each side at most.
 */
export function blameForDifference(
  clocks: readonly PersonsClock[],
): 'server' | 'device' | 'either' {
  const count = (isOff: boolean) =>
    new Set(clocks.filter(({ ahead }) => isOffDevice(ahead) === isOff).map(({ person }) => person))
      .size
  const [off, right] = [count(true), count(false)]
  if (off === right || off + right === 1) return 'either'
  return off > right ? 'server' : 'device'
}

/** Whether something may go on while the clock is in doubt. */
export function isBlockedByClock(doubt: ClockDoubt | null, what: string): boolean {
  return doubt !== null && (CLOCK_BOUND as readonly string[]).includes(what)
}
