import { Grant } from '@vigil/core/policy'
import { z } from 'zod'
import { AccountId, NewAccount } from './session.ts'

export const InvitationId = z.uuid().brand('InvitationId')
export type InvitationId = z.infer<typeof InvitationId>

const Named = z.object({ id: AccountId, name: z.string() })

/** Somebody who is to have an account, and what it will be. The code is not in it. */
export const Invitation = z
  .object({
    id: InvitationId,
    name: z.string(),
    grants: z.array(Grant),
    /** The account that the same person has already. */
    secondOf: Named.nullable(),
    invitedAt: z.iso.datetime(),
    /** Null: on the machine itself. */
    invitedBy: Named.nullable(),
    expiresAt: z.iso.datetime(),
    state: z.enum(['open', 'expired', 'revoked']),
  })
  .meta({ id: 'Invitation', description: 'Somebody who is invited and has not come yet' })
export type Invitation = z.infer<typeof Invitation>

export const NewInvitation = z
  .object({
    name: NewAccount.shape.name,
    grants: z.array(Grant).max(20),
    secondOf: AccountId.nullable().default(null),
  })
  .meta({ id: 'NewInvitation' })
export type NewInvitation = z.infer<typeof NewInvitation>

/** The code is shown in this answer and never again: of it only a hash is kept. */
export const Invited = z
  .object({ invitation: Invitation, code: z.string() })
  .meta({ id: 'Invited', description: 'An invitation with the code to hand over' })
export type Invited = z.infer<typeof Invited>

/** What an invited person chooses. The code is read as people type it. */
export const Enrolment = NewAccount.omit({ name: true })
  .extend({ code: z.string().min(1).max(100) })
  .meta({ id: 'Enrolment' })
export type Enrolment = z.infer<typeof Enrolment>
