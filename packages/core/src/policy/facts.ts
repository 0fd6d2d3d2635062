import { z } from 'zod'
import { PlaceCode } from './grants.ts'
import { Entity } from './roles.ts'

/** How much harm it would do if something came out, most first (mrm.md 8.2). */
export const SensitivityClass = z.enum(['S0', 'S1', 'S2', 'S3', 'S4'])
export type SensitivityClass = z.infer<typeof SensitivityClass>

/** Where an incident stands. `frozen`: its custody is passing to somebody else; nothing may change. */
export const RecordState = z.enum([
  'draft',
  'submitted',
  'under_review',
  'decided',
  'closed',
  'frozen',
])
export type RecordState = z.infer<typeof RecordState>

/** Why somebody wants to read, where a rule asks. */
export const Purpose = z.enum(['verification', 'reporting', 'protection', 'oversight', 'custody'])
export type Purpose = z.infer<typeof Purpose>

/**
 * What the policy looks at in an incident; also the whole header of one. `owner` is the account of the
 * monitor who recorded it, `assignee` of whom it is given to.
 */
export const IncidentFacts = z.object({
  operation: PlaceCode,
  region: PlaceCode,
  class: SensitivityClass,
  state: RecordState,
  owner: z.uuid(),
  assignee: z.uuid().nullable(),
  entity: Entity,
})
export type IncidentFacts = Readonly<z.infer<typeof IncidentFacts>>

/** The facts of an incident, and which one it is where it has been recorded. */
export type RecordFacts = IncidentFacts & { readonly id?: string }

export type IncidentField = keyof IncidentFacts

/** The class of each field of the header, whatever that of the incident: the one place that says so. */
export const FIELD_CLASSES = {
  operation: 'S2',
  region: 'S2',
  class: 'S2',
  state: 'S2',
  entity: 'S2',
  owner: 'S1',
  assignee: 'S1',
} as const satisfies Readonly<Record<IncidentField, SensitivityClass>>

/** Every field of the header, in the order in which it is shown. */
export const INCIDENT_FIELDS = Object.keys(FIELD_CLASSES) as readonly IncidentField[]

/**
 * The most sensitive of `classes`, which is the class of whatever holds them all (R-SEC-1); S4 where
 * there are none.
 */
export function mostSensitive(classes: readonly SensitivityClass[]): SensitivityClass {
  return SensitivityClass.options.find((one) => classes.includes(one)) ?? 'S4'
}
