import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '../db/transaction.ts'
import { addressGroup } from '../accounts/address-group.ts'

/** What a challenge was asked for; it is good for nothing else. */
type ChallengePurpose = 'add' | 'sign_in' | 'prove'

/** In milliseconds: people take their time with a device, and longer than this they do not. */
export const CHALLENGE_LIFE = 3 * 60_000
/** So many wait for one address; the oldest goes when a further one is asked for. */
const MOST_WAITING = 100
const CHALLENGE_BYTES = 32

/** Who asks: a session where somebody is signed in, and from where. */
export interface Challenger {
  readonly purpose: ChallengePurpose
  readonly sessionId: string | null
  readonly address: string
  readonly now: Date
}

/** Makes a challenge, in base64url; the database keeps its hash. */
export async function makeChallenge(db: Db, challenger: Challenger): Promise<string> {
  const { purpose, sessionId, address, now } = challenger
  const asked_from = sha256(Buffer.from(addressGroup(address)))
  await forgetOld(db, { asked_from, now })
  const challenge = randomBytes(CHALLENGE_BYTES)
  await db
    .insertInto('passkey_challenge')
    .values({
      challenge_sha256: sha256(challenge),
      purpose,
      session_id: sessionId,
      asked_from,
      expires_at: new Date(now.getTime() + CHALLENGE_LIFE),
    })
    .execute()
  return challenge.toString('base64url')
}

/**
 * Takes a challenge away and tells whether it was made for this purpose and session, and not too long
 * ago. Of several that bring the same one at the same moment, one is told yes.
 */
export async function spendChallenge(
  db: Db,
  { challenge, purpose, sessionId, now }: { challenge: string } & Omit<Challenger, 'address'>,
): Promise<boolean> {
  const spent = await db
    .deleteFrom('passkey_challenge')
    .where('challenge_sha256', '=', sha256(Buffer.from(challenge, 'base64url')))
    .returning(['purpose', 'session_id', 'expires_at'])
    .executeTakeFirst()
  if (!spent) return false
  return spent.purpose === purpose && spent.session_id === sessionId && spent.expires_at > now
}

async function forgetOld(db: Db, { asked_from, now }: { asked_from: Buffer; now: Date }) {
  await db
    .deleteFrom('passkey_challenge')
    .where((row) =>
      row.or([
        row('expires_at', '<=', now),
        row(
          'challenge_sha256',
          'in',
          row
            .selectFrom('passkey_challenge')
            .select('challenge_sha256')
            .where('asked_from', '=', asked_from)
            .orderBy('expires_at', 'desc')
            .offset(MOST_WAITING - 1),
        ),
      ]),
    )
    .execute()
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}
