import { grantsHeld, type HeldDuty } from './acting.ts'
import { type CoChairSet, seatedGrants } from './co-chairs.ts'
import type { ActingGrant, Grant } from './grants.ts'

/** What may make somebody hold more than their own grants, or less. */
interface Surroundings {
  readonly duties: readonly HeldDuty[]
  readonly sets: readonly CoChairSet[]
  readonly day: string
}

/** What somebody holds on a day, and what they would hold if an entity co-chaired that does not. */
interface Standing {
  readonly held: readonly ActingGrant[]
  readonly unseated: readonly ActingGrant[]
}

/**
 * With what somebody stands there on `day` (ISO 8601): their own grants in force and those of whom they
 * act for; of roles of co-chairs those alone whose entity co-chairs that day.
 */
export function standingOn(own: readonly Grant[], { duties, sets, day }: Surroundings): Standing {
  const all = grantsHeld(own, duties, day)
  const held = seatedGrants(all, { sets, day })
  return { held, unseated: all.filter((grant) => !held.includes(grant)) }
}
