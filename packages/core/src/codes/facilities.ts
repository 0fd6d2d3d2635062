/** What is said of schools and health facilities (mrm.md 2.6). */
export const FACILITIES_CODES = {
  facilityKind: ['school', 'hospital'],
  /** What happens to a facility in the course of time. */
  facilityEvent: ['attacked', 'used', 'vacated', 'closed', 'repaired', 'reopened'],
  schoolType: [
    'early_childhood',
    'primary',
    'secondary',
    'vocational',
    'religious',
    'informal',
    'other',
    'unknown',
  ],
  healthType: [
    'hospital',
    'health_centre',
    'dispensary',
    'mobile_unit',
    'ambulance',
    'other',
    'unknown',
  ],
  facilityOperator: [
    'state',
    'private',
    'community',
    'religious',
    'aid_organisation',
    'other',
    'unknown',
  ],
  workingBefore: ['yes', 'partly', 'no', 'unknown'],
  /** Several may hold for one attack (mrm.md 2.6). */
  attackSubtype: [
    'damage',
    'destruction',
    'looting',
    'attack_on_protected_persons',
    'threat',
    'forced_closure',
  ],
  facilityImpact: ['destroyed', 'serious', 'minor', 'none', 'unknown'],
  militaryUsePurpose: [
    'barracks',
    'command_post',
    'firing_position',
    'detention',
    'depot',
    'storage',
    'training',
    'other',
    'unknown',
  ],
  /** Interference with education or health care that is no attack (R-AS-6). */
  interference: ['closure_order', 'curriculum_ban', 'checkpoint', 'exclusion', 'other'],
} as const satisfies Readonly<Record<string, readonly string[]>>
