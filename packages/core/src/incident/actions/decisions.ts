import { z } from 'zod'
import { CODE_LISTS } from '../../codes/lists.ts'
import { Entity } from '../../policy/roles.ts'
import type { VerificationStatus } from '../../verification/statuses.ts'
import { Id } from '../values/id.ts'
import { Tally } from '../values/tally.ts'
import { Day, Replaces, TextId } from './stamp.ts'

const Status = z.enum(CODE_LISTS.status)
const Round = z.int().min(1).max(1000)

/**
 * Judged by itself: which setting of the attribution was looked at, and whether it is verified (R-VER-2).
 */
const Judged = z.strictObject({ of: Id.nullable(), verified: z.boolean() })

/** What a level may answer: any status but pending, where all begin. */
export const OUTCOMES = [
  'verified',
  'reported_not_verified',
  'not_mrm',
  'did_not_occur',
] as const satisfies readonly VerificationStatus[]
export type Outcome = (typeof OUTCOMES)[number]

/** Actions of the three levels of verification (mrm.md 3). */
export const DECISION_ACTIONS = [
  z.strictObject({
    kind: z.literal('decide'),
    violation: Id,
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    /** The first time 1; every reopening and sending back begins another. */
    round: Round,
    outcome: z.enum(OUTCOMES),
    /** The day of the decision, which may be entered later. */
    on: Day,
    /** Of whom the signature is. */
    entity: Entity,
    /** Why; null only where nothing more is asked because of a risk to the source (R-VER-4). */
    reason: TextId.nullable(),
    /** Sources used that stood for the criteria. */
    sources: z.strictObject({ primary: z.int().min(0), secondary: z.int().min(0) }),
    /** How many children are confirmed; null for what is not counted in children. */
    tally: Tally.nullable(),
    attribution: Judged,
    replaces: Replaces,
  }),
  z.strictObject({
    kind: z.literal('sendBack'),
    violation: Id,
    level: z.union([z.literal(2), z.literal(3)]),
    round: Round,
    on: Day,
    reason: TextId,
    replaces: Replaces,
  }),
  z.strictObject({
    kind: z.literal('reopen'),
    violation: Id,
    round: Round,
    on: Day,
    entity: Entity,
    /** Whether it is signed as co-chair of the task force. */
    coChair: z.boolean(),
    cause: z.enum(CODE_LISTS.reopenCause),
    reason: TextId,
  }),
  z.strictObject({
    kind: z.literal('import'),
    violation: Id,
    /**
     * As it stands in the file; empty where only the last day it can have been verified is known (K32).
     */
    history: z
      .array(z.strictObject({ on: Day, status: Status }))
      .max(100)
      .readonly(),
    verifiedNotLaterThan: Day.nullable(),
    attribution: Judged,
    file: z.string().regex(/^[0-9a-f]{64}$/),
    row: z.string().max(80),
    replaces: Replaces,
  }),
] as const
