import type { ElementTable } from './element.ts'

/** Elements that every violation has (mrm.md 2.2). */
export const COMMON_ELEMENTS = {
  category: { kind: 'code', list: 'category', needed: true },
  start: { kind: 'date', needed: true },
  end: { kind: 'date' },
  tally: { kind: 'tally' },
  attribution: { kind: 'attribution', needed: true },
  conflictNexusNote: { kind: 'text' },
  attackType: { kind: 'code', list: 'attackType' },
  weapon: { kind: 'code', list: 'weapon' },
  method: { kind: 'text' },
  targeted: { kind: 'answer' },
  indiscriminateElements: { kind: 'answer' },
  crossBorder: { kind: 'answer' },
  notes: { kind: 'text' },
} as const satisfies ElementTable<'violation'>
