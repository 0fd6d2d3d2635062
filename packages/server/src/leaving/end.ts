import type { LeavingReceipt, LoggedObject } from '@vigil/contract/schemas'
import type { HoldingKind } from '@vigil/core/leaving'
import { sql } from 'kysely'
import { endSessionsOf } from '../accounts/sessions.ts'
import { type Circumstances, record } from '../audit/record.ts'
import type { Db } from '../db/transaction.ts'
import { removeEveryFactor } from '../factors/remove-all.ts'
import { checkpointForPaper } from '../log/paper.ts'
import { type LeavingCase, showCase } from './case.ts'
import { closeLeaving } from './leavings.ts'

/** What has a log of its own, which tells who has it from now on. */
const OBJECTS: Partial<Record<HoldingKind, LoggedObject>> = {
  incident_owned: 'incident',
  incident_assigned: 'incident',
  letter: 'letter',
}

/** The form of a hash, and the hash of nothing. */
const NO_PASSPHRASE = '$argon2id$v=19$m=64,t=1,p=1$none$none'

/** Nobody signs in to the account from now on, by whatever they have. */
export async function closeAccount(tx: Db, accountId: string, now: Date): Promise<void> {
  await tx
    .updateTable('account')
    .set({ closed_at: now })
    .where('id', '=', accountId)
    .where('closed_at', 'is', null)
    .execute()
  await endSessionsOf(tx, accountId)
  await cancelRecoveries(tx, accountId, now)
}

/** Who signs in again as before: the account was closed by mistake, or its owner is back. */
export async function openAccount(tx: Db, accountId: string): Promise<void> {
  await tx
    .updateTable('account')
    .set({ closed_at: null })
    .where('id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
}

/**
 * Ends the account of somebody in whose way nothing stands: what was accepted passes, all that opens the
 * account is destroyed, and what it was in ends. Each thing that passed is an entry of its own, so that
 * the log of a record shows it.
 */
export async function carryOut(
  tx: Db,
  found: LeavingCase,
  about: Circumstances,
): Promise<LeavingReceipt> {
  const { leaving, leaver, items } = found
  const { at: now, actor } = about
  const passing = items.filter(({ given }) => given !== null)
  const incidents = passing.filter(({ held }) => held.kind.startsWith('incident_')).length
  const { rows } = await sql<{ passed: number }>`
    select vigil_hand_over(${leaving.id}, ${now}) as passed`.execute(tx)
  if (rows[0]?.passed !== incidents) throw new Error('Not everything passed that was accepted')
  for (const item of passing) await enterPassing(tx, item, { ...about, from: leaver.id })
  await destroyAccess(tx, leaver.id, now)
  await endParts(tx, leaver.id, now)
  await closeLeaving(tx, { id: leaving.id, by: actor?.id ?? null, now })
  const shown = showCase(found, { withLabels: actor?.id === leaver.id })
  return { leaving: shown, endedAt: now.toISOString(), checkpoint: await checkpointForPaper(tx) }
}

async function enterPassing(
  tx: Db,
  { held, handover }: LeavingCase['items'][number],
  { from, ...about }: Circumstances & { readonly from: string },
): Promise<void> {
  const type = OBJECTS[held.kind]
  if (!type) return
  const change = { kind: held.kind, from, to: handover?.successor ?? null }
  await record(tx, { ...about, action: 'handover.done', object: { type, id: held.id }, change })
}

/** Sessions, passkeys, apps, sheets, codes and the passphrase itself. */
async function destroyAccess(tx: Db, accountId: string, now: Date): Promise<void> {
  await closeAccount(tx, accountId, now)
  await removeEveryFactor(tx, accountId)
  await tx
    .updateTable('account')
    .set({ ended_at: now, passphrase: NO_PASSPHRASE })
    .where('id', '=', accountId)
    .execute()
  await tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('invited_by', '=', accountId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Roles, duties on either side, and what was opened in need. */
async function endParts(tx: Db, accountId: string, now: Date): Promise<void> {
  await tx
    .updateTable('account_grant')
    .set({ ended_at: now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
  await tx
    .updateTable('officer_in_charge')
    .set({ ended_at: now, ended_by: accountId })
    .where((row) => row.or([row('absent', '=', accountId), row('officer', '=', accountId)]))
    .where('ended_at', 'is', null)
    .execute()
  await tx
    .updateTable('glass_request')
    .set({ ended_at: now, ended_by: accountId })
    .where('asked_by', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
}

async function cancelRecoveries(tx: Db, accountId: string, now: Date): Promise<void> {
  await tx
    .updateTable('recovery')
    .set({ cancelled_at: now })
    .where('account_id', '=', accountId)
    .where('cancelled_at', 'is', null)
    .where('done_at', 'is', null)
    .execute()
}
