import { holdsOn, type Party, type PartyRelation } from './party.ts'

/** What is wrong among relations. */
export type RelationFault =
  | 'days'
  | 'self'
  | 'unknownParty'
  | 'twoMemberships'
  | 'umbrellaInUmbrella'
  | 'notUmbrella'

/**
 * The umbrella of a party on the date of the act (R-ATT-4, K16): by direct membership alone, whose first
 * and last day are in it. Later alliances never change it. Undefined where it was in none.
 */
export function umbrellaOn(
  relations: readonly PartyRelation[],
  party: string,
  day: string,
): string | undefined {
  return membershipsOn(relations, day).find((relation) => relation.party === party)?.of
}

/** The direct members of an umbrella on a day, by their ids. */
export function membersOn(
  relations: readonly PartyRelation[],
  umbrella: string,
  day: string,
): string[] {
  return membershipsOn(relations, day)
    .filter(({ of }) => of === umbrella)
    .map(({ party }) => party)
    .sort()
}

/** A party and those beneath it on a day. */
export interface PartyBranch {
  readonly party: string
  readonly members: readonly string[]
}

/** All parties as a tree on a day: umbrellas with their members, and everybody who is in none. */
export function treeOn(
  parties: readonly Party[],
  relations: readonly PartyRelation[],
  day: string,
): PartyBranch[] {
  return parties
    .filter(({ id }) => umbrellaOn(relations, id, day) === undefined)
    .map(({ id }) => ({ party: id, members: membersOn(relations, id, day) }))
    .sort((one, other) => (one.party < other.party ? -1 : 1))
}

/** Something that began or ended for a party. */
export interface PartyEvent {
  readonly on: string
  readonly change: 'begins' | 'ends'
  readonly relation: PartyRelation
}

/** The history of a party: every relation of it and to it, as it begins and ends, by day. */
export function historyOfParty(relations: readonly PartyRelation[], party: string): PartyEvent[] {
  return relations
    .filter((relation) => relation.party === party || relation.of === party)
    .flatMap((relation): PartyEvent[] => [
      { on: relation.from, change: 'begins', relation },
      ...(relation.until === null
        ? []
        : [{ on: relation.until, change: 'ends' as const, relation }]),
    ])
    .sort((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))
}

/**
 * The first thing that is wrong with `relations`: reversed days, a party in itself, two memberships on one
 * day, an umbrella inside an umbrella, a member of what is none (K16).
 */
export function findRelationFault(
  parties: readonly Party[],
  relations: readonly PartyRelation[],
): RelationFault | undefined {
  const known = new Map(parties.map((party) => [party.id, party]))
  const faults = relations.map((relation) => findOwnFault(known, relation))
  const members = relations.filter(({ type }) => type === 'member_of')
  const isTwice = members.some((one, at) =>
    members.slice(at + 1).some((other) => one.party === other.party && meet(one, other)),
  )
  return faults.find((fault) => fault !== undefined) ?? (isTwice ? 'twoMemberships' : undefined)
}

function findOwnFault(
  known: ReadonlyMap<string, Party>,
  { type, party, of, from, until }: PartyRelation,
): RelationFault | undefined {
  const [one, other] = [known.get(party), known.get(of)]
  if (!one || !other) return 'unknownParty'
  if (until !== null && until < from) return 'days'
  if (party === of) return 'self'
  if (type !== 'member_of') return undefined
  if (!other.isUmbrella) return 'notUmbrella'
  return one.isUmbrella ? 'umbrellaInUmbrella' : undefined
}

function meet(one: PartyRelation, other: PartyRelation): boolean {
  return holdsOn(one, other.from) || holdsOn(other, one.from)
}

function membershipsOn(relations: readonly PartyRelation[], day: string): PartyRelation[] {
  return relations.filter((relation) => relation.type === 'member_of' && holdsOn(relation, day))
}
