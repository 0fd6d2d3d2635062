import { Action, Grant } from '@vigil/core/policy'
import { z } from 'zod'

export const AccountId = z.uuid().brand('AccountId')
export type AccountId = z.infer<typeof AccountId>

/** The name somebody signs in with: lower-case letters, digits, dot, dash; never shown to others. */
export const SignInName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9.-]{1,62}$/)
export type SignInName = z.infer<typeof SignInName>

/** What a guesser tries first, over and over: common words, runs of the keyboard, signs between them. */
const COMMON =
  /pass|word|phrase|secret|mot|de|azerty|qwertz|qwerty|uiop|asdf|ghjk|zxcv|bnm|abcdefghijklm|admin|istrator|vigil|letmein|welcome|bienvenue|correct|horse|battery|staple|[\s\d\p{P}]/giu
/** So many different signs must be left without them. */
const FEWEST_DIFFERENT = 4

/**
 * At least fifteen characters, counted as Unicode code points; no composition rules (NIST SP 800-63B),
 * but nothing that others would try first. Messages are keys of the catalogue `problems.json`.
 */
export const Passphrase = z
  .string()
  .max(1024)
  .refine((text) => [...text].length >= 15, { message: 'passphrase.tooShort', abort: true })
  .refine((text) => new Set(text.replaceAll(COMMON, '')).size >= FEWEST_DIFFERENT, {
    message: 'passphrase.common',
  })
export type Passphrase = z.infer<typeof Passphrase>

export const Account = z
  .object({
    id: AccountId,
    name: z.string(),
    signInName: SignInName,
    grants: z.array(Grant),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Account', description: 'Somebody who may sign in' })
export type Account = z.infer<typeof Account>

export const Session = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('setup') }),
    z.object({ state: z.literal('signedOut') }),
    z.object({
      state: z.literal('signedIn'),
      account: Account,
      capabilities: z.array(Action),
      /** What they can prove themselves with besides the passphrase. */
      strong: z.array(z.enum(['passkey', 'totp'])),
      /** What to enrol next, so that nobody but this person comes in; null where nothing is missing. */
      toEnrol: z.enum(['strong', 'passkey', 'spare']).nullable(),
      /** Until when what asks for a fresh proof is done without one. */
      provenUntil: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
    }),
  ])
  .meta({
    id: 'Session',
    description: 'What this browser is: before the first account, out, or in',
  })
export type Session = z.infer<typeof Session>

export const NewAccount = z
  .object({
    name: z.string().trim().min(1).max(200),
    signInName: SignInName,
    passphrase: Passphrase,
  })
  .meta({ id: 'NewAccount' })
export type NewAccount = z.infer<typeof NewAccount>

const Given = z.string().min(1).max(1024)

/** Of an authenticator app or of the sealed sheet; which of them, it says itself. */
const AnyCode = z.string().trim().max(100).optional()

/** The code goes with the passphrase, so that no answer tells whether that alone was right. */
export const SignIn = z
  .object({ signInName: SignInName, passphrase: Given, code: AnyCode })
  .meta({ id: 'SignIn' })
export type SignIn = z.infer<typeof SignIn>

/** The one that holds and the one that is to hold from now on. */
export const PassphraseChange = z
  .object({ current: Given, passphrase: Passphrase })
  .meta({ id: 'PassphraseChange' })

export const Proof = z.object({ passphrase: Given, code: AnyCode }).meta({ id: 'Proof' })
export type Proof = z.infer<typeof Proof>
