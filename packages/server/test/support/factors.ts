import type { OwnFactors, PasskeyCreation, PasskeyRequest } from '@vigil/contract/schemas'
import { Authenticator, type Lies } from './authenticator.ts'
import type { Browser } from './client.ts'

/** What the server asks a device to make. */
export async function askToMake(browser: Browser): Promise<PasskeyCreation> {
  return (await browser.send('POST', '/api/own/passkeys/challenge')).json() as never
}

/** What the server asks a passkey to sign, to come in or (`proof`) to show that it is still the same person. */
export async function askToSign(browser: Browser, proof = false): Promise<PasskeyRequest> {
  const path = proof ? '/api/session/proof/challenge' : '/api/session/challenge'
  return (await browser.send('POST', path)).json() as never
}

interface Adding {
  readonly device?: Authenticator
  readonly name?: string
  readonly lies?: Lies
}

/** Adds a passkey of `device` for who is signed in. */
export async function addPasskey(
  browser: Browser,
  { device = new Authenticator(), name = 'Blue key', lies = {} }: Adding = {},
): Promise<{ device: Authenticator; answer: Response }> {
  const made = device.make(await askToMake(browser), lies)
  return { device, answer: await browser.json('POST', '/api/own/passkeys', { name, made }) }
}

/** Comes in by the passkey of `device`. */
export async function enterByPasskey(
  browser: Browser,
  device: Authenticator,
  lies: Lies = {},
): Promise<Response> {
  const signed = device.sign(await askToSign(browser), lies)
  return browser.json('POST', '/api/session/passkey', signed)
}

/** What who is signed in signs in with. */
export async function factorsOf(browser: Browser): Promise<OwnFactors> {
  return (await browser.get('/api/own/factors')).json() as never
}

/** The passkeys of who is signed in. */
export async function passkeysOf(browser: Browser): Promise<OwnFactors['passkeys']> {
  return (await factorsOf(browser)).passkeys
}

/** How many answers have which status. */
export function countStatuses(answers: readonly Response[]): Record<number, number> {
  const counted: Record<number, number> = {}
  for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1
  return counted
}
