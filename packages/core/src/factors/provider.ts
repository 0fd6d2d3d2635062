import type { Factor } from './factor.ts'

/** How an identity provider says that it found out who somebody is (OpenID Connect Core 1.0, 2). */
export interface ProviderSaid {
  /** By what: `pwd`, `otp`, `hwk`, `mfa` and others (RFC 8176). */
  readonly amr: readonly string[]
  /** How good it was, by a name that provider and installation agreed on; null where it says nothing. */
  readonly acr: string | null
}

/** Which of these words whoever runs the installation trusts to mean more than a password. */
export interface CountsAsStrong {
  readonly amr: readonly string[]
  readonly acr: readonly string[]
}

/**
 * What a sign-in by the identity provider shows. Strong where one of the words counts; where none was
 * named, nothing does, whatever the provider says of itself (ASVS 5.0, 6.8.4).
 */
export function shownByProvider(
  { amr, acr }: ProviderSaid,
  counts: CountsAsStrong,
): readonly Factor[] {
  const isStrong =
    amr.some((word) => counts.amr.includes(word)) || (acr !== null && counts.acr.includes(acr))
  return isStrong ? ['provider', 'provider_strong'] : ['provider']
}
