import { findExcluded, type Grant } from './grants.ts'

/** Roles that somebody is to be given, over and above those they hold. */
export interface Giving {
  /** Who gives; null: whoever holds the machine. */
  readonly giver: string | null
  /** Who is given; null: an account that is still to be made. */
  readonly holder: string | null
  /** Grants that have not been taken away, whether or not they are in force yet or still. */
  readonly held: readonly Grant[]
  readonly added: readonly Grant[]
}

/**
 * Why roles cannot be given: nobody changes their own; the first day is after the last; two roles that
 * one person may not hold at the same time (product.md 2: who keeps accounts or audits reads nothing).
 */
export type GivingFault =
  | { readonly fault: 'own' }
  | { readonly fault: 'days'; readonly grant: Grant }
  | { readonly fault: 'excluded'; readonly pair: readonly [Grant, Grant] }

/** The first reason against giving these roles; undefined where there is none. */
export function findGivingFault({ giver, holder, held, added }: Giving): GivingFault | undefined {
  if (giver !== null && giver === holder) return { fault: 'own' }
  const reversed = added.find(({ from, until }) => until !== null && until < from)
  if (reversed) return { fault: 'days', grant: reversed }
  const pair = findExcluded([...held, ...added])
  return pair && { fault: 'excluded', pair }
}
