/** What kinds of parties there are (mrm.md 1.3). */
export const PARTY_CLASSES = ['state_force', 'armed_group', 'other_party'] as const
export type PartyClass = (typeof PARTY_CLASSES)[number]

/** How parties are related to each other between two days (mrm.md 4.2). */
export const PARTY_RELATIONS = [
  'member_of',
  'affiliate_of',
  'splinter_of',
  'successor_of',
  'alias_of',
  'merged_into',
] as const
export type PartyRelationType = (typeof PARTY_RELATIONS)[number]

/** Who is said to have done it (mrm.md 4.1, R-ATT-1): each counted unit sits in exactly one row. */
export const ATTRIBUTION_KINDS = ['party', 'joint', 'crossfire', 'unidentified'] as const
export type AttributionKind = (typeof ATTRIBUTION_KINDS)[number]

/** How sure the attribution is; an alleged one prints as unidentified (R-ATT-2, K19). */
export const ATTRIBUTION_STATUSES = ['verified', 'alleged'] as const
export type AttributionStatus = (typeof ATTRIBUTION_STATUSES)[number]
