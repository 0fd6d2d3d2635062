/** What is said of sources, obstacles and responses (mrm.md 2.2, 3.4). */
export const SOURCES_CODES = {
  sourceCategory: ['victim', 'witness', 'alleged_perpetrator', 'secondary'],
  sourceTier: ['primary', 'secondary'],
  sourceType: [
    'testimony',
    'written_statement',
    'document',
    'photo',
    'video',
    'monitor_observation',
    'satellite_image',
    'physical_evidence',
    'injuries',
    'other',
  ],
  /** Of the source. */
  reliability: ['high', 'medium', 'low'],
  /** Of the information; graded apart from the reliability of the source. */
  credibility: ['high', 'medium', 'low'],
  /** What keeps a violation from being verified (mrm.md 3.4 and the conclusions on Mali). */
  obstacle: [
    'access_denied',
    'security_constraint',
    'physical_access',
    'source_refused',
    'source_unreachable',
    'risk_to_source',
    'fear_of_reprisals',
    'stigma',
    'no_witness_protection',
    'no_access_to_justice',
    'social_barriers',
    'pandemic',
    'no_monitor',
  ],
  /** What was tried where nobody could go. */
  alternative: ['phone', 'partner', 'imagery', 'documents', 'other'],
  responseAction: [
    'advocacy',
    'referral_medical',
    'referral_psychosocial',
    'referral_legal',
    'referral_judicial',
    'public_statement',
    'none_required',
    'other',
  ],
  responseStatus: ['pending', 'done'],
} as const satisfies Readonly<Record<string, readonly string[]>>
