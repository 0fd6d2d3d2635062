import { BREAK_GLASS, type HourWitness } from '@vigil/core/policy'
import { type ClockWitnesses, findDoubt } from '../clock/doubt.ts'
import type { Counter } from '../ports.ts'

const MINUTE = 60_000

/**
 * Counts the hours of break-glass that began in this process, so that a clock that is set meanwhile
 * neither prolongs one nor ends it early. Kept in memory: a restart loses it.
 */
export interface GlassHours {
  begin(request: string): void
  /** Those that are not used up. */
  running(): string[]
  /** Null: it did not begin in this process. */
  isUsedUp(request: string): boolean | null
}

/** No hour has begun. */
export function createGlassHours(counter: Counter): GlassHours {
  const ends = new Map<string, number>()
  const isOver = (end: number) => counter.count() >= end
  return {
    begin: (request) => void ends.set(request, counter.count() + BREAK_GLASS.openMinutes * MINUTE),
    running: () => [...ends].flatMap(([request, end]) => (isOver(end) ? [] : [request])),
    isUsedUp(request) {
      const end = ends.get(request)
      return end === undefined ? null : isOver(end)
    },
  }
}

/** What hours are held against: the clock with its witnesses, and the counter. */
export interface HourWitnesses extends ClockWitnesses {
  readonly hours: GlassHours
}

/** What each request is held against at this moment. */
export async function witnessesOf(
  services: HourWitnesses,
): Promise<(request: string) => HourWitness> {
  const doubt = await findDoubt(services)
  return (request) => ({ isUsedUp: services.hours.isUsedUp(request), doubt })
}
