import type { Action } from '../policy/index.ts'

/**
 * What becomes of something when the account that has it ends: `given` to a successor, who accepts it;
 * `ends` with the account; `stays` as it is, because others go on with it.
 */
export type Fate = 'given' | 'ends' | 'stays'

interface HoldingRules {
  readonly fate: Fate
  /** What a successor must be allowed to do; for incidents that is worked out for each. */
  readonly needs?: Action
}

/**
 * Everything that can depend on one person. Whatever a later part of Vigil lets a person have
 * gets one entry here, and the list that the server reads one query. What ends in `_due` waits for a
 * signature that nobody else could give (`isDueFrom`).
 */
export const HOLDINGS = {
  incident_owned: { fate: 'given' },
  incident_assigned: { fate: 'given' },
  letter: { fate: 'given', needs: 'letter.draft' },
  custody: { fate: 'given', needs: 'keys.unlock' },
  absence: { fate: 'ends' },
  duty: { fate: 'ends' },
  opening: { fate: 'ends' },
  invitation: { fate: 'ends' },
  recovery: { fate: 'ends' },
  agreement: { fate: 'stays' },
  erasure: { fate: 'stays' },
  opening_due: { fate: 'stays' },
  erasure_due: { fate: 'stays' },
  duty_due: { fate: 'stays' },
  profile_due: { fate: 'stays' },
  recovery_due: { fate: 'stays' },
} as const satisfies Readonly<Record<string, HoldingRules>>

export type HoldingKind = keyof typeof HOLDINGS

/** The kinds that only a successor's acceptance takes away from somebody. */
export type GivenKind = {
  [Kind in HoldingKind]: (typeof HOLDINGS)[Kind]['fate'] extends 'given' ? Kind : never
}[HoldingKind]

/** What somebody among those who stay must always be able to do, or nobody could any more. */
export const OFFICES = [
  'account.grant',
  'log.read',
  'document.read',
  'letter.read',
] as const satisfies readonly Action[]
