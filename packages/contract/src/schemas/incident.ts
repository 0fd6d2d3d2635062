import { IncidentFacts, Purpose, RecordState, SensitivityClass } from '@vigil/core/policy'
import { z } from 'zod'

export const IncidentId = z.uuid().brand('IncidentId')
export type IncidentId = z.infer<typeof IncidentId>

const Identified = z.object({ id: IncidentId, recordedAt: z.iso.datetime() })

/** The header of an incident; fields that the reader may not see are left out. */
export const IncidentHeader = IncidentFacts.partial()
  .extend(Identified.shape)
  .meta({ id: 'IncidentHeader', description: 'What decides who may see an incident' })
export type IncidentHeader = z.infer<typeof IncidentHeader>

/** An incident as it stands in lists: fields of class S2 and below alone. */
export const ListedIncident = IncidentFacts.omit({ owner: true, assignee: true })
  .extend(Identified.shape)
  .meta({ id: 'ListedIncident' })
export type ListedIncident = z.infer<typeof ListedIncident>

/** What the reader wants it for, where a role reads for a stated purpose only. */
export const PurposeQuery = z.object({ purpose: Purpose.optional() })

/** Where a page ends: moment and id of its last incident. */
const IncidentPlace = z.string().regex(/^\d{1,16}\.[0-9a-f-]{36}$/)

export const IncidentListQuery = PurposeQuery.extend({
  state: RecordState.optional(),
  after: IncidentPlace.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type IncidentListQuery = z.infer<typeof IncidentListQuery>

/** `words`: the code of an operation or region, or how an id begins. */
export const IncidentSearchQuery = IncidentListQuery.extend({
  words: z.string().trim().toLowerCase().min(2).max(40),
})
export type IncidentSearchQuery = z.infer<typeof IncidentSearchQuery>

export const IncidentList = z
  .object({ incidents: z.array(ListedIncident), next: IncidentPlace.nullable() })
  .meta({ id: 'IncidentList', description: 'Newest first; next is null at the end' })
export type IncidentList = z.infer<typeof IncidentList>

export const IncidentCounts = z
  .object({
    total: z.int().min(0),
    byState: z.array(z.object({ state: RecordState, total: z.int().min(1) })),
  })
  .meta({ id: 'IncidentCounts' })
export type IncidentCounts = z.infer<typeof IncidentCounts>

/** Why something is done that must be accounted for. */
export const Reason = z.string().trim().min(10).max(1000)

export const IncidentExportQuery = PurposeQuery.extend({ reason: Reason })
export type IncidentExportQuery = z.infer<typeof IncidentExportQuery>

export const NewIncident = IncidentFacts.pick({
  operation: true,
  region: true,
  class: true,
  entity: true,
})
  .extend({ state: z.enum(['draft', 'submitted']) })
  .meta({ id: 'NewIncident' })
export type NewIncident = z.infer<typeof NewIncident>

export const Classification = z
  .object({ class: SensitivityClass, reason: Reason })
  .meta({ id: 'Classification' })
export type Classification = z.infer<typeof Classification>

export const IncidentHistory = z
  .object({
    changes: z.array(
      z.object({
        at: z.iso.datetime(),
        field: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'IncidentHistory', description: 'What became of an incident, oldest first' })
export type IncidentHistory = z.infer<typeof IncidentHistory>

export const RecordLog = z
  .object({
    entries: z.array(
      z.object({
        at: z.iso.datetime(),
        actor: z.uuid().nullable(),
        action: z.string(),
        decision: z.enum(['allowed', 'refused']),
        reason: z.string().nullable(),
        purpose: Purpose.nullable(),
      }),
    ),
  })
  .meta({ id: 'RecordLog', description: 'Who did or saw what with one record; nothing of it' })
export type RecordLog = z.infer<typeof RecordLog>
