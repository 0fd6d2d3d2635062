export { CODE_DIGITS, formatCode, readCode } from './code.ts'
export {
  CODE_HOURS,
  type InvitationFacts,
  type InvitationState,
  invitationState,
} from './invitation.ts'
