import { z } from 'zod'
import { PaperCheckpoint } from './paper.ts'
import { Passkey } from './passkey.ts'
import { OwnProvider } from './provider.ts'

/** Six digits of an authenticator app, however they are grouped. */
export const TotpCode = z
  .string()
  .max(20)
  .transform((typed) => typed.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/))

/** What may become of how somebody signs in; each has a sentence in the interface. */
export const FactorChangeKind = z.enum([
  'passphrase_changed',
  'passkey_added',
  'passkey_removed',
  'passkey_suspect',
  'totp_added',
  'totp_removed',
  'sheet_made',
  'sheet_used',
  'provider_linked',
  'provider_unlinked',
])
export type FactorChangeKind = z.infer<typeof FactorChangeKind>

/** What was added, changed or taken away. `name`: of the passkey or provider, where it was one. */
export const FactorChange = z
  .object({ at: z.iso.datetime(), what: FactorChangeKind, name: z.string().nullable() })
  .meta({ id: 'FactorChange' })
export type FactorChange = z.infer<typeof FactorChange>

export const OwnFactors = z
  .object({
    /** False where browsers reach this Vigil by no name that a passkey can be made for. */
    canHavePasskeys: z.boolean(),
    passkeys: z.array(Passkey),
    totp: z.object({ addedAt: z.iso.datetime(), isRemovable: z.boolean() }).nullable(),
    sheet: z.object({ madeAt: z.iso.datetime(), left: z.int(), of: z.int() }).nullable(),
    /** Null where there is none, and no link to an earlier one. */
    provider: OwnProvider.nullable(),
    changes: z.array(FactorChange),
  })
  .meta({ id: 'OwnFactors', description: 'What somebody signs in with, and what became of it' })
export type OwnFactors = z.infer<typeof OwnFactors>

export const TotpBegun = z
  .object({ secret: z.string(), uri: z.string() })
  .meta({ id: 'TotpBegun', description: 'A secret for an authenticator app, shown once' })
export type TotpBegun = z.infer<typeof TotpBegun>

export const TotpConfirmation = z.object({ code: TotpCode }).meta({ id: 'TotpConfirmation' })

export const SheetMade = z
  .object({
    madeAt: z.iso.datetime(),
    codes: z.array(z.string()),
    checkpoint: PaperCheckpoint.nullable(),
  })
  .meta({ id: 'SheetMade', description: 'The codes of a sheet, shown once' })
export type SheetMade = z.infer<typeof SheetMade>

export const SessionId = z.uuid().brand('SessionId')

export const OwnSession = z
  .object({
    id: SessionId,
    browser: z.string().nullable(),
    platform: z.string().nullable(),
    openedAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime(),
    openedWith: z.string(),
    isThis: z.boolean(),
  })
  .meta({ id: 'OwnSession', description: 'A browser that somebody is signed in with' })
export type OwnSession = z.infer<typeof OwnSession>

export const OwnSessions = z.object({ items: z.array(OwnSession) }).meta({ id: 'OwnSessions' })
