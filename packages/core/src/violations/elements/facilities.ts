import type { ElementTable } from './element.ts'

/** Elements that attacks on a facility and its military use share (mrm.md 2.6). */
export const FACILITIES_ELEMENTS = {
  facility: { kind: 'facility', needed: true },
  schoolType: { kind: 'codes', list: 'schoolType' },
  healthType: { kind: 'code', list: 'healthType' },
  pupils: { kind: 'code', list: 'sexMix' },
  operator: { kind: 'code', list: 'facilityOperator' },
  workingBefore: { kind: 'code', list: 'workingBefore' },
  impact: { kind: 'code', list: 'facilityImpact' },
  closed: { kind: 'answer' },
  closedDays: { kind: 'count' },
  childrenAffected: { kind: 'count' },
} as const satisfies ElementTable<'violation'>
