import type { ElementTable } from './element.ts'

/**
 * Elements of denial of humanitarian access (mrm.md 2.8). Children affected are an estimate and are never
 * counted (R-DH-1).
 */
export const DENIAL_ELEMENTS = {
  methods: { kind: 'codes', list: 'denialMethod', needed: true },
  organisations: { kind: 'codes', list: 'organisation' },
  aidTypes: { kind: 'codes', list: 'aidType' },
  continuing: { kind: 'answer' },
  personnelKilled: { kind: 'adults' },
  personnelInjured: { kind: 'adults' },
  personnelAbducted: { kind: 'adults' },
  personnelThreatened: { kind: 'adults' },
  vehicles: { kind: 'count' },
  value: { kind: 'amount' },
  childrenAffected: { kind: 'count' },
} as const satisfies ElementTable<'violation'>
