import type { EndpointName, ENDPOINTS } from '@vigil/contract/endpoints'
import type { HandedList, LeavingReceipt, LeavingState, Naming } from '@vigil/contract/schemas'
import { clearToken } from '../accounts/session-cookie.ts'
import { inTransaction, type Db } from '../db/transaction.ts'
import type { Asked, Done, Handlers, SignedInActor } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import { checkOwnProof } from '../policy/obligations.ts'
import { type LeavingCase, readCase, showCase } from './case.ts'
import { carryOut } from './end.ts'
import { listHanded, noteAnswer } from './handovers.ts'
import { beginLeaving, cancelLeaving, findOpenLeaving, takeTurn } from './leavings.ts'
import { name } from './name.ts'

type AskedOf<Name extends EndpointName> = Asked<(typeof ENDPOINTS)[Name]>
type Own =
  | 'readOwnLeaving'
  | 'beginLeaving'
  | 'nameSuccessor'
  | 'cancelLeaving'
  | 'endOwnAccount'
  | 'listHanded'
  | 'acceptHanded'
  | 'refuseHanded'

/** Somebody leaves of their own accord; and what others hand to them. */
export const leavingHandlers: Pick<Handlers, Own> = {
  readOwnLeaving: ({ actor, db, now }) =>
    inTransaction(db, (tx) => readState(tx, { accountId: actor.id, now, withLabels: true })),
  beginLeaving: begin,
  nameSuccessor: ({ actor, body, now, write }) =>
    write(async (tx) => {
      const shown = { accountId: actor.id, now, withLabels: true }
      return { ...(await nameIn(tx, body, shown)), object: objectOf(actor.id) }
    }),
  cancelLeaving: ({ actor, now, write }) =>
    write(async (tx) => {
      const { id } = (await findOpenLeaving(tx, actor.id)) ?? refuse('leaving.unknown')
      await cancelLeaving(tx, { id, now })
      const change = { cancelled: id }
      return { answer: { leaving: null }, object: objectOf(actor.id), change }
    }),
  endOwnAccount: endOwn,
  listHanded: async ({ actor, db }) => ({ items: await listHanded(db, actor.id) }),
  acceptHanded: (asked) => reply(asked, asked.body),
  refuseHanded: (asked) => reply(asked, asked.body),
}

function begin({ actor, now, write }: AskedOf<'beginLeaving'>): Promise<Done<LeavingState>> {
  return write(async (tx) => {
    const begun = { accountId: actor.id, by: actor.id, reason: null, now }
    if (!(await beginLeaving(tx, begun))) refuse('leaving.open')
    const answer = await readState(tx, { accountId: actor.id, now, withLabels: true })
    const change = { leaving: answer.leaving?.id ?? null }
    return { answer, object: objectOf(actor.id), change }
  })
}

function endOwn(asked: AskedOf<'endOwnAccount'>): Promise<Done<LeavingReceipt>> {
  const { actor, headers, now, write } = asked
  checkOwnProof('leaving.end', asked)
  return write(async (tx) => {
    const found = await getEndable(tx, actor.id, now)
    const answer = await carryOut(tx, found, { at: now, actor, requestId: null })
    headers.append('set-cookie', clearToken())
    return { answer, object: objectOf(actor.id), change: receiptOf(answer) }
  })
}

interface Replying {
  readonly actor: SignedInActor
  readonly now: Date
  readonly write: AskedOf<'acceptHanded'>['write']
}

type Said = AskedOf<'acceptHanded'>['body'] & { readonly reason?: string }

function reply({ actor, now, write }: Replying, said: Said): Promise<Done<HandedList>> {
  return write(async (tx) => {
    const given = { ...said, successor: actor.id, now }
    const [from] = (await noteAnswer(tx, given)) ?? refuse('handover.unknown')
    const change = { handovers: [...said.handovers], reason: said.reason ?? null }
    const items = await listHanded(tx, actor.id)
    return { answer: { items }, object: objectOf(from ?? actor.id), change }
  })
}

/** Whose leaving is looked at, and whether labels are shown: to who has the things alone. */
export interface Looking {
  readonly accountId: string
  readonly now: Date
  readonly withLabels: boolean
}

export async function readState(
  tx: Db,
  { accountId, now, withLabels }: Looking,
): Promise<LeavingState> {
  const leaving = await findOpenLeaving(tx, accountId)
  if (!leaving) return { leaving: null }
  return { leaving: showCase(await readCase(tx, leaving, now), { withLabels }) }
}

/** Names a successor, or refuses. */
export async function nameIn(tx: Db, naming: Naming, looking: Looking) {
  const found = await getCase(tx, looking.accountId, looking.now)
  const fault = await name(tx, found, { ...naming, now: looking.now })
  if (fault) refuse(`leaving.${fault}`)
  const { things, successor } = naming
  const change = { things: things.map(({ kind, id }) => ({ kind, id })), successor }
  return { answer: await readState(tx, looking), change }
}

/** The case of somebody in whose way nothing stands; ends wait for each other. */
export async function getEndable(tx: Db, accountId: string, now: Date): Promise<LeavingCase> {
  await takeTurn(tx)
  const found = await getCase(tx, accountId, now)
  if (found.obstacles.length > 0) refuse('leaving.obstacles')
  return found
}

async function getCase(tx: Db, accountId: string, now: Date): Promise<LeavingCase> {
  const leaving = (await findOpenLeaving(tx, accountId)) ?? refuse('leaving.unknown')
  return readCase(tx, leaving, now)
}

/** Every step is an entry about the account that is to end. */
export function objectOf(accountId: string) {
  return { type: 'account', id: accountId } as const
}

/** What the log commits to when an account ends: who got what. */
export function receiptOf({ leaving }: LeavingReceipt) {
  return {
    leaving: leaving.id,
    holdings: leaving.holdings.map(({ kind, id, successor }) => ({
      kind,
      id,
      successor: successor?.id ?? null,
    })),
  }
}
