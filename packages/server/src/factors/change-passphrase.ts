import type { ENDPOINTS } from '@vigil/contract/endpoints'
import { getAccountById, setPassphrase } from '../accounts/accounts.ts'
import { beginAttempt, forgiveAttempt } from '../accounts/attempts.ts'
import { hashPassphrase, verifyPassphrase } from '../accounts/passphrase.ts'
import { endOtherSessions } from '../accounts/sessions.ts'
import type { Asked, Done } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import type { Services } from '../http/services.ts'
import { checkOwnProof } from '../policy/obligations.ts'
import { noteChange } from './changes.ts'

/**
 * Another passphrase for one's own account, by whoever knows the one that holds (ASVS 5.0, 6.2.3):
 * guesses are slowed down as they are at the door. Whoever was let in by the old one elsewhere is out.
 */
export async function changePassphrase(
  asked: Asked<(typeof ENDPOINTS)['changePassphrase']>,
  { hashing }: Pick<Services, 'hashing'>,
): Promise<Done<null>> {
  const { actor, address, body, db, now, write } = asked
  checkOwnProof('passphrase.change', asked)
  const attempt = { subject: actor.account.signInName, address, now }
  const retryAfter = await beginAttempt(db, attempt)
  if (retryAfter > 0) refuse('session.throttled', { retryAfter })
  const { passphrase: held } = await getAccountById(db, actor.id)
  if (!(await verifyPassphrase(body.current, held, hashing))) refuse('passphrase.wrong')
  const passphrase = await hashPassphrase(body.passphrase, hashing)
  return write(async (tx) => {
    await forgiveAttempt(tx, attempt)
    await setPassphrase(tx, actor.id, passphrase)
    const whose = { accountId: actor.id, sessionId: actor.sessionId }
    const ended = await endOtherSessions(tx, whose)
    await noteChange(tx, { accountId: actor.id, what: 'passphrase_changed', now })
    return { answer: null, object: { type: 'account', id: actor.id }, change: { ended } }
  })
}
