import type { ElementTable } from './element.ts'

/** Elements of deprivation of liberty as an area of concern (R-AB-2, R-COUNT-13). */
export const DEPRIVATION_OF_LIBERTY_ELEMENTS = {
  facilityHeld: { kind: 'code', list: 'detentionFacility' },
  reasons: { kind: 'codes', list: 'detentionReason' },
  ageInDoubt: { kind: 'answer' },
  enforcedDisappearance: { kind: 'answer' },
  classificationNote: { kind: 'text' },
} as const satisfies ElementTable<'violation'>
