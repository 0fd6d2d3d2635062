export { CONTENT_ROLES, Entity, OUTSIDE_ROLES, Role } from './roles.ts'
export {
  type Actor,
  canBeHeldTogether,
  findExcluded,
  Grant,
  grantsInForce,
  type ActingGrant,
  PlaceCode,
} from './grants.ts'
export {
  FIELD_CLASSES,
  INCIDENT_FIELDS,
  IncidentFacts,
  type IncidentField,
  mostSensitive,
  Purpose,
  type RecordFacts,
  RecordState,
  SensitivityClass,
} from './facts.ts'
export { PROOF_MINUTES } from './obligations.ts'
export { Action, type Obligation, type Relation, type Rule } from './rule.ts'
export { POLICY_VERSION, RULES } from './rules.ts'
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
export { classesSeen } from './classes-seen.ts'
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
export {
  CO_CHAIR_ROLES,
  CoChairSet,
  coChairsOn,
  findSeatFault,
  findSetFault,
  seatedGrants,
  type SeatFault,
  type SetFault,
} from './co-chairs.ts'
export { findLevelFault, findStaffFault, type LevelFault, LEVELS } from './levels.ts'
export {
  isChosen,
  Policies,
  policiesOf,
  Profile,
  type ProfileChoice,
  profileOn,
  PROFILES,
} from './profile.ts'
export {
  findJointFault,
  findSignatureFault,
  type Hand,
  type LevelSignature,
  type Signature,
  type SignatureFault,
} from './separation.ts'
export {
  actsFor,
  type Duty,
  type DutyFault,
  findDutyFault,
  findExcludedWith,
  grantsHeld,
  type HeldDuty,
  isThirdPerson,
} from './acting.ts'
export { classOfElement, type Element, ELEMENT_CLASSES, type Surroundings } from './elements.ts'
export { standingOn } from './standing.ts'
export { type Signatory, signatureLine } from './signature-line.ts'
export { LOG_CLASS, LOG_VIEWS, LogView } from './oversight.ts'
export {
  BREAK_GLASS,
  glassState,
  type GlassRequest,
  type GlassState,
  type HourWitness,
  isSecondPerson,
} from './glass.ts'
export { maySeeOneMore, SIGHT_LIMITS } from './sight-limits.ts'
