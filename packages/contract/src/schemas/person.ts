import { Grant } from '@vigil/core/policy'
import { z } from 'zod'
import { IncidentId } from './incident.ts'
import { Invitation } from './invitation.ts'
import { Account, AccountId } from './session.ts'

export const GrantId = z.uuid().brand('GrantId')
export type GrantId = z.infer<typeof GrantId>

/** A role that somebody was given, and by whom; null: on the machine itself. */
export const HeldGrant = Grant.extend({
  id: GrantId,
  grantedAt: z.iso.datetime(),
  grantedBy: z.object({ id: AccountId, name: z.string() }).nullable(),
  /** When it was taken away, which may be before its last day. */
  endedAt: z.iso.datetime().nullable(),
}).meta({ id: 'HeldGrant', description: 'A role of somebody, in force or past' })
export type HeldGrant = z.infer<typeof HeldGrant>

/** Somebody with an account, and every role they ever had. */
export const Person = Account.omit({ grants: true })
  .extend({
    grants: z.array(HeldGrant),
    /** An earlier account of the same person, where one was declared. */
    secondOf: z.object({ id: AccountId, name: z.string() }).nullable(),
    /** Since when nobody signs in to it, because its owner is gone. */
    closedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Person', description: 'Somebody with an account, and every role they ever had' })
export type Person = z.infer<typeof Person>

export const PersonList = z
  .object({ people: z.array(Person), invitations: z.array(Invitation) })
  .meta({
    id: 'PersonList',
    description: 'Everybody with an account, by name, and who is invited, newest first',
  })
export type PersonList = z.infer<typeof PersonList>

/** A grant in force; `for`: the account of the absent person whose it is. */
const HeldToday = Grant.extend({ for: z.uuid().optional() })

/** What decides the requests of somebody at this moment, besides the rules. */
export const PersonStanding = z
  .object({
    day: z.iso.date(),
    held: z.array(HeldToday),
    /** Seats of co-chairs that do not count: their entity does not co-chair on this day. */
    unseated: z.array(HeldToday),
    /** Who the absent people are. */
    absent: z.array(z.object({ id: AccountId, name: z.string() })),
    /** Incidents that are open to them by break-glass, until when, and who agreed. */
    opened: z.array(
      z.object({ incidentId: IncidentId, until: z.iso.datetime(), agreed: z.string() }),
    ),
  })
  .meta({
    id: 'PersonStanding',
    description: 'What somebody holds today: roles, seats, what they hold for others, what is open',
  })
export type PersonStanding = z.infer<typeof PersonStanding>

/** Roles to be given, over and above those somebody has. */
export const NewGrants = z
  .object({ grants: z.array(Grant).min(1).max(20) })
  .meta({ id: 'NewGrants' })
export type NewGrants = z.infer<typeof NewGrants>
