/** An enrolment code that is not used within three days is worth nothing (security.md 7). */
export const CODE_HOURS = 72

/** What decides whether an invitation can still be accepted; moments in ISO 8601, all in one zone. */
export interface InvitationFacts {
  readonly expiresAt: string
  readonly revokedAt: string | null
  readonly acceptedAt: string | null
}

export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired'

/** Where an invitation stands at the moment `now`. Only one that is open makes an account. */
export function invitationState(facts: InvitationFacts, now: string): InvitationState {
  if (facts.acceptedAt !== null) return 'accepted'
  if (facts.revokedAt !== null) return 'revoked'
  return now < facts.expiresAt ? 'open' : 'expired'
}
