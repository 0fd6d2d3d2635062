import type { PasskeyRequest, PasskeySigned } from '@vigil/contract/schemas'
import { mayFollow } from '@vigil/core/factors'
import { type Attempt, beginAttempt, passkeySubject } from '../accounts/attempts.ts'
import type { Db } from '../db/transaction.ts'
import type { SignedInActor, Write } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import { challengeOf, readSigned } from './ceremony.ts'
import { CHALLENGE_LIFE, spendChallenge } from './challenges.ts'
import { noteChange } from './changes.ts'
import { findPasskey, type HeldPasskey, markSuspect } from './passkeys.ts'
import type { RelyingParty } from './relying-party.ts'

/** How long browsers wait for a device, in milliseconds: less than the challenge is good for. */
export const WITHIN = CHALLENGE_LIFE - 60_000

/** The request with which something signed came in. */
interface AskedWithSigned {
  readonly body: PasskeySigned
  readonly actor: SignedInActor | null
  readonly address: string
  readonly now: Date
  readonly db: Db
  readonly write: Write
}

/** A passkey that proved itself, and the attempt to be forgiven. */
export interface Presented {
  readonly held: HeldPasskey
  readonly counter: number
  readonly attempt: Attempt
}

type Wanted = { readonly party: RelyingParty } & (
  | { readonly purpose: 'sign_in' }
  | { readonly purpose: 'prove'; readonly actor: SignedInActor }
)

/**
 * Checks what a device signed, to come in or to prove oneself; its challenge is used up by that. Whatever
 * is wrong with it is refused by one answer after the same work. Where the counter went backwards, the
 * passkey is marked, which stands in the log and for its owner to see.
 */
export async function presentPasskey(asked: AskedWithSigned, wanted: Wanted): Promise<Presented> {
  const { body: signed, address, now, db } = asked
  const attempt = { subject: passkeySubject(signed.id, address), address, now }
  const retryAfter = await beginAttempt(db, attempt)
  if (retryAfter > 0) refuse('session.throttled', { retryAfter })
  const { held, counter } = await check(asked, wanted)
  if (!held) return refuse('passkey.refused')
  const object = { type: 'passkey', id: held.id } as const
  if (counter === undefined) return refuse('passkey.refused', { object })
  if (!mayFollow(held.counter, counter)) await mark(asked, { held, counter })
  else if (held.suspect_since === null) return { held, counter, attempt }
  return refuse('passkey.refused', { object })
}

interface Checked {
  readonly held: HeldPasskey | undefined
  /** Undefined where anything is wrong. */
  readonly counter: number | undefined
}

/** Whatever is wrong, and whether or not there is such a passkey, the same work is done. */
async function check({ body: signed, db, now }: AskedWithSigned, wanted: Wanted): Promise<Checked> {
  const { purpose, party } = wanted
  const challenge = challengeOf(signed) ?? ''
  const sessionId = wanted.purpose === 'prove' ? wanted.actor.sessionId : null
  const isAsked = await spendChallenge(db, { challenge, purpose, sessionId, now })
  const held = await findPasskey(db, signed.id)
  const publicKey = held?.public_key ?? NOBODYS_KEY
  const counter = await readSigned(signed, { party, challenge, publicKey })
  const isRight = isAsked && held !== undefined && isOf(held, { signed, wanted })
  return { held, counter: isRight ? counter : undefined }
}

/** What a device is asked to sign; without any of `known` it offers what it has for this Vigil. */
export function requestOf(
  { id }: RelyingParty,
  { challenge, known = [] }: { challenge: string; known?: readonly HeldPasskey[] },
): PasskeyRequest {
  return {
    challenge,
    rpId: id,
    timeout: WITHIN,
    userVerification: 'required',
    allowCredentials: known.map(toKnown),
  }
}

/** How browsers are told of a passkey that is there. */
export function toKnown({ credential_id }: HeldPasskey) {
  return { type: 'public-key' as const, id: credential_id.toString('base64url') }
}

/** How devices name an account: by its id, which says nothing to whoever finds the device. */
export function userHandleOf(accountId: string): string {
  return Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url')
}

/**
 * ES256 with the base point of the curve as key: a credential that nobody has is checked as one that
 * somebody has.
 */
const NOBODYS_KEY = Buffer.from(
  'pQECAyYgASFYIGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWIlggT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU',
  'base64url',
)

/**
 * Whoever is not known yet is named by the device; whoever is known shows one of their own (WebAuthn
 * Level 3, 7.2, step 6).
 */
function isOf(
  held: HeldPasskey,
  { signed, wanted }: { signed: PasskeySigned; wanted: Wanted },
): boolean {
  const { userHandle } = signed.response
  if (wanted.purpose === 'prove' && held.account_id !== wanted.actor.id) return false
  if (!userHandle) return wanted.purpose === 'prove'
  return userHandle === userHandleOf(held.account_id)
}

/** The entry names nobody as who acted: it may have been the owner or somebody with a copy. */
async function mark(
  { write, now }: AskedWithSigned,
  { held, counter }: { held: HeldPasskey; counter: number },
): Promise<void> {
  const { id, name, account_id: accountId } = held
  await write(async (tx) => {
    await markSuspect(tx, { id, now })
    await noteChange(tx, { accountId, what: 'passkey_suspect', name, now })
    const change = { account: accountId, kept: held.counter, shown: counter }
    return { answer: null, action: 'passkey.suspect', object: { type: 'passkey', id }, change }
  })
}
