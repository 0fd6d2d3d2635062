import type { EndpointName, ENDPOINTS } from '@vigil/contract/endpoints'
import type { LeavingReceipt, LeavingState } from '@vigil/contract/schemas'
import { inTransaction, type Db } from '../db/transaction.ts'
import type { Asked, Done, Handlers } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import { findPerson } from '../people/queries.ts'
import { checkProof } from '../policy/obligations.ts'
import { carryOut, closeAccount, openAccount } from './end.ts'
import { getEndable, nameIn, objectOf, readState, receiptOf } from './handlers.ts'
import { beginLeaving, cancelLeaving, findOpenLeaving } from './leavings.ts'

type AskedOf<Name extends EndpointName> = Asked<(typeof ENDPOINTS)[Name]>
type Own = 'readLeaving' | 'beginEnding' | 'nameSuccessorFor' | 'cancelEnding' | 'endAccount'

/** An administrator ends the account of somebody who is gone. */
export const endingHandlers: Pick<Handlers, Own> = {
  readLeaving: ({ params: { accountId }, db, now }) =>
    inTransaction(db, async (tx) => {
      await getPerson(tx, accountId)
      return readState(tx, { accountId, now, withLabels: false })
    }),
  beginEnding: begin,
  nameSuccessorFor: ({ params: { accountId }, body, now, write }) =>
    write(async (tx) => {
      const named = await nameIn(tx, body, { accountId, now, withLabels: false })
      return { ...named, object: objectOf(accountId) }
    }),
  cancelEnding: cancel,
  endAccount: end,
}

function begin(asked: AskedOf<'beginEnding'>): Promise<Done<LeavingState>> {
  const { actor, params, body, now, write } = asked
  checkProof('account.end', { actor, now })
  const { accountId } = params
  if (accountId === actor.id) refuse('leaving.own')
  return write(async (tx) => {
    await getPerson(tx, accountId)
    const own = await findOpenLeaving(tx, accountId)
    if (own && own.reason !== null) refuse('leaving.open')
    if (own) await cancelLeaving(tx, { id: own.id, now })
    await beginLeaving(tx, { accountId, by: actor.id, reason: body.reason, now })
    await closeAccount(tx, accountId, now)
    const answer = await readState(tx, { accountId, now, withLabels: false })
    return { answer, object: objectOf(accountId), change: { closed: body.reason } }
  })
}

function cancel(asked: AskedOf<'cancelEnding'>): Promise<Done<LeavingState>> {
  const { actor, params, now, write } = asked
  checkProof('account.end', { actor, now })
  const { accountId } = params
  return write(async (tx) => {
    const held = (await findOpenLeaving(tx, accountId)) ?? refuse('leaving.unknown')
    await cancelLeaving(tx, { id: held.id, now })
    await openAccount(tx, accountId)
    const change = { cancelled: held.id }
    return { answer: { leaving: null }, object: objectOf(accountId), change }
  })
}

function end(asked: AskedOf<'endAccount'>): Promise<Done<LeavingReceipt>> {
  const { actor, params, now, write } = asked
  checkProof('account.end', { actor, now })
  const { accountId } = params
  if (accountId === actor.id) refuse('leaving.own')
  return write(async (tx) => {
    const found = await getEndable(tx, accountId, now)
    if (found.leaving.reason === null) refuse('leaving.unknown')
    const answer = await carryOut(tx, found, { at: now, actor, requestId: null })
    return { answer, object: objectOf(accountId), change: receiptOf(answer) }
  })
}

async function getPerson(tx: Db, accountId: string): Promise<void> {
  const person = (await findPerson(tx, accountId)) ?? refuse('account.unknown')
  if (person.endedAt !== null) refuse('account.ended')
}
