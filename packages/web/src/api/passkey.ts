import type {
  PasskeyCreation,
  PasskeyMade,
  PasskeyRequest,
  PasskeySigned,
} from '@vigil/contract/schemas'

/** Whether this browser can have passkeys at all. */
export function canUsePasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function'
}

/** The device made or signed nothing: its owner said no, took too long, or has no passkey there. */
export class PasskeyNotUsed extends Error {
  constructor(cause: unknown) {
    super('The device did not go on', { cause })
    this.name = 'PasskeyNotUsed'
  }
}

/** Has a device make a passkey. */
export async function makePasskey(optionsJSON: PasskeyCreation): Promise<PasskeyMade> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  return startRegistration({ optionsJSON }).catch(giveUp) as Promise<PasskeyMade>
}

/** Has a device sign with a passkey that it keeps. */
export async function signByPasskey(optionsJSON: PasskeyRequest): Promise<PasskeySigned> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  return startAuthentication({ optionsJSON }).catch(giveUp)
}

function giveUp(error: unknown): never {
  throw new PasskeyNotUsed(error)
}
