import { z } from 'zod'

/**
 * What somebody can show to prove who they are: something they know, a key on a device that they unlock,
 * a code of an app, a code of the sheet that lies sealed; or the word of their organisation's identity
 * provider, which is `provider_strong` where it says that it asked for more than a password. Never a
 * message to a telephone or mailbox (ASVS 5.0, 6.3.6).
 */
export const Factor = z.enum([
  'passphrase',
  'passkey',
  'totp',
  'sheet',
  'provider',
  'provider_strong',
])
export type Factor = z.infer<typeof Factor>

/** What an account has besides its passphrase. */
export interface Enrolled {
  /** Passkeys that can be used. */
  readonly passkeys: number
  /** Passkeys whose counter went backwards: they open nothing, yet show that there was more than a passphrase. */
  readonly suspects: number
  readonly hasTotp: boolean
  /** Codes of the sheet that are left. */
  readonly sheetCodes: number
}

/** What a proof is for: to come in, or to show afresh that it is still the same person. */
export type ProofPurpose = 'sign_in' | 'step_up'

/** Things that suffice when they are shown together. */
interface Way {
  readonly name: string
  readonly shows: readonly Factor[]
  readonly for: readonly ProofPurpose[]
  /** Only for whom nothing stronger was ever enrolled. */
  readonly onlyWithoutStrong?: true
}

/** Every way in (security.md 7). What stands in no line does not suffice. */
const WAYS = [
  { name: 'a passkey', shows: ['passkey'], for: ['sign_in', 'step_up'] },
  {
    name: 'passphrase and a code of the app',
    shows: ['passphrase', 'totp'],
    for: ['sign_in', 'step_up'],
  },
  {
    name: 'passphrase and a code of the sealed sheet, to enrol anew',
    shows: ['passphrase', 'sheet'],
    for: ['sign_in'],
  },
  {
    name: 'the passphrase alone, until something stronger is enrolled',
    shows: ['passphrase'],
    for: ['sign_in', 'step_up'],
    onlyWithoutStrong: true,
  },
  {
    name: 'the identity provider, which says that it asked for more than a password',
    shows: ['provider_strong'],
    for: ['sign_in'],
  },
  {
    name: 'the identity provider alone, until something stronger is enrolled',
    shows: ['provider'],
    for: ['sign_in'],
    onlyWithoutStrong: true,
  },
] as const satisfies readonly Way[]

/** So many passkeys has one person at most. */
export const MOST_PASSKEYS = 10

/** What an account should get next; null where it has all that is advised. */
export type NextToEnrol = 'strong' | 'passkey' | 'spare' | null

/** Whether what was shown and found right suffices for an account that has `enrolled`. */
export function suffices(
  purpose: ProofPurpose,
  { shown, enrolled }: { readonly shown: readonly Factor[]; readonly enrolled: Enrolled },
): boolean {
  const ways: readonly Way[] = WAYS
  return ways.some(
    (way) =>
      way.for.includes(purpose) &&
      way.shows.every((factor) => shown.includes(factor)) &&
      !(way.onlyWithoutStrong && isStrong(enrolled)),
  )
}

/**
 * Whether coming in by `openedWith` also counts as the fresh proof that dangerous acts ask for. The word
 * of an identity provider never does: whoever runs it could else do them in everybody's name.
 */
export function provesAfresh(openedWith: Factor): boolean {
  return openedWith !== 'provider' && openedWith !== 'provider_strong'
}

/** Whether an account has, or ever had, more than a passphrase to show. */
function isStrong({ passkeys, suspects, hasTotp }: Enrolled): boolean {
  return passkeys + suspects > 0 || hasTotp
}

/**
 * What to enrol next: `strong` anything but a passphrase; `passkey` where there is an app only, since its
 * codes can be phished; `spare` a second passkey or the sheet, against the loss of a device.
 */
export function nextToEnrol({ passkeys, hasTotp, sheetCodes }: Enrolled): NextToEnrol {
  if (passkeys === 0) return hasTotp ? 'passkey' : 'strong'
  return passkeys > 1 || sheetCodes > 0 ? null : 'spare'
}

/** Whether something strong that can be used is left once `factor` is taken away. */
export function canRemove(
  factor: 'passkey' | 'suspect' | 'totp',
  { passkeys, hasTotp }: Enrolled,
): boolean {
  const strong = passkeys + (hasTotp ? 1 : 0)
  return (factor === 'suspect' ? strong : strong - 1) > 0
}

/**
 * Whether a passkey's counter may follow the one that is kept. It grows with every use; a device that
 * does not count says 0 for ever. Where it does not grow, there may be a copy of the key (WebAuthn
 * Level 3, 6.1.1 and step 22 of 7.2).
 */
export function mayFollow(kept: number, shown: number): boolean {
  return shown > kept || (shown === 0 && kept === 0)
}
