import type { EndpointName, ENDPOINTS } from '@vigil/contract/endpoints'
import type { Invitation, Invited, Person } from '@vigil/contract/schemas'
import { findGivingFault, type GivingFault } from '@vigil/core/policy'
import type { Db } from '../db/transaction.ts'
import type { Asked, Done, Handlers } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import type { Services } from '../http/services.ts'
import { checkProof } from '../policy/obligations.ts'
import { readCoChairs } from '../task-force/co-chairs.ts'
import { enrol } from './enrol.ts'
import {
  findInvitation,
  listInvitations,
  makeInvitation,
  renewCode,
  takeBack,
} from './invitations.ts'
import { findPerson, listPeople } from './queries.ts'
import { endGrant, giveRoles } from './roles.ts'
import { readStanding } from './standing.ts'

type AskedOf<Name extends EndpointName> = Asked<(typeof ENDPOINTS)[Name]>
type Own =
  | 'listPeople'
  | 'readStanding'
  | 'grantRoles'
  | 'revokeRole'
  | 'invite'
  | 'renewInvitation'
  | 'revokeInvitation'
  | 'enrol'

const SEAT_PROBLEMS = {
  notStaff: 'account.notStaff',
  operationMissing: 'account.noSeat',
  entityMissing: 'account.noSeat',
  notSeated: 'account.noSeat',
} as const

/** Who is here, which roles they have, and who is to come. */
export function peopleHandlers(services: Services): Pick<Handlers, Own> {
  return {
    listPeople: async ({ db, now }) => ({
      people: await listPeople(db),
      invitations: await listInvitations(db, now),
    }),
    async readStanding({ params: { accountId }, db, now }) {
      await getPerson(db, accountId)
      return readStanding({ accountId, now, services })
    },
    grantRoles,
    revokeRole,
    invite,
    renewInvitation,
    revokeInvitation,
    enrol: (asked) => enrol(asked, services),
  }
}

async function grantRoles(asked: AskedOf<'grantRoles'>): Promise<Done<Person>> {
  const { params, body, actor, now, write } = asked
  checkProof('account.grant', { actor, now })
  const { accountId } = params
  return write(async (tx) => {
    if ((await getPerson(tx, accountId)).endedAt !== null) refuse('account.ended')
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

async function invite(asked: AskedOf<'invite'>): Promise<Done<Invited>> {
  const { body, actor, now, write } = asked
  checkProof('account.invite', { actor, now })
  return write(async (tx) => {
    const giving = { giver: actor.id, holder: null, held: [], added: body.grants }
    const fault = findGivingFault({ ...giving, coChairs: await readCoChairs(tx) })
    if (fault) refuseGiving(fault)
    if (body.secondOf !== null) await getPerson(tx, body.secondOf)
    const { id, code } = await makeInvitation(tx, { ...body, by: actor.id, now })
    const invitation = await getInvitation(tx, { id, now })
    const change = { ...invitation, grants: body.grants.map((grant) => ({ ...grant })) }
    return { answer: { invitation, code }, object: { type: 'invitation', id }, change }
  })
}

async function renewInvitation(asked: AskedOf<'renewInvitation'>): Promise<Done<Invited>> {
  const { params, actor, now, write } = asked
  checkProof('account.invite', { actor, now })
  const id = params.invitationId
  return write(async (tx) => {
    const code = (await renewCode(tx, id, now)) ?? refuse('invitation.unknown')
    const invitation = await getInvitation(tx, { id, now })
    const change = { expiresAt: invitation.expiresAt }
    return { answer: { invitation, code }, object: { type: 'invitation', id }, change }
  })
}

async function revokeInvitation(asked: AskedOf<'revokeInvitation'>): Promise<Done<Invitation>> {
  const { params, actor, now, write } = asked
  checkProof('account.invite', { actor, now })
  const id = params.invitationId
  return write(async (tx) => {
    if (!(await takeBack(tx, id, now))) refuse('invitation.unknown')
    const answer = await getInvitation(tx, { id, now })
    return { answer, object: { type: 'invitation', id }, change: { state: answer.state } }
  })
}

async function getPerson(tx: Db, accountId: string): Promise<Person> {
  return (await findPerson(tx, accountId)) ?? refuse('account.unknown')
}

async function getInvitation(tx: Db, sought: { id: string; now: Date }): Promise<Invitation> {
  return (await findInvitation(tx, sought)) ?? refuse('invitation.unknown')
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
