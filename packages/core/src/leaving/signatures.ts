import { type Action, decide, type Entity } from '../policy/index.ts'
import type { Party } from './taking-over.ts'

/** Something that waits for a signature; whoever holds a role for it may give it. */
export interface Unsigned {
  readonly action: Action
  /** Where the role must be held; null: anywhere. */
  readonly operation: string | null
  /** For whom the role must be held; null: for anybody. */
  readonly entity: Entity | null
  /** Accounts that cannot give it: they asked for it, have given theirs, or it is about them. */
  readonly barred: readonly string[]
}

/**
 * Whether a signature is due from somebody who leaves: they may give it, and nobody who stays could.
 * Roles alone are looked at, and that two accounts of one person are one: what else a signature asks
 * for is said where it is given.
 */
export function isDueFrom(
  unsigned: Unsigned,
  { leaver, others }: { readonly leaver: Party; readonly others: readonly Party[] },
): boolean {
  const all = [leaver, ...others]
  const barred = new Set(
    all.flatMap(({ id, person }) => (unsigned.barred.includes(id) ? person : [])),
  )
  const may = (party: Party) => !barred.has(party.person) && maySign(unsigned, party)
  return may(leaver) && !others.some((other) => other.person !== leaver.person && may(other))
}

function maySign({ action, operation, entity }: Unsigned, { id, grants }: Party): boolean {
  const fitting = grants.filter(
    (grant) =>
      (operation === null || grant.operation === null || grant.operation === operation) &&
      (entity === null || grant.entity === entity),
  )
  return decide({ id, grants: fitting }, action).allow
}
