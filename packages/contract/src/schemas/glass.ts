import { z } from 'zod'
import { IncidentId } from './incident.ts'

export const GlassId = z.uuid().brand('GlassId')

/** What somebody is to a request: who asked, whose record it is, or who may agree or did. */
const GlassPart = z.enum(['asker', 'owner', 'second'])

/** A person, and for whom they acted as officer in charge. */
const GlassPerson = z.object({ name: z.string(), for: z.string().nullable() })

/** One record that somebody asked to read in need, and what became of it. */
export const ShownGlass = z
  .object({
    id: GlassId,
    incidentId: IncidentId,
    part: GlassPart,
    state: z.enum(['waiting', 'open', 'over']),
    asked: GlassPerson,
    askedAt: z.iso.datetime(),
    reason: z.string(),
    agreed: GlassPerson.nullable(),
    /** Until when it waits or is open. */
    until: z.iso.datetime(),
    mayAgree: z.boolean(),
    mayEnd: z.boolean(),
  })
  .meta({
    id: 'Glass',
    description: 'Break-glass: one record, for one person, agreed to by another',
  })
export type ShownGlass = z.infer<typeof ShownGlass>

export const GlassList = z
  .object({ requests: z.array(ShownGlass) })
  .meta({ id: 'GlassList', description: 'Newest first, at most 200' })
export type GlassList = z.infer<typeof GlassList>

export const NewGlass = z
  .object({ reason: z.string().trim().min(10).max(1000) })
  .meta({ id: 'NewGlass' })
