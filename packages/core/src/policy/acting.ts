import { z } from 'zod'
import { decide, type Question } from './decide.ts'
import { findExcluded, type Grant, grantsInForce, type ActingGrant } from './grants.ts'
import { findStaffFault } from './levels.ts'
import { type Hand, sharePerson } from './separation.ts'

/**
 * That somebody acts for a named person as officer in charge, from one day to another (ISO 8601, both
 * included). `unStaff`: who set it up said that the officer is staff of the United Nations.
 */
export const Duty = z.object({
  absent: z.uuid(),
  officer: z.uuid(),
  from: z.iso.date(),
  until: z.iso.date(),
  unStaff: z.boolean(),
})
export type Duty = Readonly<z.infer<typeof Duty>>

/** A duty and the grants of whom it is for, whether in force or not. */
export interface HeldDuty {
  readonly duty: Duty
  readonly grants: readonly Grant[]
}

/**
 * What `officer` holds on `day`: the own grants in force, and of each absent person theirs, between the
 * days of the duty alone. Only what the absent person holds themselves is passed on, once.
 */
export function grantsHeld(
  own: readonly Grant[],
  duties: readonly HeldDuty[],
  day: string,
): ActingGrant[] {
  const lent = duties
    .filter(({ duty }) => duty.from <= day && day <= duty.until)
    .flatMap(({ duty, grants }) =>
      grantsInForce(grants, day).map((grant) => ({ ...grant, for: duty.absent })),
    )
  return [...grantsInForce(own, day), ...lent]
}

/** Why somebody cannot act for another: it is themselves, days reversed, nothing to pass on, … */
export type DutyFault = 'self' | 'days' | 'nothing' | 'excluded' | 'notStaff'

/** What is wrong with a duty, beside what the officer holds already, own or for others. */
export function findDutyFault(
  next: HeldDuty,
  officer: { readonly own: readonly Grant[]; readonly duties: readonly HeldDuty[] },
): DutyFault | undefined {
  const { absent, officer: id, from, until, unStaff } = next.duty
  if (absent === id) return 'self'
  if (until < from) return 'days'
  const lent = lentBy(next)
  if (lent.length === 0) return 'nothing'
  if (findExcludedWith(officer.own, [...officer.duties, next])) return 'excluded'
  const isUnfit = lent.some(({ role }) => findStaffFault({ role, unStaff }) !== undefined)
  return isUnfit ? 'notStaff' : undefined
}

/**
 * The first two grants whose roles exclude each other and which one person would hold on the same day,
 * as their own or for somebody: keeping accounts is no less keeping accounts in another's place.
 */
export function findExcludedWith(
  own: readonly Grant[],
  duties: readonly HeldDuty[],
): readonly [Grant, Grant] | undefined {
  return findExcluded([...own, ...duties.flatMap(lentBy)])
}

/**
 * Whether whoever agrees is none of those whom the duty is about: neither of the two, nor who set it
 * up, in their own name or as officer in charge.
 */
export function isThirdPerson(
  { absent, officer, setBy }: Pick<Duty, 'absent' | 'officer'> & { readonly setBy: string },
  hand: Hand,
): boolean {
  return [absent, officer, setBy].every((by) => !sharePerson({ by, for: null }, hand))
}

/**
 * For whom an act is: null where the actor's own grants allow it, else the first person whose grants
 * do. The entry in the log names both. Null also where nothing allows it.
 */
export function actsFor({ actor, action, ...asked }: Question): string | null {
  if (!actor) return null
  const own = actor.grants.filter((grant) => grant.for === undefined)
  const mayWith = (grants: readonly ActingGrant[]) =>
    decide({ ...actor, grants }, action, asked).allow
  if (mayWith(own)) return null
  const absent = new Set(actor.grants.flatMap((grant) => grant.for ?? []))
  return (
    [...absent].find((id) => mayWith([...own, ...actor.grants.filter((one) => one.for === id)])) ??
    null
  )
}

/** The grants of the absent person, each no longer than the duty. */
function lentBy({ duty, grants }: HeldDuty): Grant[] {
  return grants.flatMap((grant) => {
    const from = grant.from > duty.from ? grant.from : duty.from
    const until = grant.until !== null && grant.until < duty.until ? grant.until : duty.until
    return until < from ? [] : [{ ...grant, from, until }]
  })
}
