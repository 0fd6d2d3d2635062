import { z } from 'zod'
import { Session } from './session.ts'

/** An address within this Vigil: a path, so that nobody is led elsewhere by it. */
export const OwnAddress = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])[^\\\s\p{Cc}]*$/u)

export const Provider = z
  .object({ name: z.string().nullable() })
  .meta({ id: 'Provider', description: 'The identity provider of the organisation; null: none' })

export const ProviderSignInBeginning = z
  .object({ to: OwnAddress.optional() })
  .meta({ id: 'ProviderSignInBeginning', description: 'Where to go once signed in' })

export const ProviderBegun = z
  .object({ address: z.url({ protocol: /^https?$/ }) })
  .meta({ id: 'ProviderBegun', description: 'Where the browser goes to sign in' })

/** What stood behind the `?` of the address that the provider sent the browser back to. */
export const ProviderReturn = z
  .object({ answer: z.string().min(1).max(8000) })
  .meta({ id: 'ProviderReturn' })

export const ProviderSignedIn = z
  .object({ session: Session, to: OwnAddress.nullable() })
  .meta({ id: 'ProviderSignedIn', description: 'Who is signed in, and where they wanted to go' })
export type ProviderSignedIn = z.infer<typeof ProviderSignedIn>

export const OwnProvider = z
  .object({
    /** Of the provider that is configured, or the address of another one that the link is to. */
    name: z.string(),
    /** Whether it is the one by which people sign in here today. */
    isOffered: z.boolean(),
    link: z
      .object({ linkedAt: z.iso.datetime(), lastUsedAt: z.iso.datetime().nullable() })
      .nullable(),
  })
  .meta({ id: 'OwnProvider', description: 'The identity provider, and whether it lets me in' })
export type OwnProvider = z.infer<typeof OwnProvider>
