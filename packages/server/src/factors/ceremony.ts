import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import { decodeAttestationObject, decodeClientDataJSON } from '@simplewebauthn/server/helpers'
import type { PasskeyMade, PasskeySigned } from '@vigil/contract/schemas'
import type { RelyingParty } from './relying-party.ts'

/** ES256, EdDSA, RS256 by their COSE numbers (RFC 9053, RFC 8812). */
export const ALGORITHMS = [-7, -8, -257] as const

interface Expected {
  readonly party: RelyingParty
  readonly challenge: string
}

/** The challenge that a device says it signed; undefined where that cannot be read. */
export function challengeOf({ response }: PasskeyMade | PasskeySigned): string | undefined {
  try {
    const { challenge } = decodeClientDataJSON(response.clientDataJSON)
    return typeof challenge === 'string' ? challenge : undefined
  } catch {
    return undefined
  }
}

/**
 * Key and counter of a passkey that a device made for us, after asking its owner; undefined where
 * anything is wrong with it. Certificates of makers are not asked for, and refused before they are looked
 * at: reading one may go out to the network for a list of those withdrawn.
 */
export async function readMade(
  made: PasskeyMade,
  { party, challenge }: Expected,
): Promise<{ publicKey: Uint8Array; counter: number } | undefined> {
  try {
    if (isCertified(made) || isFramed(made)) return undefined
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...made, clientExtensionResults: {} } as Parameters<
        typeof verifyRegistrationResponse
      >[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: [...party.origins],
      expectedRPID: party.id,
      supportedAlgorithmIDs: [...ALGORITHMS],
    })
    if (!verified || registrationInfo.credential.id !== made.id) return undefined
    return registrationInfo.credential
  } catch {
    return undefined
  }
}

/**
 * The counter of what a device signed, where the signature is by this key, for us, and its owner was
 * asked; undefined where anything is wrong. How the counter compares is for the caller to judge, since
 * it means something only once the signature is right.
 */
export async function readSigned(
  signed: PasskeySigned,
  { party, challenge, publicKey }: Expected & { readonly publicKey: Uint8Array },
): Promise<number | undefined> {
  try {
    if (isFramed(signed)) return undefined
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...signed, clientExtensionResults: {} } as Parameters<
        typeof verifyAuthenticationResponse
      >[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: [...party.origins],
      expectedRPID: party.id,
      credential: { id: signed.id, publicKey: new Uint8Array(publicKey), counter: 0 },
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}

function isCertified({ response }: PasskeyMade): boolean {
  const attestation = decodeAttestationObject(
    new Uint8Array(Buffer.from(response.attestationObject, 'base64url')),
  )
  const format = attestation.get('fmt')
  if (format !== 'none' && format !== 'packed') return true
  return attestation.get('attStmt').get('x5c') !== undefined
}

/** Our pages stand in no other's frame, so a signature from within one was not asked for by us. */
function isFramed({ response }: PasskeyMade | PasskeySigned): boolean {
  const { crossOrigin, topOrigin } = decodeClientDataJSON(response.clientDataJSON)
  return crossOrigin === true || topOrigin !== undefined
}
