export { CODE_DIGITS, formatCode, readCode } from './code.ts'
export {
  type Approval,
  type ApprovalFault,
  approvalOf,
  isAgreed,
  recoveryState,
  WAITING_HOURS,
} from './recovery.ts'
export {
  CODE_HOURS,
  type InvitationFacts,
  type InvitationState,
  invitationState,
} from './invitation.ts'
