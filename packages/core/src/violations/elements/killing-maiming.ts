import type { ElementTable } from './element.ts'

/** Elements of killing and maiming (mrm.md 2.3, R-KM-3, R-KM-4). */
export const KILLING_MAIMING_ELEMENTS = {
  directParticipation: { kind: 'answer' },
  participationDecision: { kind: 'code', list: 'participationDecision' },
  participationNote: { kind: 'text' },
  carriedDevice: { kind: 'answer' },
} as const satisfies ElementTable<'violation'>
