import { z } from 'zod'

/** Bytes as WebAuthn writes them in JSON; the longest that any part of it has is far shorter. */
const Base64Url = z.string().regex(/^[\w-]{1,16384}$/)
/** A credential has at most 1,023 bytes of name. */
const CredentialId = z.string().regex(/^[\w-]{1,1364}$/)
const Challenge = z.string().regex(/^[\w-]{43}$/)

export const PasskeyId = z.uuid().brand('PasskeyId')

const Known = z.object({ type: z.literal('public-key'), id: CredentialId })

/** What a browser needs to have a device make a key (WebAuthn, PublicKeyCredentialCreationOptionsJSON). */
export const PasskeyCreation = z
  .object({
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    challenge: Challenge,
    pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.number() })),
    timeout: z.number(),
    excludeCredentials: z.array(Known),
    authenticatorSelection: z.object({
      residentKey: z.literal('required'),
      requireResidentKey: z.literal(true),
      userVerification: z.literal('required'),
    }),
    attestation: z.literal('none'),
  })
  .meta({ id: 'PasskeyCreation', description: 'What a device is asked to make a passkey for' })
export type PasskeyCreation = z.infer<typeof PasskeyCreation>

/** What a browser needs to have a device sign (WebAuthn, PublicKeyCredentialRequestOptionsJSON). */
export const PasskeyRequest = z
  .object({
    challenge: Challenge,
    rpId: z.string(),
    timeout: z.number(),
    userVerification: z.literal('required'),
    allowCredentials: z.array(Known),
  })
  .meta({ id: 'PasskeyRequest', description: 'What a device is asked to sign' })
export type PasskeyRequest = z.infer<typeof PasskeyRequest>

const Credential = z.object({
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal('public-key'),
})

/** What a device made (WebAuthn, RegistrationResponseJSON). */
export const PasskeyMade = Credential.extend({
  response: z.object({
    clientDataJSON: Base64Url,
    attestationObject: Base64Url,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .optional(),
  }),
})
export type PasskeyMade = z.infer<typeof PasskeyMade>

/** What a device signed (WebAuthn, AuthenticationResponseJSON). */
export const PasskeySigned = Credential.extend({
  response: z.object({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: z
      .string()
      .regex(/^[\w-]{0,86}$/)
      .nullish(),
  }),
}).meta({ id: 'PasskeySigned' })
export type PasskeySigned = z.infer<typeof PasskeySigned>

/** What somebody calls a passkey of theirs. */
const PasskeyName = z.string().trim().min(1).max(80)

export const NewPasskey = z
  .object({ name: PasskeyName, made: PasskeyMade })
  .meta({ id: 'NewPasskey' })

export const PasskeyRenaming = z.object({ name: PasskeyName }).meta({ id: 'PasskeyRenaming' })

export const Passkey = z
  .object({
    id: PasskeyId,
    name: z.string(),
    addedAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
    suspectSince: z.iso.datetime().nullable(),
    isRemovable: z.boolean(),
  })
  .meta({ id: 'Passkey', description: 'A passkey as its owner sees it' })
export type Passkey = z.infer<typeof Passkey>
