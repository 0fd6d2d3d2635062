import type { ClockDoubt } from '../keys/clock.ts'
import { type Hand, sharePerson } from './separation.ts'

/**
 * Break-glass (R-SEC-2) opens one record for one person, to be read, for a short time. Who may ask, who
 * may agree and what it opens are lines of `rules.ts` like all others, so that what they leave out it
 * can never open: a draft, another operation, a table to take along, any change. Here stands how long.
 */
export const BREAK_GLASS = {
  /** How long the record is open, from the second person's agreement. */
  openMinutes: 60,
  /** How long a request waits for the second person. */
  waitMinutes: 24 * 60,
} as const

/** A request and its times; moments in ISO 8601, UTC. */
export interface GlassRequest {
  /** Until when it waits for the second person. */
  readonly waitsUntil: string
  /** Until when the record is open; null before a second person agreed. */
  readonly openUntil: string | null
  /** When somebody ended it before its time. */
  readonly endedAt: string | null
}

/** Where a request stands: it waits for a second person, the record is open, or it is over. */
export type GlassState = 'waiting' | 'open' | 'over'

/** What an hour is held against besides the clock, which may be wrong. */
export interface HourWitness {
  /**
   * Whether the hour is used up by a counter that nobody can set; null where it did not count from the
   * beginning, because the server started since.
   */
  readonly isUsedUp: boolean | null
  /** What speaks against the clock. */
  readonly doubt: ClockDoubt | null
}

/** Where a request stands at the moment `now`, by the clock. */
export function glassState(
  { waitsUntil, openUntil, endedAt }: GlassRequest,
  now: string,
  witness: HourWitness,
): GlassState {
  if (endedAt !== null) return 'over'
  if (openUntil !== null) return isOver(now >= openUntil, witness) ? 'over' : 'open'
  return now < waitsUntil ? 'waiting' : 'over'
}

/**
 * Whether an hour has ended. A clock that was set back prolongs none, and one in doubt ends none early:
 * the counter decides then. Where it was lost, a clock that stands before the log keeps nothing open.
 */
function isOver(isPast: boolean, { isUsedUp, doubt }: HourWitness): boolean {
  if (isUsedUp === null) return isPast || doubt === 'before_log'
  return isUsedUp || (isPast && doubt === null)
}

/** Whether `second` is another person than who asked, and acts for nobody who is the same. */
export function isSecondPerson(asked: Hand, second: Hand): boolean {
  return !sharePerson(asked, second)
}
