import { type CoChairSet, findSeatFault, type SeatFault } from './co-chairs.ts'
import { findExcluded, type Grant } from './grants.ts'
import { findStaffFault } from './levels.ts'

/** Roles that somebody is to be given, over and above those they hold. */
export interface Giving {
  /** Who gives; null: whoever holds the machine. */
  readonly giver: string | null
  /** Who is given; null: an account that is still to be made. */
  readonly holder: string | null
  /** Grants that have not been taken away, whether or not they are in force yet or still. */
  readonly held: readonly Grant[]
  readonly added: readonly Grant[]
  /** Who co-chairs, and when; null where that is not known: the server looks once more. */
  readonly coChairs: readonly CoChairSet[] | null
}

/**
 * Why roles cannot be given: nobody changes their own; the first day is after the last; two roles that
 * one person may not hold at the same time (product.md 2: who keeps accounts or audits reads nothing);
 * levels 2 and 3 of verification are for staff of the United Nations; a co-chair has a seat.
 */
export type GivingFault =
  | { readonly fault: 'own' }
  | { readonly fault: 'days'; readonly grant: Grant }
  | { readonly fault: 'excluded'; readonly pair: readonly [Grant, Grant] }
  | { readonly fault: 'notStaff' | SeatFault; readonly grant: Grant }

/** The first reason against giving these roles; undefined where there is none. */
export function findGivingFault(giving: Giving): GivingFault | undefined {
  const { giver, holder, held, added, coChairs } = giving
  if (giver !== null && giver === holder) return { fault: 'own' }
  const reversed = added.find(({ from, until }) => until !== null && until < from)
  if (reversed) return { fault: 'days', grant: reversed }
  const pair = findExcluded([...held, ...added])
  if (pair) return { fault: 'excluded', pair }
  const unfit = added.find((grant) => findStaffFault(grant) !== undefined)
  return unfit ? { fault: 'notStaff', grant: unfit } : findUnseated(added, coChairs)
}

function findUnseated(
  added: readonly Grant[],
  coChairs: Giving['coChairs'],
): GivingFault | undefined {
  for (const grant of added) {
    const fault = findSeatFault(grant, coChairs ?? [])
    if (fault && !(fault === 'notSeated' && coChairs === null)) return { fault, grant }
  }
  return undefined
}
