import type { Account } from './rows/account.ts'
export type { Account } from './rows/account.ts'
import type { AccountGrant } from './rows/account-grant.ts'
export type { AccountGrant } from './rows/account-grant.ts'
import type { AuditEntry } from './rows/audit-entry.ts'
export type { AuditEntry } from './rows/audit-entry.ts'
import type { ClauseCorrection } from './rows/clause-correction.ts'
export type { ClauseCorrection } from './rows/clause-correction.ts'
import type { ClauseReading } from './rows/clause-reading.ts'
export type { ClauseReading } from './rows/clause-reading.ts'
import type { CoChairSet } from './rows/co-chair-set.ts'
export type { CoChairSet } from './rows/co-chair-set.ts'
import type { Disclosure } from './rows/disclosure.ts'
export type { Disclosure } from './rows/disclosure.ts'
import type { Document } from './rows/document.ts'
export type { Document } from './rows/document.ts'
import type { DocumentOriginal } from './rows/document-original.ts'
export type { DocumentOriginal } from './rows/document-original.ts'
import type { Erasure } from './rows/erasure.ts'
export type { Erasure } from './rows/erasure.ts'
import type { ErasureApproval } from './rows/erasure-approval.ts'
export type { ErasureApproval } from './rows/erasure-approval.ts'
import type { FactorChange } from './rows/factor-change.ts'
export type { FactorChange } from './rows/factor-change.ts'
import type { FirstAccount } from './rows/first-account.ts'
export type { FirstAccount } from './rows/first-account.ts'
import type { GlassRequest } from './rows/glass-request.ts'
export type { GlassRequest } from './rows/glass-request.ts'
import type { Handover } from './rows/handover.ts'
export type { Handover } from './rows/handover.ts'
import type { IdentityChange } from './rows/identity-change.ts'
export type { IdentityChange } from './rows/identity-change.ts'
import type { IdentityHold } from './rows/identity-hold.ts'
export type { IdentityHold } from './rows/identity-hold.ts'
import type { IdentityPerson } from './rows/identity-person.ts'
export type { IdentityPerson } from './rows/identity-person.ts'
import type { IdentitySealedField } from './rows/identity-sealed-field.ts'
export type { IdentitySealedField } from './rows/identity-sealed-field.ts'
import type { IdentitySuccession } from './rows/identity-succession.ts'
export type { IdentitySuccession } from './rows/identity-succession.ts'
import type { Incident } from './rows/incident.ts'
export type { Incident } from './rows/incident.ts'
import type { IncidentAction } from './rows/incident-action.ts'
export type { IncidentAction } from './rows/incident-action.ts'
import type { IncidentChange } from './rows/incident-change.ts'
export type { IncidentChange } from './rows/incident-change.ts'
import type { IncidentPerson } from './rows/incident-person.ts'
export type { IncidentPerson } from './rows/incident-person.ts'
import type { IncidentText } from './rows/incident-text.ts'
export type { IncidentText } from './rows/incident-text.ts'
import type { IncidentWords } from './rows/incident-words.ts'
export type { IncidentWords } from './rows/incident-words.ts'
import type { Invitation } from './rows/invitation.ts'
export type { Invitation } from './rows/invitation.ts'
import type { Leaving } from './rows/leaving.ts'
export type { Leaving } from './rows/leaving.ts'
import type { Letter } from './rows/letter.ts'
export type { Letter } from './rows/letter.ts'
import type { LetterReturn } from './rows/letter-return.ts'
export type { LetterReturn } from './rows/letter-return.ts'
import type { LetterVersion } from './rows/letter-version.ts'
export type { LetterVersion } from './rows/letter-version.ts'
import type { ListedClause } from './rows/listed-clause.ts'
export type { ListedClause } from './rows/listed-clause.ts'
import type { LogCheckpoint } from './rows/log-checkpoint.ts'
export type { LogCheckpoint } from './rows/log-checkpoint.ts'
import type { LogEntry } from './rows/log-entry.ts'
export type { LogEntry } from './rows/log-entry.ts'
import type { LogKey } from './rows/log-key.ts'
export type { LogKey } from './rows/log-key.ts'
import type { LogPending } from './rows/log-pending.ts'
export type { LogPending } from './rows/log-pending.ts'
import type { LogTile } from './rows/log-tile.ts'
export type { LogTile } from './rows/log-tile.ts'
import type { OfficerInCharge } from './rows/officer-in-charge.ts'
export type { OfficerInCharge } from './rows/officer-in-charge.ts'
import type { Paragraph } from './rows/paragraph.ts'
export type { Paragraph } from './rows/paragraph.ts'
import type { Passkey } from './rows/passkey.ts'
export type { Passkey } from './rows/passkey.ts'
import type { PasskeyChallenge } from './rows/passkey-challenge.ts'
export type { PasskeyChallenge } from './rows/passkey-challenge.ts'
import type { ProfileChoice } from './rows/profile-choice.ts'
export type { ProfileChoice } from './rows/profile-choice.ts'
import type { ProfileSignature } from './rows/profile-signature.ts'
export type { ProfileSignature } from './rows/profile-signature.ts'
import type { ProviderFlow } from './rows/provider-flow.ts'
export type { ProviderFlow } from './rows/provider-flow.ts'
import type { ProviderLink } from './rows/provider-link.ts'
export type { ProviderLink } from './rows/provider-link.ts'
import type { RecordSalt } from './rows/record-salt.ts'
export type { RecordSalt } from './rows/record-salt.ts'
import type { Recovery } from './rows/recovery.ts'
export type { Recovery } from './rows/recovery.ts'
import type { RecoveryApproval } from './rows/recovery-approval.ts'
export type { RecoveryApproval } from './rows/recovery-approval.ts'
import type { RecoveryCode } from './rows/recovery-code.ts'
export type { RecoveryCode } from './rows/recovery-code.ts'
import type { RecoverySheet } from './rows/recovery-sheet.ts'
export type { RecoverySheet } from './rows/recovery-sheet.ts'
import type { Rendition } from './rows/rendition.ts'
export type { Rendition } from './rows/rendition.ts'
import type { Session } from './rows/session.ts'
export type { Session } from './rows/session.ts'
import type { SignInAttempts } from './rows/sign-in-attempts.ts'
export type { SignInAttempts } from './rows/sign-in-attempts.ts'
import type { Totp } from './rows/totp.ts'
export type { Totp } from './rows/totp.ts'

export interface Tables {
  account: Account
  account_grant: AccountGrant
  audit_entry: AuditEntry
  clause_correction: ClauseCorrection
  clause_reading: ClauseReading
  co_chair_set: CoChairSet
  disclosure: Disclosure
  document: Document
  document_original: DocumentOriginal
  erasure: Erasure
  erasure_approval: ErasureApproval
  factor_change: FactorChange
  first_account: FirstAccount
  glass_request: GlassRequest
  handover: Handover
  identity_change: IdentityChange
  identity_hold: IdentityHold
  identity_succession: IdentitySuccession
  'identity.person': IdentityPerson
  'identity.sealed_field': IdentitySealedField
  incident: Incident
  incident_action: IncidentAction
  incident_change: IncidentChange
  incident_person: IncidentPerson
  incident_text: IncidentText
  incident_words: IncidentWords
  invitation: Invitation
  leaving: Leaving
  letter: Letter
  letter_return: LetterReturn
  letter_version: LetterVersion
  listed_clause: ListedClause
  log_checkpoint: LogCheckpoint
  log_entry: LogEntry
  log_key: LogKey
  log_pending: LogPending
  log_tile: LogTile
  officer_in_charge: OfficerInCharge
  paragraph: Paragraph
  passkey: Passkey
  passkey_challenge: PasskeyChallenge
  profile_choice: ProfileChoice
  profile_signature: ProfileSignature
  provider_flow: ProviderFlow
  provider_link: ProviderLink
  record_salt: RecordSalt
  recovery: Recovery
  recovery_approval: RecoveryApproval
  recovery_code: RecoveryCode
  recovery_sheet: RecoverySheet
  rendition: Rendition
  session: Session
  sign_in_attempts: SignInAttempts
  totp: Totp
}
