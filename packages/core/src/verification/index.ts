export { canFollow, STATUS_TRANSITIONS, type VerificationStatus } from './statuses.ts'
export {
  endStatus,
  type Ending,
  isReopened,
  type Round,
  type StatusEntry,
  type Verification,
} from './rounds.ts'
