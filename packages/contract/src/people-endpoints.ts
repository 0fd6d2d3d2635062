import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { Invitation, InvitationId, Invited, NewInvitation } from './schemas/invitation.ts'
import { GrantId, NewGrants, Person, PersonList, PersonStanding } from './schemas/person.ts'
import { AccountId } from './schemas/session.ts'

const onePerson = z.object({ accountId: AccountId })
const oneInvitation = z.object({ invitationId: InvitationId })
const oneGrant = onePerson.extend({ grantId: GrantId })

/** Who is here, and which roles they have. */
export const PEOPLE_ENDPOINTS = {
  listPeople: {
    method: 'get',
    path: '/api/people',
    summary: 'Everybody with an account, every role they ever had, and who is invited',
    action: 'account.read',
    reads: 'list',
    status: 200,
    answer: PersonList,
    problems: [],
  },
  readStanding: {
    method: 'get',
    path: '/api/people/{accountId}/standing',
    summary:
      'What somebody holds today: roles, seats, what they hold for others, what is open to them',
    action: 'account.read',
    reads: 'get',
    params: onePerson,
    status: 200,
    answer: PersonStanding,
    problems: ['account.unknown'],
  },
  grantRoles: {
    method: 'post',
    path: '/api/people/{accountId}/grants',
    summary: 'Give somebody roles, right after signing in; they hold from the next request on',
    action: 'account.grant',
    reads: 'get',
    params: onePerson,
    body: NewGrants,
    status: 200,
    answer: Person,
    problems: [
      'account.unknown',
      'account.ended',
      'account.ownRoles',
      'account.days',
      'account.rolesExclude',
      'account.notStaff',
      'account.noSeat',
      'access.stepUp',
    ],
  },
  revokeRole: {
    method: 'delete',
    path: '/api/people/{accountId}/grants/{grantId}',
    summary: 'Take one role away, right after signing in; it ends with the next request',
    action: 'account.revoke',
    reads: 'get',
    params: oneGrant,
    status: 200,
    answer: Person,
    problems: ['account.unknown', 'account.ownRoles', 'grant.unknown', 'access.stepUp'],
  },
  invite: {
    method: 'post',
    path: '/api/invitations',
    summary: 'Invite somebody, right after signing in; the code to hand over is shown once',
    action: 'account.invite',
    reads: 'get',
    body: NewInvitation,
    status: 201,
    answer: Invited,
    problems: [
      'account.unknown',
      'account.days',
      'account.rolesExclude',
      'account.notStaff',
      'account.noSeat',
      'access.stepUp',
    ],
  },
  renewInvitation: {
    method: 'post',
    path: '/api/invitations/{invitationId}/renew',
    summary: 'Another code for somebody who has not come yet; the one before is worth nothing',
    action: 'account.invite',
    reads: 'get',
    params: oneInvitation,
    status: 200,
    answer: Invited,
    problems: ['invitation.unknown', 'access.stepUp'],
  },
  revokeInvitation: {
    method: 'delete',
    path: '/api/invitations/{invitationId}',
    summary: 'Take an invitation back; its code is worth nothing from now on',
    action: 'account.invite',
    reads: 'get',
    params: oneInvitation,
    status: 200,
    answer: Invitation,
    problems: ['invitation.unknown', 'access.stepUp'],
  },
} as const satisfies Record<string, Endpoint>
