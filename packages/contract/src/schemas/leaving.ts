import { type GivenKind, HOLDINGS, type HoldingKind } from '@vigil/core/leaving'
import { Action, Entity, Role } from '@vigil/core/policy'
import { z } from 'zod'
import { PaperCheckpoint } from './paper.ts'
import { AccountId, SignInName } from './session.ts'

export const LeavingId = z.uuid().brand('LeavingId')
export const HandoverId = z.uuid().brand('HandoverId')
export type HandoverId = z.infer<typeof HandoverId>

const KINDS = Object.keys(HOLDINGS) as readonly HoldingKind[]
const GIVEN = KINDS.filter((kind): kind is GivenKind => HOLDINGS[kind].fate === 'given')
const Reason = z.string().trim().min(10).max(1000)
const Someone = z.object({ id: AccountId, name: z.string() })

/** Something that an account has, by reference, and where its handing over stands. */
export const Holding = z
  .object({
    kind: z.enum(KINDS),
    id: z.uuid(),
    /** Tells it from others, for whoever may know; never a word of a record. */
    label: z.string().nullable(),
    /** Null where it is not given to anybody: it ends with the account, or stays. */
    state: z.enum(['accepted', 'unnamed', 'waiting', 'refused', 'unfit', 'frozen']).nullable(),
    successor: Someone.nullable(),
    answeredAt: z.iso.datetime().nullable(),
    /** Why the successor refused. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'Holding', description: 'Something that an account has' })
export type Holding = z.infer<typeof Holding>

const Count = z.int().min(1)

/** What keeps the account from ending. */
export const Obstacle = z
  .discriminatedUnion('what', [
    z.object({ what: z.literal('given'), count: Count }),
    z.object({ what: z.literal('office'), action: Action }),
    z.object({
      what: z.literal('seat'),
      role: Role,
      operation: z.string(),
      entity: Entity,
    }),
    z.object({ what: z.literal('unread'), count: Count }),
  ])
  .meta({ id: 'Obstacle' })
export type Obstacle = z.infer<typeof Obstacle>

/** Somebody who is leaving, what they have, and what is still in the way. */
export const Leaving = z
  .object({
    id: LeavingId,
    account: Someone,
    begunAt: z.iso.datetime(),
    /** Null where it is the owner's own. */
    reason: z.string().nullable(),
    holdings: z.array(Holding),
    obstacles: z.array(Obstacle),
  })
  .meta({ id: 'Leaving', description: 'Somebody who is leaving' })
export type Leaving = z.infer<typeof Leaving>

export const LeavingState = z
  .object({ leaving: Leaving.nullable() })
  .meta({ id: 'LeavingState', description: 'Null where nobody is leaving' })
export type LeavingState = z.infer<typeof LeavingState>

export const NewLeaving = z.object({ reason: Reason }).meta({ id: 'NewLeaving' })
export type NewLeaving = z.infer<typeof NewLeaving>

/** Things of the leaver, and the sign-in name of whom they are to go to. */
export const Naming = z
  .object({
    things: z
      .array(z.object({ kind: z.enum(GIVEN), id: z.uuid() }))
      .min(1)
      .max(1000),
    successor: SignInName,
  })
  .meta({ id: 'Naming' })
export type Naming = z.infer<typeof Naming>

/** Both sides' word for what passed from whom to whom, and the log's checkpoint of that moment. */
export const LeavingReceipt = z
  .object({ leaving: Leaving, endedAt: z.iso.datetime(), checkpoint: PaperCheckpoint.nullable() })
  .meta({ id: 'LeavingReceipt', description: 'The account has ended' })
export type LeavingReceipt = z.infer<typeof LeavingReceipt>

/** Something that is handed to who asks. */
export const Handed = z
  .object({
    id: HandoverId,
    kind: z.enum(GIVEN),
    object: z.uuid(),
    from: z.string(),
    namedAt: z.iso.datetime(),
    answer: z.enum(['accepted', 'refused']).nullable(),
    answeredAt: z.iso.datetime().nullable(),
    /** When it passed: null before the account of whom it is from has ended. */
    passedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Handed', description: 'Something that is handed to who asks' })
export type Handed = z.infer<typeof Handed>

export const HandedList = z
  .object({ items: z.array(Handed) })
  .meta({ id: 'HandedList', description: 'What others hand to who asks, newest first' })
export type HandedList = z.infer<typeof HandedList>

export const Acceptance = z
  .object({ handovers: z.array(HandoverId).min(1).max(1000) })
  .meta({ id: 'Acceptance' })
export type Acceptance = z.infer<typeof Acceptance>

export const HandoverRefusal = Acceptance.extend({ reason: Reason }).meta({
  id: 'HandoverRefusal',
})
export type HandoverRefusal = z.infer<typeof HandoverRefusal>
