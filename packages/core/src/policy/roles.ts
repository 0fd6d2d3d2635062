import { z } from 'zod'

/** The roles of the mechanism and of those who keep its house; the codes of the glossary. */
export const Role = z.enum([
  'monitor',
  'focal_point',
  'technical_co_chair',
  'co_chair',
  'ctfmr_member',
  'case_worker',
  'case_supervisor',
  'analyst',
  'secretariat',
  'wg_expert',
  'custodian',
  'archivist',
  'data_protection_officer',
  'auditor',
  'administrator',
])
export type Role = z.infer<typeof Role>

/** Which house somebody works for; the co-chairs of a task force come from at least two. */
export const Entity = z.enum(['mission', 'rc_office', 'unicef', 'other'])
export type Entity = z.infer<typeof Entity>

/** Roles that read what was recorded about people. */
export const CONTENT_ROLES = [
  'monitor',
  'focal_point',
  'technical_co_chair',
  'co_chair',
  'ctfmr_member',
  'case_worker',
  'case_supervisor',
  'analyst',
] as const satisfies readonly Role[]

/** Roles that keep or oversee the house: whoever has one can never have one of `CONTENT_ROLES`. */
export const OUTSIDE_ROLES = ['administrator', 'auditor'] as const satisfies readonly Role[]
