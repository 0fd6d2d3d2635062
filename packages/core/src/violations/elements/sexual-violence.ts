import type { ElementTable } from './element.ts'

/**
 * Elements of sexual violence (mrm.md 2.5). Nothing asks for consequences or medical detail (R-SV-1) or
 * for an identity (R-SV-4).
 */
export const SEXUAL_VIOLENCE_ELEMENTS = {
  forms: { kind: 'codes', list: 'sexualViolenceForm', needed: true },
  duringAssociation: { kind: 'answer' },
  afterAbduction: { kind: 'answer' },
  volunteered: { kind: 'text' },
} as const satisfies ElementTable<'violation'>
