import { z } from 'zod'
import type { Entity, Role } from './roles.ts'

/** How a task force divides its work: as the rules ask, or with the relief that a small team needs. */
export const Profile = z.enum(['usual', 'small_team'])
export type Profile = z.infer<typeof Profile>

/** What a profile changes. Whatever it does not name stays as it is for everybody. */
interface ProfileRules {
  /** Levels of one violation that one person may sign; never both signatures of one level. */
  readonly onePersonMaySign: readonly (1 | 2 | 3)[]
  /** Whose agreement an account needs to be recovered: one person of each, never the same. */
  readonly recoveryApprovers: readonly [Role, Role]
}

/** The profiles; a small team must have been chosen openly by every co-chair. */
export const PROFILES = {
  usual: { onePersonMaySign: [], recoveryApprovers: ['administrator', 'administrator'] },
  small_team: {
    onePersonMaySign: [1, 2],
    recoveryApprovers: ['co_chair', 'data_protection_officer'],
  },
} as const satisfies Readonly<Record<Profile, ProfileRules>>

/** What every report says of how it came about: `levelsByOnePerson` names levels such as `1+2`, or none. */
export const Policies = z.object({ profile: Profile, levelsByOnePerson: z.string().nullable() })
export type Policies = Readonly<z.infer<typeof Policies>>

/** The policies that a report of a task force prints. */
export function policiesOf(profile: Profile): Policies {
  const levels = PROFILES[profile].onePersonMaySign.join('+')
  return { profile, levelsByOnePerson: levels === '' ? null : levels }
}

/** A choice of a profile, and the entities whose co-chairs have signed for it. */
export interface ProfileChoice {
  readonly profile: Profile
  readonly signed: readonly Entity[]
}

/**
 * The profile in force: the newest of `choices` (newest first) that all co-chairs of the day have signed.
 * The usual one where there is none, and so too after the co-chairs have changed.
 */
export function profileOn(choices: readonly ProfileChoice[], coChairs: readonly Entity[]): Profile {
  return choices.find(({ signed }) => isChosen(signed, coChairs))?.profile ?? 'usual'
}

/** Whether a choice that these entities have signed for is made: all that co-chair, at least two. */
export function isChosen(signed: readonly Entity[], coChairs: readonly Entity[]): boolean {
  return coChairs.length >= 2 && coChairs.every((entity) => signed.includes(entity))
}
