import { createHash, randomBytes } from 'node:crypto'
import type { OwnSession } from '@vigil/contract/schemas'
import { type Device, type Factor, provesAfresh } from '@vigil/core/factors'
import type { SignedInActor } from '../http/handler.ts'
import type { Db } from '../db/transaction.ts'
import { uuidV7 } from '../uuid.ts'
import { toAccount } from './accounts.ts'
import { selectGrants } from './grants.ts'

const MINUTE = 60_000
/** A session that nobody uses ends after an hour, any session after eight. In milliseconds. */
export const IDLE = 60 * MINUTE
export const LONGEST = 8 * 60 * MINUTE
/** How stale the time of last use may be: it spares a write for every request. */
const STALE = MINUTE

/** 256 bits, so that nobody can guess one. */
const TOKEN_BYTES = 32

export interface NewSession {
  readonly id: string
  /** Goes into the cookie and is kept nowhere else. */
  readonly token: string
  readonly expiresAt: Date
}

/** Who comes in, by what, and on what device. */
export interface Opening {
  readonly accountId: string
  readonly openedWith: Factor
  readonly device: Device
  readonly now: Date
}

/** When a session was proven that never was: long ago, so that what asks for a fresh proof asks. */
const NEVER = new Date(0)

/**
 * When it was shown afresh who came in by `openedWith`: just now, where that is such a proof. What is
 * dangerous is not done on the word of an identity provider.
 */
export function provenAtOpening({ openedWith, now }: Pick<Opening, 'openedWith' | 'now'>): Date {
  return provesAfresh(openedWith) ? now : NEVER
}

/** Signs an account in. Sessions of the account that have ended are cleared away meanwhile. */
export async function openSession(
  tx: Db,
  { accountId, openedWith, device, now }: Opening,
): Promise<NewSession> {
  await tx
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .where((row) =>
      row.or([
        row('created_at', '<=', before(now, LONGEST)),
        row('last_used_at', '<=', before(now, IDLE)),
      ]),
    )
    .execute()
  const id = uuidV7(now)
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  await tx
    .insertInto('session')
    .values({
      id,
      token_sha256: sha256(token),
      account_id: accountId,
      created_at: now,
      last_used_at: now,
      proven_at: provenAtOpening({ openedWith, now }),
      opened_with: openedWith,
      ...device,
    })
    .execute()
  return { id, token, expiresAt: endOf({ created_at: now, last_used_at: now }) }
}

/** Whose session `token` opens, while it lasts; notes that it is in use. */
export async function findSession(
  db: Db,
  { token, now }: { token: string; now: Date },
): Promise<Omit<SignedInActor, 'grants'> | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select(['session.id as sessionId', 'session.created_at as openedAt'])
    .select(['last_used_at', 'proven_at'])
    .select(['account.id', 'name', 'sign_in_name', 'account.created_at'])
    .select(selectGrants)
    .where('token_sha256', '=', sha256(token))
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  if (endOf({ created_at: row.openedAt, last_used_at: row.last_used_at }) <= now) return undefined
  if (row.last_used_at < before(now, STALE)) await noteUse(db, row.sessionId, now)
  const account = toAccount(row)
  return {
    id: account.id,
    sessionId: row.sessionId,
    account,
    provenAt: row.proven_at,
    expiresAt: endOf({ created_at: row.openedAt, last_used_at: now }),
  }
}

/** Ends a session at once, wherever its token is. */
export async function endSession(tx: Db, sessionId: string): Promise<void> {
  await tx.deleteFrom('session').where('id', '=', sessionId).execute()
}

/** Notes that somebody showed afresh who they are. */
export async function proveSession(
  tx: Db,
  { sessionId, now }: { sessionId: string; now: Date },
): Promise<void> {
  await tx.updateTable('session').set({ proven_at: now }).where('id', '=', sessionId).execute()
}

/** Where an account is signed in; `sessionId` is the session that asks. The latest used first. */
export async function listSessions(
  db: Db,
  { accountId, sessionId, now }: { accountId: string; sessionId: string; now: Date },
): Promise<OwnSession[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'browser', 'platform', 'created_at', 'last_used_at', 'opened_with'])
    .where('account_id', '=', accountId)
    .where('created_at', '>', before(now, LONGEST))
    .where('last_used_at', '>', before(now, IDLE))
    .orderBy('last_used_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id as OwnSession['id'],
    browser: row.browser,
    platform: row.platform,
    openedAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at.toISOString(),
    openedWith: row.opened_with,
    isThis: row.id === sessionId,
  }))
}

/** Ends one of an account's own sessions; false where it is none of them. */
export async function endOwnSession(
  tx: Db,
  { accountId, sessionId }: { accountId: string; sessionId: string },
): Promise<boolean> {
  const ended = await tx
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return ended.numDeletedRows > 0n
}

/** Signs an account out everywhere but here; gives the sessions that were ended. */
export async function endOtherSessions(
  tx: Db,
  { accountId, sessionId }: { accountId: string; sessionId: string },
): Promise<string[]> {
  const ended = await tx
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .where('id', '!=', sessionId)
    .returning('id')
    .execute()
  return ended.map(({ id }) => id)
}

/** Signs an account out everywhere. */
export async function endSessionsOf(tx: Db, accountId: string): Promise<void> {
  await tx.deleteFrom('session').where('account_id', '=', accountId).execute()
}

async function noteUse(db: Db, sessionId: string, now: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ last_used_at: now })
    .where('id', '=', sessionId)
    .where('last_used_at', '<', now)
    .execute()
}

function endOf({ created_at, last_used_at }: { created_at: Date; last_used_at: Date }): Date {
  return new Date(Math.min(created_at.getTime() + LONGEST, last_used_at.getTime() + IDLE))
}

function before(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() - milliseconds)
}

function sha256(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
