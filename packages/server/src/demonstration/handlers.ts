import type { DEMONSTRATION_ENDPOINTS } from '@vigil/contract/demonstration-endpoints'
import type { Session } from '@vigil/contract/schemas'
import { signInNameOf } from '@vigil/core/demonstration'
import { findAccount, hasFirstAccount, toAccount } from '../accounts/accounts.ts'
import { enter } from '../accounts/enter.ts'
import { type Asked, type Done, type Handlers, nothingToWrite } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import type { Services } from '../http/services.ts'

type Own = keyof typeof DEMONSTRATION_ENDPOINTS
type AskedOf<Name extends Own> = Asked<(typeof DEMONSTRATION_ENDPOINTS)[Name]>

/** Looking around: starting a demonstration, and being one person of it after the other. */
export function demonstrationHandlers(services: Services): Pick<Handlers, Own> {
  return {
    beginDemonstration: (asked) => begin(asked, services),
    switchPerson: (asked) => switchPerson(asked, services),
  }
}

/**
 * Only where nobody has an account yet: then whoever reaches the server sits at its machine and has
 * just installed it.
 */
async function begin(
  { db }: AskedOf<'beginDemonstration'>,
  { beginDemonstration, logger }: Services,
): Promise<Done<{ address: string }>> {
  if (beginDemonstration === null) return refuse('demonstration.none')
  if (await hasFirstAccount(db)) refuse('setup.done')
  try {
    return nothingToWrite({ address: await beginDemonstration() })
  } catch (error) {
    logger.error({ err: error }, 'the demonstration did not start')
    return refuse('demonstration.failed')
  }
}

/** Opens a session for whoever is chosen, without a proof: they are nobody. */
async function switchPerson(
  asked: AskedOf<'switchPerson'>,
  { isDemonstration }: Services,
): Promise<Done<Session>> {
  if (!isDemonstration) refuse('demonstration.none')
  const { body, db, write } = asked
  const found = await findAccount(db, signInNameOf(body.person))
  if (!found) return refuse('demonstration.none')
  return write(async (tx) => {
    const account = toAccount(found)
    const { answer, actor, expiresAt } = await enter(tx, {
      account,
      openedWith: 'passphrase',
      asked,
    })
    const change = { account: account.id, expiresAt, demonstration: true }
    return { answer, actor, object: { type: 'session', id: actor.sessionId }, change }
  })
}
