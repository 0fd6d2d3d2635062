import type { EndpointName, ENDPOINTS } from '@vigil/contract/endpoints'
import type { ProviderSignedIn } from '@vigil/contract/schemas'
import { shownByProvider, suffices } from '@vigil/core/factors'
import { getAccountById, toAccount } from '../accounts/accounts.ts'
import { forgiveAttempt } from '../accounts/attempts.ts'
import { enter } from '../accounts/enter.ts'
import { readEnrolled } from '../factors/enrolled.ts'
import { type Asked, type Done, type Handlers, nothingToWrite } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import type { Services } from '../http/services.ts'
import { comeBack, getProvider, sendThere } from './come-back.ts'
import { findLinked, useLink } from './links.ts'

type AskedOf<Name extends EndpointName> = Asked<(typeof ENDPOINTS)[Name]>
type Own = 'readProvider' | 'beginProviderSignIn' | 'signInByProvider'

/** Coming in by the identity provider of the organisation. */
export function providerHandlers(services: Services): Pick<Handlers, Own> {
  return {
    readProvider: () => Promise.resolve({ name: services.identityProvider?.settings.name ?? null }),

    async beginProviderSignIn(asked) {
      const errand = { purpose: 'sign_in', sessionId: null, to: asked.body.to ?? null } as const
      return nothingToWrite(await sendThere(asked, getProvider(services), errand))
    },

    signInByProvider: (asked) => signIn(asked, services),
  }
}

/**
 * Whoever is not linked, and whoever would need more than a password there, are refused by one answer:
 * the provider's word alone tells nobody who has an account here.
 */
async function signIn(
  asked: AskedOf<'signInByProvider'>,
  services: Services,
): Promise<Done<ProviderSignedIn>> {
  const { db, now, write } = asked
  const provider = getProvider(services)
  const errand = { purpose: 'sign_in', sessionId: null } as const
  const { vouched, to, attempt } = await comeBack(asked, provider, errand)
  const { issuer, strong } = provider.settings
  const accountId = await findLinked(db, { issuer, subject: vouched.subject })
  if (accountId === undefined) return refuse('provider.refused')
  const object = { type: 'account', id: accountId } as const
  return write(async (tx) => {
    const shown = shownByProvider(vouched, strong)
    const enrolled = await readEnrolled(tx, accountId)
    const openedWith = shown.at(-1)
    const isEnough = openedWith !== undefined && suffices('sign_in', { shown, enrolled })
    if (!isEnough || !(await useLink(tx, { accountId, now }))) {
      return refuse('provider.refused', { object })
    }
    await forgiveAttempt(tx, attempt)
    const account = toAccount(await getAccountById(tx, accountId))
    const { answer, actor, expiresAt } = await enter(tx, { account, openedWith, asked })
    const change = { account: accountId, expiresAt, openedWith, issuer: issuer.href }
    return {
      answer: { session: answer, to },
      actor,
      object: { type: 'session', id: actor.sessionId },
      change,
    }
  })
}
