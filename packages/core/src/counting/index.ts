export { type Counted, count, type Figures } from './count.ts'
export type { ReportFigures } from './report.ts'
export type {
  ActionPlan,
  Attribution,
  Child,
  CountingData,
  Funding,
  Incident,
  IncidentRecord,
  Listing,
  Party,
  PartyAttribute,
  PartyRelation,
  Report,
  StatusEntry,
  Victim,
  Violation,
  ViolationRecord,
} from './model.ts'
export { DEFAULT_POLICIES, type Policies } from './policies.ts'
export type { Timeline } from './facts/timeline.ts'
export { type DatedObject, type Version, versionsOf } from './facts/versions.ts'
export { CASE_EVENTS, type CaseEvent, type DetentionCase } from './detention/case.ts'
export type { AgeAssessment } from './detention/age.ts'
export { readSpan } from './detention/span.ts'
export { AGE_STATUSES } from './units/age-statuses.ts'
export type { Sex, Tally } from './units/tally.ts'
export { type Refusal, type RefusalCode, REFUSALS } from './refusals/refusal.ts'
export { OBLIGATORY_SENTENCES } from './sentences.ts'
