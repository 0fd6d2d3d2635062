import type { EndpointName, ENDPOINTS } from '@vigil/contract/endpoints'
import type { Person } from '@vigil/contract/schemas'
import type { GivingFault } from '@vigil/core/policy'
import type { Asked, Done, Handlers } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import { checkProof } from '../policy/obligations.ts'
import type { Db } from '../db/transaction.ts'
import { findPerson, listPeople } from './queries.ts'
import { endGrant, giveRoles } from './roles.ts'

type AskedOf<Name extends EndpointName> = Asked<(typeof ENDPOINTS)[Name]>
type Own = 'listPeople' | 'grantRoles' | 'revokeRole'

const SEAT_PROBLEMS = {
  notStaff: 'account.notStaff',
  operationMissing: 'account.noSeat',
  entityMissing: 'account.noSeat',
  notSeated: 'account.noSeat',
} as const

/** Who is here, and which roles they have. */
export const peopleHandlers: Pick<Handlers, Own> = {
  listPeople: async ({ db }) => ({ people: await listPeople(db) }),
  grantRoles,
  revokeRole,
}

async function grantRoles(asked: AskedOf<'grantRoles'>): Promise<Done<Person>> {
  const { params, body, actor, now, write } = asked
  checkProof('account.grant', { actor, now })
  const { accountId } = params
  return write(async (tx) => {
    await getPerson(tx, accountId)
    const fault = await giveRoles(tx, { accountId, grants: body.grants, by: actor.id, now })
    if (fault) refuseGiving(fault)
    const answer = await getPerson(tx, accountId)
    const change = { grants: body.grants.map((grant) => ({ ...grant })) }
    return { answer, object: { type: 'account', id: accountId }, change }
  })
}

async function revokeRole(asked: AskedOf<'revokeRole'>): Promise<Done<Person>> {
  const { params, actor, now, write } = asked
  checkProof('account.revoke', { actor, now })
  const { accountId, grantId } = params
  if (accountId === actor.id) refuse('account.ownRoles')
  return write(async (tx) => {
    await getPerson(tx, accountId)
    if (!(await endGrant(tx, { accountId, grantId, now }))) refuse('grant.unknown')
    const answer = await getPerson(tx, accountId)
    return { answer, object: { type: 'account', id: accountId }, change: { grant: grantId } }
  })
}

async function getPerson(tx: Db, accountId: string): Promise<Person> {
  return (await findPerson(tx, accountId)) ?? refuse('account.unknown')
}

function refuseGiving(fault: GivingFault): never {
  if (fault.fault === 'own') refuse('account.ownRoles')
  if (fault.fault === 'days') {
    const { from, until } = fault.grant
    refuse('account.days', { values: { from, until: String(until) } })
  }
  if (fault.fault !== 'excluded') refuse(SEAT_PROBLEMS[fault.fault])
  const [one, other] = fault.pair
  refuse('account.rolesExclude', { values: { one: one.role, other: other.role } })
}
