import { readFileSync } from 'node:fs'
import { askKnownPassphrase } from '../accounts/ask-passphrase.ts'
import type { Context } from '../frame/context.ts'

/** What a custodian shows: an identity from a file, or a passphrase. */
type Shown = { readonly identity: string } | { readonly passphrase: string }

/** A passphrase of fewer characters is none. */
const SHORTEST = 15
const IDENTITY = /^AGE-SECRET-KEY-[A-Z0-9-]+$/mu

/** What a custodian shows: the identity in `file` where it is named, else the passphrase they type. */
export async function askProof(file: string | undefined, context: Context): Promise<Shown> {
  if (file !== undefined) return readIdentity(file, context)
  const passphrase = await askKnownPassphrase(context.say('keys.passphrase.ask'), context)
  return toProof(passphrase, context)
}

/** What is too short for a passphrase is a wrong one. */
export function toProof(passphrase: string, context: Context): { readonly passphrase: string } {
  if (passphrase.length >= SHORTEST) return { passphrase }
  return context.refuse(context.say('keys.refused.wrongPassphrase'))
}

/** The age identity that a file holds; ends the command where it holds none. */
export function readIdentity(file: string, context: Context): { readonly identity: string } {
  let identity: string | undefined
  try {
    identity = IDENTITY.exec(readFileSync(file, 'utf8'))?.[0]
  } catch {
    identity = undefined
  }
  return identity ? { identity } : context.refuse(context.say('keys.refused.noIdentity', { file }))
}
