import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { GrantId, NewGrants, Person, PersonList } from './schemas/person.ts'
import { AccountId } from './schemas/session.ts'

const onePerson = z.object({ accountId: AccountId })
const oneGrant = onePerson.extend({ grantId: GrantId })

/** Who is here, and which roles they have. */
export const PEOPLE_ENDPOINTS = {
  listPeople: {
    method: 'get',
    path: '/api/people',
    summary: 'Everybody with an account, and every role they ever had',
    action: 'account.read',
    reads: 'list',
    status: 200,
    answer: PersonList,
    problems: [],
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
} as const satisfies Record<string, Endpoint>
