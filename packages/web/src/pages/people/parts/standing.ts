import type { HeldGrant } from '@vigil/contract/schemas'

/** Where a grant stands on a day. */
export type Standing = 'inForce' | 'coming' | 'past' | 'taken'

/** Whether a grant is in force on `day` (ISO 8601), and if not, why. */
export function standingOf({ from, until, endedAt }: HeldGrant, day: string): Standing {
  if (endedAt !== null) return 'taken'
  if (day < from) return 'coming'
  return until !== null && until < day ? 'past' : 'inForce'
}

/** The grants of a person that decide what they may do on `day`. */
export function inForce(grants: readonly HeldGrant[], day: string): HeldGrant[] {
  return grants.filter((grant) => standingOf(grant, day) === 'inForce')
}

/** Those that have not been taken away, past and coming ones too: other roles may exclude them. */
export function notTaken(grants: readonly HeldGrant[]): HeldGrant[] {
  return grants.filter(({ endedAt }) => endedAt === null)
}
