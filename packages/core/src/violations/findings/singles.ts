import { type Finding, holds, type KnownViolation, shareChild } from './known.ts'

/** A rule about one violation beside all others of its incident. */
interface SingleRule {
  readonly rule: string
  readonly finding: string
  readonly applies: (one: KnownViolation, all: readonly KnownViolation[]) => boolean
}

/** What one violation may lack beside it. */
const SINGLE_RULES = [
  {
    rule: 'R-KM-4',
    finding: 'deviceCarrierNotRecruited',
    applies: (one, all) =>
      one.known['carriedDevice'] === 'yes' && !hasBeside(one, all, ['recruitment_use']),
  },
  {
    rule: 'R-RU-5',
    finding: 'recruitedWithoutAbduction',
    applies: (one, all) =>
      one.category === 'recruitment_use' &&
      holds(one.known['factors'], 'abduction') &&
      !hasBeside(one, all, ['abduction']),
  },
  {
    rule: 'R-AS-2',
    finding: 'childrenHarmedAtFacility',
    applies: (one, all) => harmsChildren(one) && !all.some(isHarm),
  },
  {
    rule: 'R-AS-4',
    finding: 'usedAndAttacked',
    applies: (one, all) => isAttack(one) && all.some((other) => usesFacilityOf(other, one)),
  },
  {
    rule: 'R-AS-5',
    finding: 'closureIsNoAttack',
    applies: (one) => isAttack(one) && isJustClosure(one.known['subtypes']),
  },
  {
    rule: 'R-AB-2',
    finding: 'enforcedDisappearance',
    applies: (one) =>
      one.category === 'deprivation_of_liberty' && one.known['enforcedDisappearance'] === 'yes',
  },
] as const satisfies readonly SingleRule[]

/** What is found at one violation each. */
export function singleFindings(violations: readonly KnownViolation[]): Finding[] {
  return violations.flatMap((one) =>
    SINGLE_RULES.filter(({ applies }) => applies(one, violations)).map(({ rule, finding }) => ({
      rule,
      finding,
      violations: [one.id],
    })),
  )
}

function hasBeside(
  one: KnownViolation,
  all: readonly KnownViolation[],
  categories: readonly KnownViolation['category'][],
): boolean {
  return all.some((other) => categories.includes(other.category) && shareChild(one, other))
}

function isAttack({ category }: KnownViolation): boolean {
  return category === 'attack_on_school' || category === 'attack_on_hospital'
}

function isHarm({ category }: KnownViolation): boolean {
  return category === 'killing' || category === 'maiming'
}

function usesFacilityOf(other: KnownViolation, { known }: KnownViolation): boolean {
  return other.category === 'military_use' && other.known['facility'] === known['facility']
}

function harmsChildren({ known }: KnownViolation): boolean {
  return [known['childrenKilled'], known['childrenInjured']].some(
    (tally) =>
      typeof tally === 'object' &&
      tally !== null &&
      Object.values(tally).some((count) => Number(count) > 0),
  )
}

/** A closure alone, without attack or threat, is general insecurity or interference. */
function isJustClosure(subtypes: unknown): boolean {
  return Array.isArray(subtypes) && subtypes.length === 1 && holds(subtypes, 'forced_closure')
}
