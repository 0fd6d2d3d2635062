import { z } from 'zod'

/** Roles that exist so far; the codes are those of the whole product. */
export const Role = z.enum(['administrator', 'secretariat'])
export type Role = z.infer<typeof Role>

/** Everything that somebody may be allowed to do; the same names appear in the audit log. */
export const Action = z.enum([
  'account.read',
  'account.create',
  'document.read',
  'document.import',
  'document.correct',
  'document.remove',
  'clause.correct',
  'letter.read',
  'letter.draft',
])
export type Action = z.infer<typeof Action>

/** Raised whenever the rules below change, so that the audit log tells which rules allowed an act. */
export const POLICY_VERSION = 2

/** Who asks. An actor without roles may do nothing. */
export interface Actor {
  readonly id: string
  readonly roles: readonly Role[]
}

/** Which role may do what. What is not listed is refused. */
const GRANTS = {
  administrator: ['account.read', 'account.create'],
  secretariat: [
    'document.read',
    'document.import',
    'document.correct',
    'document.remove',
    'clause.correct',
    'letter.read',
    'letter.draft',
  ],
} as const satisfies Record<Role, readonly Action[]>

/** By name alone, so that a role or an action that nobody knows finds nothing. */
const GRANTED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(GRANTS).map(([role, actions]) => [role, new Set(actions)]),
)

export type Decision =
  | { readonly allow: true }
  | { readonly allow: false; readonly reason: 'signedOut' | 'noRole' }

/** Decides whether `actor` (null when nobody is signed in) may do `action`. Default is refusal. */
export function decide(actor: Actor | null, action: Action): Decision {
  if (!actor) return { allow: false, reason: 'signedOut' }
  const granted = actor.roles.some((role) => GRANTED.get(role)?.has(action))
  return granted ? { allow: true } : { allow: false, reason: 'noRole' }
}

/** All that `actor` may do, for an interface that shows only what exists for the reader. */
export function capabilities(actor: Actor | null): Action[] {
  return Action.options.filter((action) => decide(actor, action).allow)
}
