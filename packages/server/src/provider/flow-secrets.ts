import { createHash, createHmac, randomBytes } from 'node:crypto'

const TOKEN_BYTES = 32

/** What a browser is sent to the provider for. */
export type FlowPurpose = 'sign_in' | 'link'

/** What binds the answer of the provider to one browser, one question and one provider. */
export interface FlowSecrets {
  /** Begins with the purpose, so that the page that it comes back to knows whom to hand it to. */
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly challenge: string
}

/** 256 random bits, which the browser keeps as a cookie and nobody else. */
export function makeFlowToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/**
 * State, nonce and verifier (RFC 7636) of a browser's token and of the provider that it was made for:
 * after another one was configured, none of them fits any more.
 */
export function secretsOf(
  token: string,
  { purpose, issuer }: { purpose: FlowPurpose; issuer: URL },
): FlowSecrets {
  const made = (what: string) =>
    createHmac('sha256', token).update(`${what} ${purpose} ${issuer.href}`).digest('base64url')
  const verifier = made('verifier')
  return {
    state: `${purpose}.${made('state')}`,
    nonce: made('nonce'),
    verifier,
    challenge: createHash('sha256').update(verifier).digest('base64url'),
  }
}
