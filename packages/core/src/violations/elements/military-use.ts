import type { ElementTable } from './element.ts'

/** Elements of military use, which is no grave violation (R-AS-3). */
export const MILITARY_USE_ELEMENTS = {
  useFor: { kind: 'codes', list: 'militaryUsePurpose' },
  vacated: { kind: 'answer' },
} as const satisfies ElementTable<'violation'>
