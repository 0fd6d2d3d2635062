import { glassState } from '@vigil/core/policy'
import type { Hour } from '../task-force/standing.ts'
import { type HourWitnesses, witnessesOf } from './hours.ts'

/** Those of `hours` that are not over; what they are held against is looked up where there is one. */
export async function stillOpen(
  hours: readonly Hour[],
  { now, services }: { readonly now: Date; readonly services: HourWitnesses },
): Promise<Hour[]> {
  if (hours.length === 0) return []
  const witnessOf = await witnessesOf(services)
  return hours.filter(({ id, openUntil }) => {
    const request = { waitsUntil: openUntil, openUntil, endedAt: null }
    return glassState(request, now.toISOString(), witnessOf(id)) === 'open'
  })
}
