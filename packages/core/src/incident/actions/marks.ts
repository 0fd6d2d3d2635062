import { z } from 'zod'
import { CODE_LISTS } from '../../codes/lists.ts'
import { Id } from '../values/id.ts'
import { Place } from '../values/place.ts'
import { Day, Replaces, TextId } from './stamp.ts'

/** Actions that mark a record, or say what happened around its verification. */
export const MARK_ACTIONS = [
  z.strictObject({
    kind: z.literal('duplicate'),
    /** The incident that survives; null: it is no duplicate after all (R-COUNT-11). */
    of: Id.nullable(),
    reason: TextId,
    replaces: Replaces,
  }),
  z.strictObject({
    kind: z.literal('void'),
    /** What was entered by mistake: the incident itself or anything in it. */
    subject: Id,
    voided: z.boolean(),
    reason: TextId,
    replaces: Replaces,
  }),
  z.strictObject({
    kind: z.literal('attempt'),
    violation: Id,
    obstacle: z.enum(CODE_LISTS.obstacle),
    on: Day,
    requestedOn: Day.nullable(),
    answeredOn: Day.nullable(),
    /** Who refused, and under what authority. */
    refusedBy: TextId.nullable(),
    area: Place.nullable(),
    alternatives: z.array(z.enum(CODE_LISTS.alternative)).max(10).readonly(),
    nextReviewOn: Day.nullable(),
  }),
  z.strictObject({
    kind: z.literal('stop'),
    violation: Id,
    /** True: no further step, because it would put the source at risk (R-VER-4). No reason is asked. */
    stopped: z.boolean(),
    on: Day,
    replaces: Replaces,
  }),
  z.strictObject({
    kind: z.literal('stateComment'),
    /** What it is about; null: the incident as a whole. */
    violation: Id.nullable(),
    on: Day,
    text: TextId,
  }),
  z.strictObject({
    kind: z.literal('redact'),
    /** The text whose key is destroyed. */
    text: TextId,
    /** The second person who agreed. */
    agreed: Id,
    reason: TextId,
  }),
] as const
