import type { Invitation } from '@vigil/contract/schemas'
import { CODE_HOURS, invitationState } from '@vigil/core/enrolment'
import type { Grant } from '@vigil/core/policy'
import { readGrants } from '../accounts/grants.ts'
import type { Db } from '../db/transaction.ts'
import { uuidV7 } from '../uuid.ts'
import { hashTyped, makeCode } from './code.ts'
import { nameOf } from './name-of.ts'

const HOUR = 3_600_000

/** Somebody to be invited, and by whom; `by` null: from the command line. */
export interface InvitationToMake {
  readonly name: string
  readonly grants: readonly Grant[]
  readonly secondOf: string | null
  readonly by: string | null
  readonly now: Date
}

/** Invites somebody; gives the id of the invitation and the code, which is kept nowhere. */
export async function makeInvitation(
  tx: Db,
  { name, grants, secondOf, by, now }: InvitationToMake,
): Promise<{ id: string; code: string }> {
  const id = uuidV7(now)
  const { code, ...kept } = newCode(now)
  await tx
    .insertInto('invitation')
    .values({
      id,
      name,
      grants: JSON.stringify(grants),
      second_of: secondOf,
      invited_at: now,
      invited_by: by,
      ...kept,
    })
    .execute()
  return { id, code }
}

/**
 * Gives an invitation another code, also one that has expired or was revoked; the code before is worth
 * nothing. Undefined where it was accepted, or never made.
 */
export async function renewCode(tx: Db, id: string, now: Date): Promise<string | undefined> {
  const { code, ...kept } = newCode(now)
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ ...kept, revoked_at: null })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n ? code : undefined
}

/** Takes an invitation back; false where it was accepted, or never made. */
export async function takeBack(tx: Db, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** An invitation that can still be accepted. */
export interface OpenInvitation {
  readonly id: string
  readonly name: string
  readonly grants: readonly Grant[]
  readonly invitedBy: string | null
  readonly secondOf: string | null
}

/** The invitation that a typed code opens now; undefined for every other text. */
export async function findOpen(
  db: Db,
  { typed, now }: { typed: string; now: Date },
): Promise<OpenInvitation | undefined> {
  const hash = hashTyped(typed)
  if (!hash) return undefined
  const row = await db
    .selectFrom('invitation')
    .select(['id', 'name', 'grants', 'invited_by', 'second_of'])
    .where('code_sha256', '=', hash)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      name: row.name,
      grants: readGrants(row.grants as unknown[]),
      invitedBy: row.invited_by,
      secondOf: row.second_of,
    }
  )
}

/**
 * Notes that an invitation became an account. False where it is open no more: of several at the same
 * moment, exactly one succeeds.
 */
export async function accept(
  tx: Db,
  { id, accountId, now }: { id: string; accountId: string; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ account_id: accountId, accepted_at: now })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Everybody who is invited and has not come yet, newest first. */
export async function listInvitations(db: Db, now: Date): Promise<Invitation[]> {
  const rows = await selectInvitations(db)
    .where('accepted_at', 'is', null)
    .orderBy('invited_at', 'desc')
    .orderBy('invitation.id')
    .execute()
  return rows.flatMap((row) => toInvitation(row, now))
}

/** Undefined where it was accepted, or never made. */
export async function findInvitation(
  db: Db,
  { id, now }: { id: string; now: Date },
): Promise<Invitation | undefined> {
  const rows = await selectInvitations(db).where('invitation.id', '=', id).execute()
  return rows.flatMap((row) => toInvitation(row, now))[0]
}

function selectInvitations(db: Db) {
  return db
    .selectFrom('invitation')
    .leftJoin('account as inviting', 'inviting.id', 'invited_by')
    .leftJoin('account as first', 'first.id', 'second_of')
    .select(['invitation.id', 'invitation.name', 'grants', 'invited_at', 'expires_at'])
    .select(['revoked_at', 'accepted_at', 'first.id as firstId', 'first.name as firstName'])
    .select(['inviting.id as invitingId', 'inviting.name as invitingName'])
}

type InvitationRow = Awaited<ReturnType<ReturnType<typeof selectInvitations>['execute']>>[number]

function toInvitation(row: InvitationRow, now: Date): Invitation[] {
  const facts = {
    expiresAt: row.expires_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
    acceptedAt: row.accepted_at?.toISOString() ?? null,
  }
  const state = invitationState(facts, now.toISOString())
  if (state === 'accepted') return []
  return [
    {
      id: row.id as Invitation['id'],
      name: row.name,
      grants: readGrants(row.grants as unknown[]),
      secondOf: nameOf(row.firstId, row.firstName),
      invitedAt: row.invited_at.toISOString(),
      invitedBy: nameOf(row.invitingId, row.invitingName),
      expiresAt: facts.expiresAt,
      state,
    },
  ]
}

function newCode(now: Date): { code: string; code_sha256: Buffer; expires_at: Date } {
  const { code, sha256 } = makeCode()
  const expires_at = new Date(now.getTime() + CODE_HOURS * HOUR)
  return { code, code_sha256: sha256, expires_at }
}
