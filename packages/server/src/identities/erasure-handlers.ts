import type { ProblemCode } from '@vigil/contract/problems'
import type { Erasure } from '@vigil/contract/schemas'
import { type ApprovalRefusal, isRevocable, refuseApproval } from '@vigil/core/keys'
import type { Handlers, Written } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import { actFor } from '../policy/as-actor.ts'
import { checkProof } from '../policy/obligations.ts'
import { uuidV7 } from '../uuid.ts'
import { getErasure, listErasures } from './erasures.ts'
import { getPerson } from './people.ts'

type ErasureEndpoint = 'requestErasure' | 'listErasures' | 'approveErasure' | 'revokeErasure'

const REFUSALS = {
  requester: 'erasure.requester',
  approvedAlready: 'erasure.approvedAlready',
  over: 'erasure.over',
} as const satisfies Readonly<Record<ApprovalRefusal, ProblemCode>>

/** What the server does for the endpoints about erasures. */
export const erasureHandlers: Pick<Handlers, ErasureEndpoint> = {
  listErasures({ actor, now, read }) {
    return read(undefined, async (tx) => {
      const held = await listErasures(tx, { actor, action: 'identity.erase' }, now)
      return { answer: { erasures: held.map(({ erasure }) => erasure) }, sight: null }
    })
  },

  requestErasure({ actor, params: { identityId }, body, now, write }) {
    const wish = { actor, action: 'identity.erase' } as const
    checkProof(wish.action, { actor, now })
    return write(async (tx): Promise<Written<Erasure>> => {
      await actFor(tx, wish)
      const person = await getPerson(tx, wish, identityId)
      if (person.erased) refuse('identity.erased')
      const id = uuidV7(now)
      const asked = { pseudonym: identityId, requested_by: actor.id, requested_at: now }
      const made = await tx
        .insertInto('erasure')
        .values({ id, ...asked, ...body })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (made.numInsertedOrUpdatedRows !== 1n) refuse('erasure.underWay')
      const { erasure: answer } = await getErasure(tx, wish, { id, now })
      return { answer, object: { type: 'erasure', id }, change: { identityId, ...body } }
    })
  },

  async approveErasure({ actor, params: { erasureId: id }, now, write, checkClock }) {
    const wish = { actor, action: 'identity.approve' } as const
    checkProof(wish.action, { actor, now })
    await checkClock('deadline')
    return write(async (tx): Promise<Written<Erasure>> => {
      await actFor(tx, wish)
      const { facts } = await getErasure(tx, wish, { id, now })
      const refusal = refuseApproval(facts, actor.id)
      if (refusal !== null) refuse(REFUSALS[refusal])
      const approval = { erasure_id: id, approver: actor.id, at: now }
      await tx
        .insertInto('erasure_approval')
        .values(approval)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      const { erasure: answer } = await getErasure(tx, wish, { id, now })
      return { answer, object: { type: 'erasure', id }, change: { approved: true } }
    })
  },

  revokeErasure({ actor, params: { erasureId: id }, now, write }) {
    const wish = { actor, action: 'identity.erase' } as const
    checkProof(wish.action, { actor, now })
    return write(async (tx): Promise<Written<Erasure>> => {
      await actFor(tx, wish)
      const { facts } = await getErasure(tx, wish, { id, now })
      if (!isRevocable(facts)) refuse('erasure.over')
      const revoked = await tx
        .updateTable('erasure')
        .set({ revoked_at: now })
        .where('id', '=', id)
        .where('tombstone_at', 'is', null)
        .executeTakeFirst()
      // Between the tombstone and the destruction nobody takes it back any more.
      if (revoked.numUpdatedRows !== 1n) refuse('erasure.over')
      const { erasure: answer } = await getErasure(tx, wish, { id, now })
      return { answer, object: { type: 'erasure', id }, change: { revoked: true } }
    })
  },
}
