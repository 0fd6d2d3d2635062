import type { ElementTable } from '../../violations/elements/element.ts'

/**
 * Elements of a child known by a code (mrm.md 2.2). A date of birth identifies: it is kept with
 * identities.
 */
export const VICTIM_ELEMENTS = {
  code: { kind: 'pseudonym', needed: true },
  sex: { kind: 'code', list: 'sex', needed: true },
  ageAtViolation: { kind: 'age' },
  ageStatus: { kind: 'code', list: 'ageStatus' },
  ageNote: { kind: 'text' },
  vulnerabilities: { kind: 'codes', list: 'vulnerability' },
  disability: { kind: 'disability' },
  consent: { kind: 'consent' },
} as const satisfies ElementTable<'victim'>
