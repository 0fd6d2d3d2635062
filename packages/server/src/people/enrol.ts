import type { ENDPOINTS } from '@vigil/contract/endpoints'
import type { Session } from '@vigil/contract/schemas'
import { createAccount } from '../accounts/accounts.ts'
import { beginAttempt, forgiveAttempt } from '../accounts/attempts.ts'
import { enter } from '../accounts/enter.ts'
import { hashPassphrase } from '../accounts/passphrase.ts'
import { record } from '../audit/record.ts'
import type { Db } from '../db/transaction.ts'
import type { Asked, Done, Written } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import type { Services } from '../http/services.ts'
import { findByCode, type OpenRecovery, redeem } from '../recovery/redeem.ts'
import { accept, findOpen, type OpenInvitation } from './invitations.ts'

type EnrolAsked = Asked<(typeof ENDPOINTS)['enrol']>

/**
 * Makes the account that somebody was invited to, or opens one again that is recovered. Codes that open
 * nothing have one answer, unknown, used, revoked or expired, and none reaches the hashing of passphrases.
 */
export async function enrol(asked: EnrolAsked, { hashing }: Services): Promise<Done<Session>> {
  const { body, db, now, address, write } = asked
  const attempt = { subject: `enrolment:${body.code.slice(0, 100)}`, address, now }
  const retryAfter = await beginAttempt(db, attempt)
  if (retryAfter > 0) refuse('enrolment.throttled', { retryAfter })
  const invitation = await findOpen(db, { typed: body.code, now })
  const sought = { typed: body.code, signInName: body.signInName, now }
  const recovery = invitation ? undefined : await findByCode(db, sought)
  if (!invitation && !recovery) return refuse('enrolment.wrong')
  const passphrase = await hashPassphrase(body.passphrase, hashing)
  return write(async (tx) => {
    await forgiveAttempt(tx, attempt)
    if (recovery) return reopen(tx, { asked, recovery, passphrase })
    return invitation ? make(tx, { asked, invitation, passphrase }) : refuse('enrolment.wrong')
  })
}

interface Making {
  readonly asked: EnrolAsked
  readonly invitation: OpenInvitation
  /** Its hash. */
  readonly passphrase: string
}

async function make(tx: Db, { asked, invitation, passphrase }: Making): Promise<Written<Session>> {
  const { body, now } = asked
  const account = await createAccount(tx, {
    name: invitation.name,
    signInName: body.signInName,
    passphrase,
    grants: invitation.grants,
    by: invitation.invitedBy,
    now,
  })
  if (!account) return refuse('account.nameTaken')
  const isAccepted = await accept(tx, { id: invitation.id, accountId: account.id, now })
  if (!isAccepted) refuse('enrolment.wrong')
  await declareSecond(tx, invitation, now)
  const { answer, actor } = await enter(tx, { account, openedWith: 'passphrase', asked })
  const change = { ...account, invitation: invitation.id }
  return { answer, actor, object: { type: 'account', id: account.id }, change }
}

interface Reopening extends Pick<Making, 'asked' | 'passphrase'> {
  readonly recovery: OpenRecovery
}

async function reopen(tx: Db, { asked, ...given }: Reopening): Promise<Written<Session>> {
  const { now } = asked
  const account = (await redeem(tx, { ...given, now })) ?? refuse('enrolment.wrong')
  const { answer, actor } = await enter(tx, { account, openedWith: 'passphrase', asked })
  const object = { type: 'account', id: account.id } as const
  return {
    answer,
    actor,
    action: 'account.reopen',
    object,
    change: { recovery: given.recovery.id },
  }
}

/** The log of the first account shows that the same person has another one. */
async function declareSecond(tx: Db, { id, secondOf }: OpenInvitation, now: Date): Promise<void> {
  if (secondOf === null) return
  await record(tx, {
    at: now,
    actor: null,
    requestId: null,
    action: 'account.declareSecond',
    object: { type: 'account', id: secondOf },
    change: { invitation: id },
  })
}
