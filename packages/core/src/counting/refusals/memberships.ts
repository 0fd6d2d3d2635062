import type { Day } from '../facts/days.ts'
import { knownOn, LATEST } from '../facts/timeline.ts'
import type { CountingData, PartyRelation } from '../model.ts'
import { membershipsOf } from '../parties/umbrellas.ts'
import { findFirst, type Refusal } from './refusal.ts'

/** One alliance for each party on each day, and none inside another (K16). */
export function checkMemberships(data: CountingData): Refusal | undefined {
  const backwards = data.relations.find(({ from, to }) => from !== null && to !== null && from > to)
  if (backwards) return { code: 'K16.interval', ids: [backwards.party, backwards.of] }
  return findFirst(membershipsOf(data.relations), ([party, memberships]) => {
    const isUmbrella = knownOn(data.parties.get(party) ?? [], LATEST)?.isUmbrella ?? false
    const [first] = memberships
    if (isUmbrella && first) return { code: 'K16.umbrellaInside', ids: [party, first.of] }
    const both = findOverlap(memberships)
    return both && { code: 'K16.twoMemberships', ids: [party, ...both.map(({ of }) => of)] }
  })
}

/** Two memberships that have a day in common, both ends included. */
function findOverlap(
  memberships: readonly PartyRelation[],
): readonly [PartyRelation, PartyRelation] | undefined {
  const sorted = memberships.toSorted((one, other) => (begin(one) < begin(other) ? -1 : 1))
  for (const [at, after] of sorted.entries()) {
    const before = sorted[at - 1]
    if (before && (before.to === null || before.to >= begin(after))) return [before, after]
  }
  return undefined
}

/** Text that comes before every day. */
function begin({ from }: PartyRelation): Day {
  return from ?? ''
}
