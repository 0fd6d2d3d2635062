import type { ElementTable } from './element.ts'

/** Elements of other interference with education and health care (R-AS-6). */
export const INTERFERENCE_ELEMENTS = {
  interference: { kind: 'codes', list: 'interference', needed: true },
  childrenAffected: { kind: 'count' },
} as const satisfies ElementTable<'violation'>
