import { refuse } from '../http/refuse.ts'
import type { Services } from '../http/services.ts'

/** For whom passkeys are made, as browsers see it (WebAuthn, 4: relying party). */
export interface RelyingParty {
  readonly id: string
  /** Of which pages a passkey may sign. */
  readonly origins: readonly string[]
}

type Reach = Pick<Services, 'tls' | 'hostName'>

/**
 * Comes from how the server listens and from its certificate, never from what a request says of itself.
 * Null where there is no host name: browsers make no passkey for a bare address. Over https also the
 * usual port is taken, which operators lead on to ours.
 */
export function relyingParty(
  { tls, hostName }: Reach,
  port: number | undefined,
): RelyingParty | null {
  if (hostName === null) return null
  const scheme = tls ? 'https' : 'http'
  const own = port === undefined ? [] : [new URL(`${scheme}://${hostName}:${port}`).origin]
  const usual = tls || port === undefined ? [`${scheme}://${hostName}`] : []
  return { id: hostName, origins: [...new Set([...own, ...usual])] }
}

/** The same; refuses where passkeys cannot be had. */
export function getRelyingParty(reach: Reach, port: number | undefined): RelyingParty {
  return relyingParty(reach, port) ?? refuse('passkey.noName')
}
