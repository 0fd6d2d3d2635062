import type { ElementTable } from './element.ts'

/** Elements of abduction (mrm.md 2.7); regaining freedom is its end. */
export const ABDUCTION_ELEMENTS = {
  purposes: { kind: 'codes', list: 'abductionPurpose' },
  placeHeld: { kind: 'text' },
  regainedFreedom: { kind: 'answer' },
  freedomWay: { kind: 'codes', list: 'freedomWay' },
  classificationNote: { kind: 'text' },
} as const satisfies ElementTable<'violation'>
