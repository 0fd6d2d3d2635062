import type { EndpointName, ENDPOINTS } from '@vigil/contract/endpoints'
import { forgiveAttempt } from '../accounts/attempts.ts'
import { noteChange } from '../factors/changes.ts'
import { type Asked, type Done, type Handlers, nothingToWrite } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import type { Services } from '../http/services.ts'
import { checkOwnProof } from '../policy/obligations.ts'
import { comeBack, getProvider, sendThere } from './come-back.ts'
import { deleteLink, insertLink, nameOf } from './links.ts'

type AskedOf<Name extends EndpointName> = Asked<(typeof ENDPOINTS)[Name]>
type Own = 'beginProviderLink' | 'linkProvider' | 'unlinkProvider'

/** Linking one's account at the identity provider, and taking the link away. */
export function linkHandlers(services: Services): Pick<Handlers, Own> {
  return {
    async beginProviderLink(asked) {
      checkOwnProof('provider.link', asked)
      const errand = { purpose: 'link', sessionId: asked.actor.sessionId } as const
      return nothingToWrite(await sendThere(asked, getProvider(services), errand))
    },
    linkProvider: (asked) => link(asked, services),
    unlinkProvider: (asked) => unlink(asked, services),
  }
}

/** Whose session began it has proven afresh who it is, and the flow belongs to that session alone. */
async function link(asked: AskedOf<'linkProvider'>, services: Services): Promise<Done<null>> {
  const { actor, now, write } = asked
  const provider = getProvider(services)
  const errand = { purpose: 'link', sessionId: actor.sessionId } as const
  const { vouched, attempt } = await comeBack(asked, provider, errand)
  const { issuer, name } = provider.settings
  const { subject } = vouched
  return write(async (tx) => {
    const isLinked = await insertLink(tx, { accountId: actor.id, issuer, subject, now })
    if (!isLinked) refuse('provider.linked')
    await forgiveAttempt(tx, attempt)
    await noteChange(tx, { accountId: actor.id, what: 'provider_linked', name, now })
    const change = { issuer: issuer.href, subject }
    return { answer: null, object: { type: 'account', id: actor.id }, change }
  })
}

function unlink(asked: AskedOf<'unlinkProvider'>, services: Services): Promise<Done<null>> {
  const { actor, now, write } = asked
  checkOwnProof('provider.unlink', asked)
  return write(async (tx) => {
    const issuer = (await deleteLink(tx, actor.id)) ?? refuse('provider.notLinked')
    const name = nameOf(issuer, services.identityProvider)
    await noteChange(tx, { accountId: actor.id, what: 'provider_unlinked', name, now })
    return { answer: null, object: { type: 'account', id: actor.id }, change: { issuer } }
  })
}
