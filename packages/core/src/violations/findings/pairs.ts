import {
  type Finding,
  holds,
  type KnownViolation,
  overlap,
  pairsOf,
  shareChild,
  shareParties,
} from './known.ts'

type Pair = readonly [KnownViolation, KnownViolation]

/** A rule about two violations of one incident. */
interface PairRule {
  readonly rule: string
  readonly finding: string
  readonly applies: (pair: Pair) => boolean
}

/** What two violations of one incident may be in truth. */
const PAIR_RULES = [
  {
    rule: 'R-KM-2',
    finding: 'injuryLaterFatal',
    applies: (pair) =>
      are(pair, 'maiming', 'killing') && shareChild(...pair) && shareParties(...pair),
  },
  {
    rule: 'R-RU-3',
    finding: 'oneAssociation',
    applies: (pair) => continues(pair, 'recruitment_use'),
  },
  {
    rule: 'R-RU-4',
    finding: 'reRecruitmentNotMarked',
    applies: ([one, other]) =>
      are([one, other], 'recruitment_use', 'recruitment_use') &&
      shareChild(one, other) &&
      !overlap(one, other) &&
      other.known['reRecruitment'] !== 'yes',
  },
  {
    rule: 'mrm.md 2.5',
    finding: 'oneSituation',
    applies: (pair) => continues(pair, 'sexual_violence'),
  },
  {
    rule: 'R-AS-1',
    finding: 'oneAttack',
    applies: (pair) =>
      isAttack(pair[0]) && isAttack(pair[1]) && sameFacility(pair) && shareParties(...pair),
  },
  {
    rule: 'R-DH-2',
    finding: 'oneMeasure',
    applies: ([one, other]) =>
      are([one, other], 'denial_humanitarian_access', 'denial_humanitarian_access') &&
      one.known['continuing'] === 'yes' &&
      shareParties(one, other) &&
      overlap(one, other),
  },
  {
    rule: 'K20',
    finding: 'afterDeath',
    applies: ([one, other]) =>
      one.category === 'killing' && shareChild(one, other) && one.start < other.start,
  },
] as const satisfies readonly PairRule[]

/** What is found between two violations each. */
export function pairFindings(violations: readonly KnownViolation[]): Finding[] {
  return pairsOf(violations).flatMap((pair) =>
    PAIR_RULES.filter(({ applies }) => applies(pair)).map(({ rule, finding }) => ({
      rule,
      finding,
      violations: pair.map(({ id }) => id),
    })),
  )
}

/** Whether the two are of these categories, in whichever order. */
function are(
  [one, other]: Pair,
  first: KnownViolation['category'],
  second: KnownViolation['category'],
): boolean {
  const isAsNamed = one.category === first && other.category === second
  return isAsNamed || (one.category === second && other.category === first)
}

/** The same child, by the same party, without a break: one violation that goes on. */
function continues(pair: Pair, category: KnownViolation['category']): boolean {
  const [one, other] = pair
  return (
    are(pair, category, category) &&
    shareChild(one, other) &&
    shareParties(one, other) &&
    overlap(one, other)
  )
}

function isAttack({ category }: KnownViolation): boolean {
  return holds(['attack_on_school', 'attack_on_hospital'], category)
}

function sameFacility([one, other]: Pair): boolean {
  return one.known['facility'] !== undefined && one.known['facility'] === other.known['facility']
}
