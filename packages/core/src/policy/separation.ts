import { type Profile, PROFILES } from './profile.ts'
import type { Entity } from './roles.ts'

/** Who acts: by whose hand, and for whom where they are officer in charge for somebody. */
export interface Hand {
  readonly by: string
  readonly for: string | null
}

/** A signature under a decision, and the entity that it binds. */
export interface Signature extends Hand {
  readonly entity: Entity
}

/** A signature under a violation at one of the three levels of verification. */
export interface LevelSignature extends Signature {
  readonly level: 1 | 2 | 3
}

/** Why a signature is not taken beside the earlier ones. */
export type SignatureFault = 'bothSides' | 'sameEntity' | 'twoLevels'

/**
 * Whether `next` may stand beside the `earlier` signatures of one joint decision: every side is another
 * entity and another person. Whoever acts for somebody is both of them, so that an officer in charge
 * never signs for one side as themselves and for the other in another's place (R-VER-5, R-VER-7).
 */
export function findJointFault(
  earlier: readonly Signature[],
  next: Signature,
): Exclude<SignatureFault, 'twoLevels'> | undefined {
  if (earlier.some((one) => sharePerson(one, next))) return 'bothSides'
  return earlier.some(({ entity }) => entity === next.entity) ? 'sameEntity' : undefined
}

/**
 * Whether `next` may stand beside the `earlier` signatures under one violation (R-VER-5): nobody signs
 * two levels, save levels 1 and 2 in a small team, and nobody both sides of one, in any team.
 */
export function findSignatureFault(
  earlier: readonly LevelSignature[],
  next: LevelSignature,
  profile: Profile,
): SignatureFault | undefined {
  const ofLevel = earlier.filter(({ level }) => level === next.level)
  const fault = findJointFault(ofLevel, next)
  if (fault) return fault
  const levels = PROFILES[profile].onePersonMaySign
  const isTwice = earlier
    .filter((one) => sharePerson(one, next))
    .some(({ level }) => !(isIn(levels, level) && isIn(levels, next.level)))
  return isTwice ? 'twoLevels' : undefined
}

/** Whether the same person stands behind both, as themselves or in whose name it is done. */
export function sharePerson(one: Hand, other: Hand): boolean {
  const people = [other.by, other.for]
  return people.includes(one.by) || (one.for !== null && people.includes(one.for))
}

function isIn(levels: readonly number[], level: number): boolean {
  return levels.includes(level)
}
