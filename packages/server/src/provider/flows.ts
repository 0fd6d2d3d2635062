import { createHash } from 'node:crypto'
import { addressGroup } from '../accounts/address-group.ts'
import type { Db } from '../db/transaction.ts'
import type { FlowPurpose } from './flow-secrets.ts'

/** In milliseconds: people look for their telephone, and longer than this they do not. */
export const FLOW_LIFE = 10 * 60_000
/** So many are under way from one address; the oldest goes when a further one begins. */
const MOST_UNDER_WAY = 100

/** A browser that is sent to the provider. */
interface Flow {
  readonly token: string
  readonly purpose: FlowPurpose
  /** Of who is signed in, where they link their account. */
  readonly sessionId: string | null
  readonly now: Date
}

/** Keeps that a browser is under way; the database has only the hash of its token. */
export async function beginFlow(
  db: Db,
  flow: Flow & { readonly address: string; readonly to: string | null },
): Promise<void> {
  const { token, purpose, sessionId, now, address, to } = flow
  const asked_from = sha256(addressGroup(address))
  await forgetOld(db, { asked_from, now })
  await db
    .insertInto('provider_flow')
    .values({
      token_sha256: sha256(token),
      purpose,
      session_id: sessionId,
      return_to: to,
      asked_from,
      expires_at: new Date(now.getTime() + FLOW_LIFE),
    })
    .execute()
}

/**
 * Takes a flow away and gives where its browser wants to go; undefined where it was not begun for this
 * purpose and session, or too long ago. Of several that come back at the same moment, one is told.
 */
export async function spendFlow(
  db: Db,
  { token, purpose, sessionId, now }: Flow,
): Promise<{ readonly to: string | null } | undefined> {
  const spent = await db
    .deleteFrom('provider_flow')
    .where('token_sha256', '=', sha256(token))
    .returning(['purpose', 'session_id', 'return_to', 'expires_at'])
    .executeTakeFirst()
  if (!spent || spent.purpose !== purpose || spent.session_id !== sessionId) return undefined
  return spent.expires_at > now ? { to: spent.return_to } : undefined
}

async function forgetOld(db: Db, { asked_from, now }: { asked_from: Buffer; now: Date }) {
  await db
    .deleteFrom('provider_flow')
    .where((row) =>
      row.or([
        row('expires_at', '<=', now),
        row(
          'token_sha256',
          'in',
          row
            .selectFrom('provider_flow')
            .select('token_sha256')
            .where('asked_from', '=', asked_from)
            .orderBy('expires_at', 'desc')
            .offset(MOST_UNDER_WAY - 1),
        ),
      ]),
    )
    .execute()
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
