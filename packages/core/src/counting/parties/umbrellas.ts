import type { Day } from '../facts/days.ts'
import { isBetween } from '../facts/days.ts'
import type { PartyRelation } from '../model.ts'
import { findParty, type PartyRegister } from './rows.ts'

/** Who was a member of what, by the member (K16). */
export type Memberships = ReadonlyMap<string, readonly PartyRelation[]>

/** Direct memberships by their member; no other relation rolls up (K16). */
export function membershipsOf(relations: readonly PartyRelation[]): Memberships {
  return Map.groupBy(
    relations.filter(({ type }) => type === 'member_of'),
    ({ party }) => party,
  )
}

/** The alliance of which `party` was a direct member on `day`, both ends of a membership included (K16). */
export function findUmbrella(
  party: string,
  day: Day,
  memberships: Memberships,
): string | undefined {
  return memberships.get(party)?.find((one) => isBetween(day, one))?.of
}

/**
 * The umbrella under which an act of `party` that began on `day` stands (R-ATT-4, K16): the party itself
 * where it is one, otherwise the one it was a member of on that day. Later alliances change nothing. One
 * that is provisional is not named (K19).
 */
export function umbrellaRow(
  party: string,
  day: Day,
  { memberships, register }: { memberships: Memberships; register: PartyRegister },
): string | null {
  const own = findParty(party, register)?.isUmbrella ? party : undefined
  const umbrella = own ?? findUmbrella(party, day, memberships)
  return umbrella === undefined || findParty(umbrella, register)?.isProvisional ? null : umbrella
}
