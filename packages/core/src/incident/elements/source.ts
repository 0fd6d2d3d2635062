import type { ElementTable } from '../../violations/elements/element.ts'

/** Elements of a source (mrm.md 2.2). Who collected it identifies: it is kept with identities. */
export const SOURCE_ELEMENTS = {
  category: { kind: 'code', list: 'sourceCategory', needed: true },
  type: { kind: 'code', list: 'sourceType', needed: true },
  collectedOn: { kind: 'date' },
  trained: { kind: 'answer' },
  reliability: { kind: 'code', list: 'reliability' },
  reliabilityReason: { kind: 'text' },
  credibility: { kind: 'code', list: 'credibility' },
  credibilityReason: { kind: 'text' },
  consent: { kind: 'consent' },
  childNeedsServices: { kind: 'answer' },
  account: { kind: 'text' },
} as const satisfies ElementTable<'source'>
