import { type Erasure, KeyAbsence } from '@vigil/contract/schemas'
import { dueAt, type ErasureFacts, erasureState } from '@vigil/core/keys'
import { conditionOf, type Wish } from '@vigil/core/policy'
import type { Db } from '../db/transaction.ts'
import { refuse } from '../http/refuse.ts'
import { isAsSaid } from '../policy/where.ts'

/** An erasure as it is held, and what core decides about it by. */
export interface HeldErasure {
  readonly erasure: Erasure
  readonly facts: ErasureFacts
}

/** Most erasures that a list holds. */
const MOST = 500

/** The erasure, where `wish` covers the incident; refuses, equally, one that is not there. */
export async function getErasure(
  tx: Db,
  wish: Wish,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<HeldErasure> {
  const [row] = await covered(tx, wish).where('erasure.id', '=', id).execute()
  return row
    ? toHeld(row, { approvals: await approvalsOf(tx, [id]), now })
    : refuse('erasure.unknown')
}

/** Those that `wish` covers, newest first. */
export async function listErasures(tx: Db, wish: Wish, now: Date): Promise<HeldErasure[]> {
  const rows = await covered(tx, wish).orderBy('requested_at', 'desc').limit(MOST).execute()
  const approvals = await approvalsOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => toHeld(row, { approvals, now }))
}

/** By the incident that the person belongs to: the database asks the same of it once more. */
function covered(tx: Db, wish: Wish) {
  return tx
    .selectFrom('erasure')
    .innerJoin('incident_person', 'incident_person.pseudonym', 'erasure.pseudonym')
    .innerJoin('incident', 'incident.id', 'incident_person.incident_id')
    .where(isAsSaid(conditionOf(wish)))
    .leftJoin('identity_hold', 'identity_hold.pseudonym', 'erasure.pseudonym')
    .leftJoin('account as asker', 'asker.id', 'erasure.requested_by')
    .selectAll('erasure')
    .select(['identity_hold.since as held', 'asker.name as asker'])
}

type Row = Awaited<ReturnType<ReturnType<typeof covered>['execute']>>[number]
type ApprovalRow = Awaited<ReturnType<typeof approvalsOf>>[number]

export async function approvalsOf(tx: Db, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx
    .selectFrom('erasure_approval')
    .leftJoin('account', 'account.id', 'approver')
    .selectAll('erasure_approval')
    .select('account.name')
    .where('erasure_id', 'in', [...ids])
    .orderBy('at')
    .execute()
}

interface Beside {
  readonly approvals: readonly ApprovalRow[]
  readonly now: Date
}

function toHeld(row: Row, { approvals, now }: Beside): HeldErasure {
  const own = approvals.filter(({ erasure_id: of }) => of === row.id)
  const facts = factsOf(row, own)
  const due = dueAt(facts)
  const erasure = {
    id: row.id as Erasure['id'],
    pseudonym: row.pseudonym as Erasure['pseudonym'],
    ground: row.ground as Erasure['ground'],
    reason: row.reason,
    requestedBy: row.requested_by,
    askedBy: row.asker ?? row.requested_by,
    requestedAt: row.requested_at.toISOString(),
    approvals: own.map(({ approver: by, name, at }) => ({
      by,
      name: name ?? by,
      at: at.toISOString(),
    })),
    state: erasureState(facts, now.getTime()),
    dueAt: due === null ? null : new Date(due).toISOString(),
    keyId: row.key_id,
    proof: row.proof === null ? null : KeyAbsence.parse(row.proof),
  }
  return { erasure, facts }
}

/** What core decides about an erasure by. */
export function factsOf(
  row: Pick<Row, 'requested_by' | 'revoked_at' | 'destroyed_at' | 'held'>,
  approvals: readonly Pick<ApprovalRow, 'approver' | 'at'>[],
): ErasureFacts {
  return {
    requestedBy: row.requested_by,
    approvals: approvals.map(({ approver: by, at }) => ({ by, at: at.getTime() })),
    isRevoked: row.revoked_at !== null,
    isHeld: row.held !== null,
    isDestroyed: row.destroyed_at !== null,
  }
}
