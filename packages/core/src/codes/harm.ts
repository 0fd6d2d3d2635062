/**
 * What is said of killing, maiming, sexual violence, abduction and detention (mrm.md 2.3, 2.5, 2.7, 6.1).
 */
export const HARM_CODES = {
  /**
   * Whether a child harmed while taking part in hostilities is counted; decided by the task force, in
   * writing (R-KM-3).
   */
  participationDecision: ['counted', 'not_counted'],
  sexualViolenceForm: [
    'rape',
    'gang_rape',
    'sexual_assault',
    'sexual_slavery_or_trafficking',
    'enforced_prostitution',
    'forced_marriage',
    'forced_pregnancy',
    'forced_abortion',
    'enforced_sterilisation',
    'sexual_mutilation',
    'other',
  ],
  abductionPurpose: [
    'recruitment_use',
    'sexual_violence',
    'forced_marriage',
    'forced_labour',
    'trafficking',
    'ransom',
    'intimidation',
    'punishment',
    'indoctrination',
    'killing_maiming',
    'other',
    'unknown',
  ],
  freedomWay: [
    'released',
    'ransom',
    'escape',
    'operation',
    'formal_handover',
    'dissolution',
    'other',
  ],
  detentionFacility: [
    'prison',
    'juvenile_centre',
    'police_station',
    'intelligence_premises',
    'military_facility',
    'civilian_building',
    'informal',
    'other',
    'unknown',
  ],
  detentionReason: ['alleged_association', 'security', 'other', 'unknown'],
} as const satisfies Readonly<Record<string, readonly string[]>>
