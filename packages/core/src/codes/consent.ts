/** What is said of consent and assent (mrm.md 8.3). */
export const CONSENT_CODES = {
  /** Each is asked for by itself (R-CON-1). */
  consentPurpose: ['reporting', 'services', 'tracing', 'referral', 'contact_again', 'image'],
  consentGiver: ['child', 'caregiver', 'guardian', 'adult'],
  consentForm: ['oral_witnessed', 'written'],
  /** With whom what identifies may be shared, or must not be. */
  recipient: [
    'unicef',
    'other_members',
    'service_providers',
    'family',
    'community',
    'authorities',
    'parties',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>
