import type { Obstacle } from '@vigil/core/leaving'
import { record } from '../audit/record.ts'
import { type Db, inTransaction } from '../db/transaction.ts'
import { type LeavingCase, readCase } from './case.ts'
import { carryOut, closeAccount } from './end.ts'
import { beginLeaving, cancelLeaving, findOpenLeaving, takeTurn } from './leavings.ts'
import { name } from './name.ts'
import { readParties } from './parties.ts'

/** Whoever holds the machine ends an account; `successor`: the sign-in name of who takes over. */
export interface EndingByHand {
  readonly signInName: string
  readonly reason: string
  readonly successor?: string
  readonly now: Date
}

/** Ended; or closed, and what is still in the way. `last`: nobody else keeps accounts, nothing was done. */
export type EndedByHand =
  | { readonly outcome: 'unknown' | 'last' | 'noSuccessor' | 'ended' }
  | { readonly outcome: 'closed'; readonly obstacles: readonly Obstacle[] }

/**
 * Closes the account of somebody who is gone, names who is to take over all that has nobody yet, and ends
 * it once nothing is in the way: called again after the successors have accepted, it goes on.
 */
export function endByHand(db: Db, asked: EndingByHand): Promise<EndedByHand> {
  const { signInName, now } = asked
  return inTransaction(db, async (tx) => {
    await takeTurn(tx)
    const party = (await readParties(tx, now)).find((one) => one.signInName === signInName)
    if (!party) return { outcome: 'unknown' }
    const found = await begin(tx, party.id, asked)
    if (found.obstacles.some((one) => one.what === 'office' && one.action === 'account.grant')) {
      await cancelLeaving(tx, { id: found.leaving.id, now })
      return { outcome: 'last' }
    }
    if (!(await nameFor(tx, found, asked))) {
      if (party.isOpen) await cancelLeaving(tx, { id: found.leaving.id, now })
      return { outcome: 'noSuccessor' }
    }
    await closeAccount(tx, party.id, now)
    return settle(tx, await readCase(tx, found.leaving, now), asked)
  })
}

/** The leaving that is under way from here or by an administrator, or a new one. */
async function begin(
  tx: Db,
  accountId: string,
  { reason, now }: EndingByHand,
): Promise<LeavingCase> {
  const held = await findOpenLeaving(tx, accountId)
  if (held && held.reason === null) await cancelLeaving(tx, { id: held.id, now })
  if (!held || held.reason === null) await beginLeaving(tx, { accountId, by: null, reason, now })
  const leaving = await findOpenLeaving(tx, accountId)
  if (!leaving) throw new Error('What was begun is not there')
  return readCase(tx, leaving, now)
}

/** Names the successor for all that nobody was named for, or that was refused; false where they cannot. */
async function nameFor(
  tx: Db,
  found: LeavingCase,
  { successor, now }: EndingByHand,
): Promise<boolean> {
  if (successor === undefined) return true
  const things = found.items.flatMap(({ given }) =>
    given && (given.successor === null || given.answer === 'refused')
      ? [{ kind: given.thing.kind, id: given.thing.id }]
      : [],
  )
  if (things.length === 0) return true
  return (await name(tx, found, { things, successor, now })) === undefined
}

async function settle(
  tx: Db,
  found: LeavingCase,
  { reason, now }: EndingByHand,
): Promise<EndedByHand> {
  const about = { at: now, actor: null, requestId: null }
  const isFree = found.obstacles.length === 0
  if (isFree) await carryOut(tx, found, about)
  await record(tx, {
    ...about,
    action: 'account.end',
    object: { type: 'account', id: found.leaver.id },
    change: { reason, ended: isFree },
  })
  return isFree ? { outcome: 'ended' } : { outcome: 'closed', obstacles: found.obstacles }
}
