import { randomUUID } from 'node:crypto'
import { type Attempt, beginAttempt, forgiveAttempt } from '../accounts/attempts.ts'
import { type Db, inTransaction } from '../db/transaction.ts'
import { refuse } from '../http/refuse.ts'
import type { Services } from '../http/services.ts'
import { clearFlowToken, FLOW_COOKIE, setFlowToken } from './flow-cookie.ts'
import { type FlowPurpose, makeFlowToken, secretsOf } from './flow-secrets.ts'
import { beginFlow, spendFlow } from './flows.ts'
import type { Vouched } from './authorization.ts'
import type { IdentityProvider } from './identity-provider.ts'

/** A request that sends a browser to the provider, or with which one came back. */
interface Asked {
  readonly db: Db
  readonly now: Date
  readonly address: string
  readonly cookie: (name: string) => string | undefined
  readonly headers: Headers
}

/** What for, and by which session. */
interface Errand {
  readonly purpose: FlowPurpose
  readonly sessionId: string | null
}

/** The provider that is configured; refuses where none is. */
export function getProvider({ identityProvider }: Services): IdentityProvider {
  return identityProvider ?? refuse('provider.none')
}

/** Gives where a browser is to go, and the browser what will show that it is the same. */
export async function sendThere(
  { db, now, address, headers }: Asked,
  provider: IdentityProvider,
  { to = null, ...errand }: Errand & { readonly to?: string | null },
): Promise<{ address: string }> {
  const token = makeFlowToken()
  const { issuer } = provider.settings
  const there = await provider.findAddress(secretsOf(token, { purpose: errand.purpose, issuer }))
  if (there === null) return refuse('provider.away')
  await beginFlow(db, { ...errand, token, now, address, to })
  headers.append('set-cookie', setFlowToken(token))
  return { address: there.href }
}

/** Whom the provider vouches for, where the browser wants to go on, and the attempt to be forgiven. */
interface CameBack {
  readonly vouched: Vouched
  readonly to: string | null
  readonly attempt: Attempt
}

/**
 * Judges what a browser came back with. It counts as a failure of its address until it is known to be
 * none; the flow is used up by it, right or wrong, and before the provider is asked.
 */
export async function comeBack(
  { db, now, address, cookie, headers, body }: Asked & { readonly body: { answer: string } },
  provider: IdentityProvider,
  { purpose, sessionId }: Errand,
): Promise<CameBack> {
  // Nobody is named yet: each is counted for the address alone.
  const attempt = { subject: `provider:${randomUUID()}`, address, now }
  const retryAfter = await beginAttempt(db, attempt)
  if (retryAfter > 0) refuse('session.throttled', { retryAfter })
  const token = cookie(FLOW_COOKIE) ?? ''
  const flow = await spendFlow(db, { token, purpose, sessionId, now })
  if (!flow) return refuse('provider.wrong')
  const { issuer } = provider.settings
  const verdict = await provider.judge(body.answer, secretsOf(token, { purpose, issuer }))
  if ('fault' in verdict) {
    // Nobody failed where nothing could be judged.
    if (verdict.fault === 'away') await inTransaction(db, (tx) => forgiveAttempt(tx, attempt))
    return refuse(`provider.${verdict.fault}`)
  }
  headers.append('set-cookie', clearFlowToken())
  return { vouched: verdict.vouched, to: flow.to, attempt }
}
