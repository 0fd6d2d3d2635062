import { pino } from 'pino'
import type { Db } from '../../src/db/transaction.ts'
import type { App } from '../../src/http/services.ts'
import { connectProvider } from '../../src/provider/identity-provider.ts'
import type { ProviderSettings } from '../../src/provider/settings.ts'
import { type Browser, HandClock, startApp } from './client.ts'
import type { LyingProvider } from './lying-provider.ts'

/** A Vigil that trusts the provider of these settings, and whose patience with it ends when told to. */
export function startTrusting(
  db: Db,
  settings: ProviderSettings,
): { app: App; clock: HandClock; giveUp: () => void } {
  const waiting = new AbortController()
  const clock = new HandClock()
  const logger = pino({ level: 'silent' })
  const identityProvider = connectProvider(settings, {
    clock,
    logger,
    patience: () => waiting.signal,
  })
  return { ...startApp(db, { identityProvider, clock }), clock, giveUp: () => waiting.abort() }
}

/** Where the browser is sent to sign in. */
export async function addressFrom(
  browser: Browser,
  path = '/api/session/provider',
): Promise<string> {
  const answer = await browser.json('POST', path, {})
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  return ((await answer.json()) as { address: string }).address
}

/** Signs in by the provider, as somebody does who knows nothing of it. */
export async function enterByProvider(
  browser: Browser,
  provider: LyingProvider,
): Promise<Response> {
  const answer = provider.visit(await addressFrom(browser))
  return browser.json('POST', '/api/session/provider/return', { answer })
}

/** Links the account there of who is signed in. */
export async function linkThere(browser: Browser, provider: LyingProvider): Promise<Response> {
  const answer = provider.visit(await addressFrom(browser, '/api/own/provider/challenge'))
  return browser.json('POST', '/api/own/provider', { answer })
}
