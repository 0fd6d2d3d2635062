/**
 * Everything that a bundle can be refused for, by the rule that it breaks. The sentences stand in the
 * catalogue `counting.json` under `refusal.<code>`, and what to do under `refusal.<code>.help`.
 */
export const REFUSALS = [
  'K2.period',
  'K2.cutoff',
  'K2.previousCutoff',
  'K2.overlap',
  'K2.gap',
  'K2.cutoffs',
  'K4.empty',
  'K4.unsorted',
  'K4.repeated',
  'K4.step',
  'K13.category',
  'K16.twoMemberships',
  'K16.umbrellaInside',
  'K16.cycle',
  'K16.interval',
  'K18.adult',
  'K20.afterDeath',
  'K21.sameAttack',
  'K24.reserved',
  'R-COUNT-3.childTwice',
  'R-COUNT-11.cycle',
  'bundle.twice',
  'bundle.unknownChild',
  'bundle.unknownGroup',
  'bundle.unknownParty',
  'bundle.unknownRegion',
  'bundle.unknownDuplicate',
] as const
export type RefusalCode = (typeof REFUSALS)[number]

/** Why a bundle is not counted: the rule and the ids that break it. */
export interface Refusal {
  readonly code: RefusalCode
  /** Ids of what breaks the rule, in the order in which the sentence names them. */
  readonly ids: readonly string[]
}

/** Refuses once, or finds nothing to refuse. */
export type Check<Given> = (given: Given) => Refusal | undefined

/** The first refusal that a check has for one of some items. */
export function findFirst<Item>(items: Iterable<Item>, check: Check<Item>): Refusal | undefined {
  for (const item of items) {
    const refusal = check(item)
    if (refusal) return refusal
  }
  return undefined
}
