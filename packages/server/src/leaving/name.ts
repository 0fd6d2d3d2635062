import type { Naming } from '@vigil/contract/schemas'
import { findTakingFault } from '@vigil/core/leaving'
import type { Db } from '../db/transaction.ts'
import type { LeavingCase } from './case.ts'
import { nameSuccessor } from './handovers.ts'

/** Why nobody was named: nothing of it is there to give, nobody of this name can have it, or it is frozen. */
export type NamingFault = 'nothing' | 'noSuccessor' | 'frozen'

/**
 * Names who is to take over some of what somebody who is leaving has. A name that nobody has, and one of
 * somebody who may not hold it, have the same answer: the list of accounts is nobody's to try out.
 */
export async function name(
  tx: Db,
  { leaving, leaver, others, items }: LeavingCase,
  { things, successor: signInName, now }: Naming & { readonly now: Date },
): Promise<NamingFault | undefined> {
  const wanted = things.map(
    ({ kind, id }) => items.find(({ held }) => held.kind === kind && held.id === id)?.given?.thing,
  )
  const successor = others.find((one) => one.signInName === signInName)
  for (const thing of wanted) {
    if (!thing) return 'nothing'
    if ('incident' in thing && thing.incident.state === 'frozen') return 'frozen'
    if (!successor || findTakingFault(thing, { leaver, successor })) return 'noSuccessor'
  }
  if (!successor) return 'nothing'
  await nameSuccessor(tx, { leavingId: leaving.id, things, successor: successor.id, now })
  return undefined
}
