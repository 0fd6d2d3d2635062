import type { Day } from './days.ts'
import type { Version } from './versions.ts'

/** What was known of something over time, oldest first; empty where nothing countable ever was. */
export type Timeline<Facts> = readonly Version<Facts>[]

/** As of this day everything is known that ever was. */
export const LATEST: Day = '9999-12-31'

/** What was known at the end of a day (K1, K3); undefined where it was not known yet. */
export function knownOn<Facts>(timeline: Timeline<Facts>, asOf: Day): Facts | undefined {
  for (let at = timeline.length - 1; at >= 0; at -= 1) {
    const version = timeline[at]
    if (version && version.since <= asOf) return version.facts
  }
  return undefined
}
