import type { SensitivityClass } from './facts.ts'

/** How many records of a class one account may open within so many minutes. */
interface SightLimit {
  readonly class: SensitivityClass
  readonly minutes: number
  readonly most: number
}

const HOUR = 60
const DAY = 24 * HOUR

/**
 * Nobody reads more than this in a day's work; whoever copies records does (security.md 10, T3). What
 * is beyond is refused, and the refusal is an entry in the log.
 */
export const SIGHT_LIMITS = [
  { class: 'S0', minutes: HOUR, most: 30 },
  { class: 'S0', minutes: DAY, most: 100 },
  { class: 'S1', minutes: HOUR, most: 120 },
  { class: 'S1', minutes: DAY, most: 400 },
] as const satisfies readonly SightLimit[]

/**
 * Whether one more record of class `sensitivity` may be opened, where `seenWithin` says how many of it
 * were in the last so many minutes.
 */
export function maySeeOneMore(
  sensitivity: SensitivityClass,
  seenWithin: (minutes: number) => number,
): boolean {
  const limits: readonly SightLimit[] = SIGHT_LIMITS
  return limits
    .filter((limit) => limit.class === sensitivity)
    .every(({ minutes, most }) => seenWithin(minutes) < most)
}
