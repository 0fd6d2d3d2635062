export * from './categories.ts'
export {
  type ElementName,
  type ElementSpec,
  type ElementTable,
  type PlainKind,
  SUBJECT_KINDS,
  type SubjectKind,
} from './elements/element.ts'
export { findViolationElement, neededElements, VIOLATION_ELEMENTS } from './elements/by-category.ts'
export { findingsIn } from './findings/findings.ts'
export type { Finding, KnownViolation } from './findings/known.ts'
export { type Enlistment, isUnlawful, type RecruitmentAge, turned18 } from './lawful-age.ts'
export {
  type ElsewhereChannel,
  findElsewhere,
  type MandateAnswers,
  PERPETRATOR_NAMES,
} from './mandate.ts'
export {
  type Missing,
  MISSING_RULES,
  missingForVerification,
  type ViolationFacts,
} from './missing.ts'
