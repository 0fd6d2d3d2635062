import type { ElementTable } from '../../violations/elements/element.ts'

/** Elements of children known by their number only (mrm.md 2.2). */
export const GROUP_ELEMENTS = {
  description: { kind: 'text' },
  number: { kind: 'count', needed: true },
  estimated: { kind: 'answer' },
  sexMix: { kind: 'tally' },
  ageBands: { kind: 'codes', list: 'ageBand' },
  adultsAffected: { kind: 'adults' },
} as const satisfies ElementTable<'group'>
