import { CODE_LISTS } from '@vigil/core/codes'
import { Id, OUTCOMES, Tally } from '@vigil/core/incident'
import { Entity } from '@vigil/core/policy'
import {
  CRITERIA,
  JOINT_STATES,
  REFUSAL_RULES,
  type RefusalReason,
  STEPS,
} from '@vigil/core/verification'
import { type Missing, MISSING_RULES } from '@vigil/core/violations'
import { z } from 'zod'
import { LONGEST_TEXT } from './record.ts'

const Level = z.union([z.literal(1), z.literal(2), z.literal(3)])
const Reason = z.string().trim().min(1).max(LONGEST_TEXT)
/** The day of the decision, which may be entered later. */
const On = z.iso.date()

/** A decision about a violation at one of the three levels; the signature is that of who sends it. */
export const NewDecision = z
  .strictObject({
    level: Level,
    outcome: z.enum(OUTCOMES),
    on: On,
    /** Why; null only where everything was stopped because of a risk to the source (R-VER-4). */
    reason: Reason.nullable(),
    /** Whether the attribution as it stands is verified, too (R-VER-2). */
    attributionVerified: z.boolean(),
    /** Children, groups and numbers that are not confirmed and stay pending (R-VER-3); null: none. */
    unconfirmed: z
      .strictObject({ children: z.array(Id).max(1000), tally: Tally })
      .nullable()
      .default(null),
  })
  .meta({ id: 'NewDecision' })
export type NewDecision = z.infer<typeof NewDecision>

/** A pending violation goes back to level 1, because more is wanted. */
export const NewReturn = z
  .strictObject({ level: z.union([z.literal(2), z.literal(3)]), on: On, reason: Reason })
  .meta({ id: 'NewReturn' })
export type NewReturn = z.infer<typeof NewReturn>

/** What was decided is taken up again; what was verified takes two co-chairs of different entities. */
export const NewReopening = z
  .strictObject({ cause: z.enum(CODE_LISTS.reopenCause), on: On, reason: Reason })
  .meta({ id: 'NewReopening' })
export type NewReopening = z.infer<typeof NewReopening>

/** Of whom a signature is; by name only where the policy shows who worked on the incident. */
const Signature = z.object({
  entity: Entity,
  by: z.string().nullable(),
  /** In whose place, where an officer in charge signed. */
  for: z.string().nullable(),
  on: z.iso.date(),
})

const Answer = Signature.extend({
  level: Level,
  outcome: z.enum(OUTCOMES),
  tally: Tally.nullable(),
  attributionVerified: z.boolean(),
  /** Id of the text that says why. */
  reason: Id.nullable(),
})

const Round = z.object({
  number: z.int(),
  joint: z.enum(JOINT_STATES),
  answers: z.array(Answer),
  /** Technical answers that are kept from the reader until the second is given. */
  hidden: z.int(),
  sentBack: z
    .object({ level: z.union([z.literal(2), z.literal(3)]), on: z.iso.date(), reason: Id })
    .nullable(),
  reopenings: z.array(
    Signature.extend({
      coChair: z.boolean(),
      cause: z.enum(CODE_LISTS.reopenCause),
      reason: Id,
    }),
  ),
})

const Checked = z.object({
  criterion: z.enum(CRITERIA),
  rule: z.string(),
  found: z.int(),
  needed: z.int(),
  met: z.boolean(),
})

const REASONS = Object.keys(REFUSAL_RULES) as [RefusalReason, ...RefusalReason[]]
const LACKS = Object.keys(MISSING_RULES) as [Missing['reason'], ...Missing['reason'][]]

/** Where one violation stands in its verification, and what its reader may do about it today. */
export const ViolationVerification = z
  .object({
    violation: Id,
    status: z.enum(CODE_LISTS.status),
    since: z.iso.date().nullable(),
    notLaterThan: z.iso.date().nullable(),
    /** Nothing more is asked of anybody, because of a risk to the source. */
    stopped: z.boolean(),
    /** Without one, decisions wait (R-CUS-3). */
    hasDecidingBody: z.boolean(),
    attribution: z.enum(['verified', 'alleged', 'none']),
    /** How many children the decision in force confirmed. */
    tally: Tally.nullable(),
    history: z.array(
      z.object({ on: z.iso.date(), recordedOn: z.iso.date(), status: z.enum(CODE_LISTS.status) }),
    ),
    /** Empty for a reader who sees nothing of who decided why. */
    rounds: z.array(Round),
    criteria: z.array(Checked),
    missing: z.array(z.object({ reason: z.enum(LACKS), element: z.string().nullable() })),
    /** Every step there is; a closed one says why: its sentence is in the catalogue of records. */
    steps: z.array(
      z.object({
        step: z.enum(STEPS),
        level: Level.nullable(),
        refusal: z.object({ reason: z.enum(REASONS), rule: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'ViolationVerification' })
export type ViolationVerification = z.infer<typeof ViolationVerification>
