export { type Impediment, impedimentsIn, nextReviewOn, recordAttempt } from './attempts.ts'
export { attributionStatus } from './attribution.ts'
export type { Circumstances, Decider } from './circumstances.ts'
export {
  type Checklist,
  checklistOf,
  type CountedSources,
  CRITERIA,
  type Criterion,
  CriteriaPolicy,
  type Judging,
  tierOf,
  USUAL_CRITERIA,
} from './criteria.ts'
export { type Decision, decideViolation } from './decide.ts'
export {
  allegedTally,
  attributionOf,
  type Children,
  childrenOf,
  type ClassOf,
  gatherFacts,
} from './gather.ts'
export { importStatus } from './imported.ts'
export {
  JOINT_STATES,
  type JointState,
  jointState,
  type SeenAnswers,
  seenAnswers,
} from './joint.ts'
export { Unconfirmed } from './partial.ts'
export { type Attempt, type PossibleStep, possibleSteps, STEPS, tryStep } from './possible.ts'
export {
  type Allowed,
  type Refusal,
  REFUSAL_RULES,
  type RefusalReason,
  refused,
  type Verdict,
} from './refusal.ts'
export { type Return, reopenViolation, sendBackViolation } from './reopen.ts'
export {
  endStatus,
  type Ending,
  isReopened,
  type Round,
  type StatusEntry,
  type Verification,
} from './rounds.ts'
export { isDecidable, stateFollowing } from './state.ts'
export { canFollow, STATUS_TRANSITIONS, type VerificationStatus } from './statuses.ts'
