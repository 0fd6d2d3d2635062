import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { CLIENT } from './lying-provider.ts'

/** In seconds: no test takes longer. */
const LIFE = 600

/** Whom it signs in, without asking, and what it says of how. */
interface Person {
  readonly sub: string
  readonly amr?: string[]
}

export interface RealProvider {
  readonly issuer: string
  person: Person
  stop(): void
}

/**
 * An identity provider on this machine, by a library that is certified for it. Whoever comes is
 * `person`; its own pages are not shown.
 */
export async function startRealProvider(redirect: string): Promise<RealProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, configurationFor(redirect))
  const running: RealProvider = {
    issuer,
    person: { sub: 'amina-there' },
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
  const callback = provider.callback()
  server.on('request', (request: IncomingMessage, answer: ServerResponse) => {
    const isAsking = request.url?.startsWith('/interaction/') === true
    void (isAsking
      ? signIn(provider, { request, answer, ...running.person })
      : callback(request, answer))
  })
  return running
}

function configurationFor(redirect: string): ConstructorParameters<typeof Provider>[1] {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirect],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => Promise.resolve({ sub }) }),
    cookies: { keys: ['not a secret'] },
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    ttl: { AccessToken: LIFE, Grant: LIFE, IdToken: LIFE, Interaction: LIFE, Session: LIFE },
    claims: { openid: ['sub', 'amr'] },
    async loadExistingGrant({ oidc }) {
      const { client, session, provider } = oidc
      const grant = new provider.Grant({
        ...(client && { clientId: client.clientId }),
        ...(session?.accountId && { accountId: session.accountId }),
      })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  }
}

type Arrival = Person & { readonly request: IncomingMessage; readonly answer: ServerResponse }

async function signIn(provider: Provider, { request, answer, sub, amr }: Arrival): Promise<void> {
  const login = { accountId: sub, ...(amr && { amr }) }
  await provider.interactionFinished(request, answer, { login })
}
