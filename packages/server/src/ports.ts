/** The time of day, which tests set by hand. */
export interface Clock {
  now(): Date
}

/** Milliseconds that only go forward, from any beginning: nobody can set them. */
export interface Counter {
  count(): number
}

export const systemClock: Clock & Counter = {
  now: () => new Date(),
  count: () => performance.now(),
}
