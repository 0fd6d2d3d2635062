import { type Category, UNITS } from './categories.ts'
import { neededElements } from './elements/by-category.ts'

/** What is known of a violation and around it, as far as its verification needs it. */
export interface ViolationFacts {
  readonly category: Category
  /** What stands of each element; one that is missing was never said, or is open. */
  readonly known: Readonly<Record<string, unknown>>
  /** Elements of which it is open what is true. */
  readonly open: readonly string[]
  /** Children: those confirmed to be children, and those of whom it is undecided. */
  readonly children: { readonly known: number; readonly undecided: number }
  /** Whether the facility was in military use on that day, as far as the record knows. */
  readonly isUsedByParty: boolean
  /**
   * Whether everybody held responsible is a State force, an armed group, or something else or unknown.
   */
  readonly responsible: 'state_force' | 'armed_group' | 'other'
}

/** What a violation still lacks, each with the rule that asks for it. */
export const MISSING_RULES = {
  element: 'mrm.md 2.2',
  openClaims: 'mrm.md 2.2',
  nobody: 'R-VIO-1',
  ageUndecided: 'R-AGE-5',
  nexusNote: 'R-VIO-3',
  participationDecision: 'R-KM-3',
  participationNote: 'R-KM-3',
  legalCharacterNote: 'R-AS-4',
  classificationNote: 'R-AB-2',
} as const

export interface Missing {
  readonly reason: keyof typeof MISSING_RULES
  /** Which element, where it is about one. */
  readonly element: string | null
}

/**
 * What is still missing before a violation can be verified, as a list; empty where nothing is. Roles,
 * weapons and whatever a child did are never in it (R-RU-7), nor is anything about the consequences of
 * sexual violence (R-SV-1).
 */
export function missingForVerification(facts: ViolationFacts): Missing[] {
  const { category, known, open } = facts
  const isSaid = (name: string): boolean => known[name] !== undefined && known[name] !== null
  const needed = neededElements(category).filter((name) => !isSaid(name) && !open.includes(name))
  return [
    ...needed.map((element) => ({ reason: 'element', element }) as const),
    ...open.map((element) => ({ reason: 'openClaims', element }) as const),
    ...childrenMissing(facts),
    ...decisionsMissing(facts)
      .filter(([, element]) => !isSaid(element))
      .map(([reason, element]) => ({ reason, element })),
  ]
}

function childrenMissing({ category, children }: ViolationFacts): Missing[] {
  if (UNITS[category] !== 'children') return []
  if (children.undecided > 0) return [{ reason: 'ageUndecided', element: null }]
  return children.known === 0 ? [{ reason: 'nobody', element: null }] : []
}

/** Decisions that the task force has to have taken in writing, and where each is written. */
function decisionsMissing(facts: ViolationFacts): [Missing['reason'], string][] {
  const { known, isUsedByParty } = facts
  const found: [Missing['reason'], string][] = []
  if (isUnidentified(known['attribution'])) found.push(['nexusNote', 'conflictNexusNote'])
  if (known['directParticipation'] === 'yes') {
    found.push(['participationDecision', 'participationDecision'])
    found.push(['participationNote', 'participationNote'])
  }
  if (isAttack(facts) && (isUsedByParty || known['inMilitaryUse'] === 'yes')) {
    found.push(['legalCharacterNote', 'legalCharacterNote'])
  }
  if (needsClassification(facts)) found.push(['classificationNote', 'classificationNote'])
  return found
}

function isUnidentified(attribution: unknown): boolean {
  return (
    typeof attribution === 'object' &&
    attribution !== null &&
    'kind' in attribution &&
    attribution.kind === 'unidentified'
  )
}

function isAttack({ category }: ViolationFacts): boolean {
  return category === 'attack_on_school' || category === 'attack_on_hospital'
}

/**
 * Taking a child by a State, and holding one by a group, are called either way with a reason (R-AB-2).
 */
function needsClassification({ category, responsible }: ViolationFacts): boolean {
  if (category === 'abduction') return responsible === 'state_force'
  return category === 'deprivation_of_liberty' && responsible === 'armed_group'
}
