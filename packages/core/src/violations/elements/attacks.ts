import type { ElementTable } from './element.ts'

/**
 * Elements of attacks on schools and hospitals (mrm.md 2.6). Who was harmed at the facility is said here
 * and counted elsewhere (R-AS-2).
 */
export const ATTACKS_ELEMENTS = {
  subtypes: { kind: 'codes', list: 'attackSubtype', needed: true },
  inMilitaryUse: { kind: 'answer' },
  legalCharacterNote: { kind: 'text' },
  protectedKilled: { kind: 'adults' },
  protectedInjured: { kind: 'adults' },
  protectedAbducted: { kind: 'adults' },
  protectedThreatened: { kind: 'adults' },
  childrenKilled: { kind: 'tally' },
  childrenInjured: { kind: 'tally' },
} as const satisfies ElementTable<'violation'>
