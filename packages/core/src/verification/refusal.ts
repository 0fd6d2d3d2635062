import type { Deed } from '../incident/actions/action.ts'

/**
 * Why a step of verification is refused, each with the rule that says so. Every reason has a sentence in
 * the catalogue `record`, under `refusal`.
 */
export const REFUSAL_RULES = {
  unknownViolation: 'R-VIO-2',
  voided: 'mrm.md 3.2',
  notDecidable: 'R-SEC-2',
  duplicate: 'R-COUNT-11',
  notByTheTable: 'mrm.md 3.2',
  notThisRole: 'R-VER-5',
  notStaff: 'R-VER-5',
  noDecidingBody: 'R-CUS-3',
  notSeated: 'R-CUS-3',
  levelBelowMissing: 'R-VER-5',
  bothSides: 'R-VER-5',
  sameEntity: 'R-VER-5',
  twoLevels: 'R-VER-5',
  answeredAlready: 'R-VER-5',
  inTheFuture: 'K4',
  beforeEarlier: 'K4',
  reasonMissing: 'mrm.md 3.3',
  stopped: 'R-VER-4',
  criteriaUnmet: 'R-VER-1',
  attributionOpen: 'R-VER-2',
  tallyEmpty: 'R-VER-3',
  tallyAboveAlleged: 'R-VER-3',
  notDecided: 'mrm.md 3.2',
  decidedAlready: 'mrm.md 3.2',
  notCoChair: 'mrm.md 3.2',
  historyUnsorted: 'K4',
  historyNotByTable: 'K4',
} as const

export type RefusalReason = keyof typeof REFUSAL_RULES

/** A refusal, and by which rule. */
export interface Refusal {
  readonly allowed: false
  readonly reason: RefusalReason
  readonly rule: string
}

/** A step that is allowed: what to store for it, in this order and together. */
export interface Allowed {
  readonly allowed: true
  readonly deeds: readonly Deed[]
}

export type Verdict = Allowed | Refusal

/** The refusal for `reason`. */
export function refused(reason: RefusalReason): Refusal {
  return { allowed: false, reason, rule: REFUSAL_RULES[reason] }
}
