import { CoChairSet, Entity, PlaceCode, Policies, Profile } from '@vigil/core/policy'
import { z } from 'zod'
import { SignInName } from './session.ts'

export const DutyId = z.uuid().brand('DutyId')

/** Who signed, for whom where it was as officer in charge, and for which entity. */
const Signed = z.object({
  name: z.string(),
  for: z.string().nullable(),
  entity: Entity,
  at: z.iso.datetime(),
})

/** A profile that not every co-chair has signed for. */
const OpenChoice = z.object({
  profile: Profile,
  signatures: z.array(Signed),
  missing: z.array(Entity),
})

/** The task force of one operation: who co-chairs it, and how it divides its work. */
export const TaskForce = z
  .object({
    operation: PlaceCode,
    coChairs: z.array(CoChairSet.omit({ operation: true })),
    today: z.array(Entity),
    policies: Policies,
    open: OpenChoice.nullable(),
  })
  .meta({ id: 'TaskForce', description: 'Nobody co-chairs today: there is no deciding body' })
export type TaskForce = z.infer<typeof TaskForce>

/** That somebody acts for a named person. `own`: the reader may end it as one of the two. */
export const ShownDuty = z
  .object({
    id: DutyId,
    absent: z.string(),
    officer: z.string(),
    from: z.iso.date(),
    until: z.iso.date(),
    unStaff: z.boolean(),
    agreed: z.boolean(),
    mayAgree: z.boolean(),
    mayEnd: z.boolean(),
  })
  .meta({ id: 'Duty', description: 'Who acts for whom, as officer in charge, between two days' })
export type ShownDuty = z.infer<typeof ShownDuty>

export const TaskForces = z
  .object({ taskForces: z.array(TaskForce), duties: z.array(ShownDuty) })
  .meta({ id: 'TaskForces', description: 'Those in which the reader has a role' })
export type TaskForces = z.infer<typeof TaskForces>

export const NewCoChairs = z
  .object({
    entities: z.array(Entity).min(2).max(Entity.options.length),
    from: z.iso.date(),
    until: z.iso.date().nullable(),
  })
  .refine(({ entities }) => new Set(entities).size === entities.length, { path: ['entities'] })
  .meta({ id: 'NewCoChairs' })
export type NewCoChairs = z.infer<typeof NewCoChairs>

export const ChosenProfile = z.object({ profile: Profile }).meta({ id: 'ChosenProfile' })

/** `absent`: left out, it is whoever asks. Both are named as they sign in. */
export const NewDuty = z
  .object({
    absent: SignInName.optional(),
    officer: SignInName,
    from: z.iso.date(),
    until: z.iso.date(),
    unStaff: z.boolean(),
  })
  .meta({ id: 'NewDuty' })
export type NewDuty = z.infer<typeof NewDuty>
