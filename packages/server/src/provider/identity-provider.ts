import type { Logger } from 'pino'
import type { Clock } from '../ports.ts'
import { addressFor, readAnswer, type Vouched } from './authorization.ts'
import { carefulFetch, ProviderAway } from './careful-fetch.ts'
import { discover } from './discover.ts'
import type { FlowSecrets } from './flow-secrets.ts'
import type { ProviderSettings } from './settings.ts'

/** What the provider says of itself is asked anew after an hour; of its keys the library decides that. */
const KEPT_MS = 60 * 60_000
/** After it did not answer, it is left alone for so long: strangers could else make us ask all the time. */
const RETRY_MS = 5000
/** How long it may take to answer. */
const PATIENCE_MS = 10_000

/** What a browser came back with: somebody, nothing that holds, or the provider could not be asked. */
type Verdict = { readonly vouched: Vouched } | { readonly fault: 'wrong' | 'away' }

/** The identity provider of the organisation. */
export interface IdentityProvider {
  readonly settings: ProviderSettings
  /** Where to send a browser; null where the provider cannot be asked. */
  findAddress(secrets: FlowSecrets): Promise<URL | null>
  /** Judges what stood behind the `?` of the address that a browser came back to. */
  judge(answer: string, secrets: FlowSecrets): Promise<Verdict>
}

interface Surroundings {
  readonly clock: Clock
  readonly logger: Logger
  /** Ends when the provider has taken too long to answer; made anew for each request. */
  readonly patience?: () => AbortSignal
}

/** Connects nothing yet: the provider is asked once somebody wants to sign in by it. */
export function connectProvider(
  settings: ProviderSettings,
  { clock, logger, patience = () => AbortSignal.timeout(PATIENCE_MS) }: Surroundings,
): IdentityProvider {
  const hosts = new Set([settings.issuer.host, ...settings.hosts])
  const configured = kept(clock, () => discover(settings, carefulFetch({ hosts, patience })))
  const tell = (fault: unknown) =>
    logger.warn({ fault: codeOf(fault) }, 'the identity provider was not understood')

  return {
    settings,
    async findAddress(secrets) {
      try {
        const address = addressFor(await configured(), { settings, secrets })
        if (hosts.has(address.host)) return address
        throw new ProviderAway('a host that is not configured')
      } catch (error) {
        tell(error)
        return null
      }
    },
    async judge(answer, secrets) {
      try {
        return { vouched: await readAnswer(await configured(), { settings, secrets, answer }) }
      } catch (error) {
        tell(error)
        return { fault: isAway(error) ? 'away' : 'wrong' }
      }
    },
  }
}

/** One answer for everybody who asks meanwhile, kept for a while; a failure for a shorter one. */
function kept<T>(clock: Clock, ask: () => Promise<T>): () => Promise<T> {
  let held: { readonly answer: Promise<T>; until: number } | undefined
  return () => {
    const now = clock.now().getTime()
    if (held && now < held.until) return held.answer
    const asked = { answer: ask(), until: now + KEPT_MS }
    asked.answer.catch(() => {
      asked.until = clock.now().getTime() + RETRY_MS
    })
    held = asked
    return asked.answer
  }
}

/** Whether somewhere below `error` is that the provider did not answer. */
function isAway(error: unknown): boolean {
  return error instanceof ProviderAway || (error instanceof Error && isAway(error.cause))
}

/** A word of the library that says which check failed, for whoever runs the server; no content. */
function codeOf(error: unknown): string {
  if (isAway(error)) return 'away'
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
