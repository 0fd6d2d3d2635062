export { CONTENT_ROLES, Entity, OUTSIDE_ROLES, Role } from './roles.ts'
export {
  type Actor,
  canBeHeldTogether,
  findExcluded,
  Grant,
  grantsInForce,
  PlaceCode,
} from './grants.ts'
export {
  FIELD_CLASSES,
  INCIDENT_FIELDS,
  IncidentFacts,
  type IncidentField,
  mostSensitive,
  Purpose,
  RecordState,
  SensitivityClass,
} from './facts.ts'
export {
  Action,
  type Obligation,
  POLICY_VERSION,
  PROOF_MINUTES,
  type Relation,
  type Rule,
  RULES,
} from './rules.ts'
export type { Asked } from './fitting.ts'
export {
  capabilities,
  decide,
  decideBy,
  type Decision,
  lacksPurpose,
  type Question,
  type RefusalReason,
} from './decide.ts'
export { type Condition, conditionOf, meets, type Wish } from './condition.ts'
export { type Scope, scopeOf } from './scope.ts'
export {
  explain,
  explainAll,
  type Explanation,
  type RuleAnswer,
  type RuleFinding,
} from './explain.ts'
export { findGivingFault, type Giving, type GivingFault } from './giving.ts'
