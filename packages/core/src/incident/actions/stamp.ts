import { z } from 'zod'
import { Id } from '../values/id.ts'

/** Who did something in which incident, and when. */
export const Stamp = z.strictObject({
  id: Id,
  incident: Id,
  /** By the clock of the device, which may have been offline and may be wrong. */
  madeAt: z.iso.datetime(),
  /** When the installation took it: from then on it is known. */
  receivedAt: z.iso.datetime(),
  by: Id,
  /** The absent person, where an officer in charge acts. */
  for: Id.nullable(),
})
export type Stamp = Readonly<z.infer<typeof Stamp>>

/** What somebody saw standing when they set something, and what no longer stands by it. */
export const Replaces = z.array(Id).max(50).readonly()

export const Day = z.iso.date()
/** Id of a free text: no free text stands in an action, so that each can be destroyed (`redact`). */
export const TextId = Id
