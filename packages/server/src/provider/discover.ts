import * as oidc from 'openid-client'
import type { ProviderSettings } from './settings.ts'

/**
 * Signatures that prove who signed: no `none`, and none by the client secret, which proves nothing to
 * whoever holds it.
 */
const SIGNATURES: readonly string[] = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
]

/** Asks the provider what it is, by `fetch`, which reaches nobody else; so does all that follows. */
export async function discover(
  { issuer, clientId, clientSecret }: ProviderSettings,
  fetch: oidc.CustomFetch,
): Promise<oidc.Configuration> {
  const isPlain = issuer.protocol === 'http:'
  const execute = isPlain ? [oidc.allowInsecureRequests] : []
  const options = { [oidc.customFetch]: fetch, execute, algorithm: 'oidc' } as const
  const found = await oidc.discovery(issuer, clientId, undefined, oidc.None(), options)
  const said: oidc.ServerMetadata = found.serverMetadata()
  const methods = said.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const authenticate = methods.includes('client_secret_basic')
    ? oidc.ClientSecretBasic(clientSecret)
    : oidc.ClientSecretPost(clientSecret)
  const signatures = said.id_token_signing_alg_values_supported ?? ['RS256']
  const server: oidc.ServerMetadata = {
    ...said,
    id_token_signing_alg_values_supported: signatures.filter((name) => SIGNATURES.includes(name)),
  }
  const configuration = new oidc.Configuration(server, clientId, undefined, authenticate)
  configuration[oidc.customFetch] = fetch
  if (isPlain) oidc.allowInsecureRequests(configuration)
  // The token comes over TLS from the provider itself; its signature is checked all the same.
  oidc.enableNonRepudiationChecks(configuration)
  return configuration
}
