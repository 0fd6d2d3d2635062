import { type Entity, type Grant, type Profile, PROFILES, type Role } from '../policy/index.ts'

/** How long whoever owns an account has to object before it is recovered. */
export const WAITING_HOURS = 48

/** An account; `person` is the first account of whoever owns it, the same for all of theirs. */
interface Party {
  readonly person: string
  /** In force at the moment. */
  readonly grants: readonly Grant[]
}

/** Somebody who agreed, and in which role. */
export interface Approval {
  readonly person: string
  readonly role: Role
}

/**
 * Why somebody cannot agree: it is their own account; they agreed already; they have none of the roles
 * that are still asked for; in that role they stand for no unit, or for one of the owner's.
 */
export type ApprovalFault = 'self' | 'again' | 'noRole' | 'sameUnit'

/** Whether, and in which role, `next` may agree that the account of `owner` is recovered. */
export interface ApprovalAsked {
  readonly owner: Party
  readonly earlier: readonly Approval[]
  readonly next: Party
  readonly profile: Profile
}

/**
 * The role in which somebody agrees, or why they cannot (security.md 7): two administrators of another
 * unit; in a small team one co-chair and the data protection officer. A unit is an entity; whoever
 * names none in the role stands for none.
 */
export function approvalOf(asked: ApprovalAsked): { role: Role } | { fault: ApprovalFault } {
  const { owner, earlier, next, profile } = asked
  if (next.person === owner.person) return { fault: 'self' }
  if (earlier.some(({ person }) => person === next.person)) return { fault: 'again' }
  const held = next.grants.filter(({ role }) => stillAsked(profile, earlier).includes(role))
  const [first] = held
  if (!first) return { fault: 'noRole' }
  if (profile === 'small_team') return { role: first.role }
  const units = owner.grants.map(({ entity }) => entity)
  const fitting = held.find(({ entity }) => isOtherUnit(entity, units))
  return fitting ? { role: fitting.role } : { fault: 'sameUnit' }
}

/** Whether all have agreed whose agreement the profile asks for. */
export function isAgreed(profile: Profile, approvals: readonly Approval[]): boolean {
  return stillAsked(profile, approvals).length === 0
}

/** The roles of which one person each has still to agree. */
function stillAsked(profile: Profile, earlier: readonly Approval[]): Role[] {
  const asked: Role[] = [...PROFILES[profile].recoveryApprovers]
  for (const { role } of earlier) {
    const at = asked.indexOf(role)
    if (at !== -1) asked.splice(at, 1)
  }
  return asked
}

function isOtherUnit(entity: Entity | null, units: readonly (Entity | null)[]): boolean {
  return entity !== null && !units.includes(entity)
}

/** What became of a recovery; moments in ISO 8601, all in one zone. */
export interface RecoveryFacts {
  /** Null until all have agreed. */
  readonly waitsUntil: string | null
  /** Null until there is a code. */
  readonly codeExpiresAt: string | null
  readonly cancelledAt: string | null
  readonly doneAt: string | null
}

/** `asked`: not all have agreed; `ready`: a code can be made; `handed`: one holds. */
export type RecoveryState = 'asked' | 'waiting' | 'ready' | 'handed' | 'cancelled' | 'done'

/** Where a recovery stands at the moment `now`. */
export function recoveryState(facts: RecoveryFacts, now: string): RecoveryState {
  const { waitsUntil, codeExpiresAt, cancelledAt, doneAt } = facts
  if (doneAt !== null) return 'done'
  if (cancelledAt !== null) return 'cancelled'
  if (waitsUntil === null) return 'asked'
  if (now < waitsUntil) return 'waiting'
  return codeExpiresAt !== null && now < codeExpiresAt ? 'handed' : 'ready'
}
