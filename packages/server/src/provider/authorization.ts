import type { ProviderSaid } from '@vigil/core/factors'
import * as oidc from 'openid-client'
import { z } from 'zod'
import type { FlowSecrets } from './flow-secrets.ts'
import type { ProviderSettings } from './settings.ts'

/** Where the provider sends browsers back to: a page, which hands on what it was sent with. */
const RETURN_PATH = '/sign-in/return'
/** So long ago, in seconds, somebody may have shown the provider who they are. */
const FRESH = 300

/** What of a token is read. How somebody signed in there is taken for nothing where it is no list. */
const Claims = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  amr: z.array(z.string()).catch([]),
  acr: z.string().nullable().catch(null),
})

/** Whom the provider vouches for, and how it found out. */
export interface Vouched extends ProviderSaid {
  readonly subject: string
}

/** One browser that is sent to the provider, and what its answer must fit. */
interface Sent {
  readonly settings: ProviderSettings
  readonly secrets: FlowSecrets
}

/** Where a browser goes to sign in: with code, PKCE (S256), state and nonce. */
export function addressFor(configuration: oidc.Configuration, { settings, secrets }: Sent): URL {
  const { acr } = settings.strong
  return oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: new URL(RETURN_PATH, settings.address).href,
    scope: 'openid',
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: secrets.challenge,
    code_challenge_method: 'S256',
    // On a computer that several people use, the provider may still know the one before.
    prompt: 'login',
    max_age: String(FRESH),
    ...(acr.length > 0 && { acr_values: acr.join(' ') }),
  })
}

/**
 * Exchanges the code that a browser came back with for a token, and tells whom it is about. Throws
 * where state, issuer (RFC 9207), verifier, signature, audience, time or nonce is not as it must be
 * (OpenID Connect Core 1.0, 3.1.3.7).
 */
export async function readAnswer(
  configuration: oidc.Configuration,
  { settings, secrets, answer }: Sent & { readonly answer: string },
): Promise<Vouched> {
  const returned = new URL(`${RETURN_PATH}?${answer}`, settings.address)
  const tokens = await oidc.authorizationCodeGrant(configuration, returned, {
    expectedState: secrets.state,
    expectedNonce: secrets.nonce,
    pkceCodeVerifier: secrets.verifier,
    idTokenExpected: true,
    maxAge: FRESH,
  })
  const { iss, sub, amr, acr } = Claims.parse(tokens.claims())
  // A provider of many organisations may speak for another of them than the one that was configured.
  if (new URL(iss).href !== settings.issuer.href) throw new Error('another issuer')
  return { subject: sub, amr, acr }
}
