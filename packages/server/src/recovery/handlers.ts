import type { EndpointName, ENDPOINTS } from '@vigil/contract/endpoints'
import type { Recovery, RecoveryCode } from '@vigil/contract/schemas'
import { findAccount } from '../accounts/accounts.ts'
import type { Db } from '../db/transaction.ts'
import type { Asked, Done, Handlers } from '../http/handler.ts'
import { witnessesOf } from '../glass/hours.ts'
import { glassNotices } from '../glass/notices.ts'
import { refuse } from '../http/refuse.ts'
import type { Services } from '../http/services.ts'
import { countHanded } from '../leaving/handovers.ts'
import { checkProof } from '../policy/obligations.ts'
import { agree, begin, cancel, makeRecoveryCode } from './change.ts'
import { mayApprove } from './may-approve.ts'
import { findRecovery, type HeldRecovery, listOpen } from './recoveries.ts'

type AskedOf<Name extends EndpointName> = Asked<(typeof ENDPOINTS)[Name]>
type Own =
  | 'listRecoveries'
  | 'askRecovery'
  | 'approveRecovery'
  | 'makeRecoveryCode'
  | 'withdrawRecovery'
  | 'readOwnRecovery'
  | 'objectToRecovery'

/** Two agree, the owner can object, then there is a code. */
export function recoveryHandlers(services: Services): Pick<Handlers, Own> {
  return {
    listRecoveries: async ({ db, now }) => ({ recoveries: shown(await listOpen(db, { now })) }),
    askRecovery,
    approveRecovery,
    makeRecoveryCode: makeCodeFor,
    withdrawRecovery: ({ params, now, write }) =>
      write(async (tx) => cancelled(tx, await getRecovery(tx, params.recoveryId, now), now)),
    readOwnRecovery: async ({ actor, db, now }) => ({
      recoveries: shown(await listOpen(db, { accountId: actor.id, now })),
      handed: await countHanded(db, actor.id),
      glass: await glassNotices(db, actor, { now, witnessOf: await witnessesOf(services) }),
    }),
    objectToRecovery,
  }
}

async function askRecovery(asked: AskedOf<'askRecovery'>): Promise<Done<Recovery>> {
  const { body, actor, now, write } = asked
  checkProof('account.recover', { actor, now })
  await asked.checkClock('deadline')
  return write(async (tx) => {
    const account = (await findAccount(tx, body.signInName)) ?? refuse('account.unknown')
    const begun = { accountId: account.id, reason: body.reason, now }
    const id = (await begin(tx, begun)) ?? refuse('recovery.open')
    await approve(tx, { recovery: await getRecovery(tx, id, now), approver: actor.id, now })
    return written((await getRecovery(tx, id, now)).shown, account.id)
  })
}

async function approveRecovery(asked: AskedOf<'approveRecovery'>): Promise<Done<Recovery>> {
  const { params, actor, now, write } = asked
  checkProof('account.recover', { actor, now })
  await asked.checkClock('deadline')
  return write(async (tx) => {
    const recovery = await getRecovery(tx, params.recoveryId, now)
    if (recovery.shown.state !== 'asked') refuse('recovery.unknown')
    await approve(tx, { recovery, approver: actor.id, now })
    return written((await getRecovery(tx, params.recoveryId, now)).shown, recovery.accountId)
  })
}

async function makeCodeFor(asked: AskedOf<'makeRecoveryCode'>): Promise<Done<RecoveryCode>> {
  const { params, actor, now, write } = asked
  checkProof('account.recover', { actor, now })
  await asked.checkClock('deadline')
  return write(async (tx) => {
    const { accountId } = await getRecovery(tx, params.recoveryId, now)
    const made = (await makeRecoveryCode(tx, params.recoveryId, now)) ?? refuse('recovery.notReady')
    const recovery = (await getRecovery(tx, params.recoveryId, now)).shown
    const expiresAt = made.expiresAt.toISOString()
    return {
      ...written(recovery, accountId),
      answer: { recovery, code: made.code, expiresAt },
    }
  })
}

async function objectToRecovery(asked: AskedOf<'objectToRecovery'>): Promise<Done<Recovery>> {
  const { params, actor, now, write } = asked
  return write(async (tx) => {
    const recovery = await getRecovery(tx, params.recoveryId, now)
    if (recovery.accountId !== actor.id) refuse('recovery.unknown')
    return cancelled(tx, recovery, now)
  })
}

async function approve(
  tx: Db,
  { recovery, approver, now }: { recovery: HeldRecovery; approver: string; now: Date },
): Promise<void> {
  const { accountId: owner, approvers: earlier, shown: told } = recovery
  const found = await mayApprove(tx, { owner, approver, earlier, now })
  if ('fault' in found) refuse(`recovery.${found.fault}`)
  await agree(tx, told.id, { accountId: approver, ...found, earlier, now })
}

async function cancelled(tx: Db, { accountId, shown: told }: HeldRecovery, now: Date) {
  if (!(await cancel(tx, told.id, now))) refuse('recovery.unknown')
  return written((await getRecovery(tx, told.id, now)).shown, accountId)
}

async function getRecovery(tx: Db, id: string, now: Date): Promise<HeldRecovery> {
  return (await findRecovery(tx, { id, now })) ?? refuse('recovery.unknown')
}

/** Every step is an entry about the account. */
function written(answer: Recovery, accountId: string) {
  const { id, state, approvals } = answer
  const roles = approvals.map(({ role }) => role)
  const object = { type: 'account', id: accountId } as const
  return { answer, object, change: { recovery: id, state, roles } }
}

function shown(held: readonly HeldRecovery[]): Recovery[] {
  return held.map((one) => one.shown)
}
