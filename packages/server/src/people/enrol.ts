import type { ENDPOINTS } from '@vigil/contract/endpoints'
import type { Session } from '@vigil/contract/schemas'
import { createAccount } from '../accounts/accounts.ts'
import { beginAttempt, forgiveAttempt } from '../accounts/attempts.ts'
import { enter } from '../accounts/enter.ts'
import { hashPassphrase } from '../accounts/passphrase.ts'
import { record } from '../audit/record.ts'
import type { Db } from '../db/transaction.ts'
import type { Asked, Done } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import type { Services } from '../http/services.ts'
import { accept, findOpen, type OpenInvitation } from './invitations.ts'

type EnrolAsked = Asked<(typeof ENDPOINTS)['enrol']>

/**
 * Makes the account that somebody was invited to. A code that opens nothing is told apart from no
 * other: unknown, used, revoked and expired have one answer, and none reaches the hashing of passphrases.
 */
export async function enrol(asked: EnrolAsked, { hashing }: Services): Promise<Done<Session>> {
  const { body, db, now, address, write } = asked
  const attempt = { subject: `enrolment:${body.code.slice(0, 100)}`, address, now }
  const retryAfter = await beginAttempt(db, attempt)
  if (retryAfter > 0) refuse('enrolment.throttled', { retryAfter })
  const invitation = await findOpen(db, { typed: body.code, now })
  if (!invitation) return refuse('enrolment.wrong')
  const passphrase = await hashPassphrase(body.passphrase, hashing)
  return write(async (tx) => {
    await forgiveAttempt(tx, attempt)
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
  })
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
