import type { PartyClass } from '../parties/vocabulary.ts'

/**
 * From which age a State may recruit volunteers, by its declaration under the treaty, and when (R-RU-1).
 */
export interface RecruitmentAge {
  readonly party: string
  readonly years: number
  readonly from: string
  readonly until: string | null
}

/** One child's recruitment or use, on the day it began. */
export interface Enlistment {
  readonly party: string
  readonly class: PartyClass
  readonly age: number
  readonly on: string
  /** Used in hostilities: unlawful under 18, whoever does it. */
  readonly usedInHostilities: boolean
  readonly voluntary: boolean
}

/**
 * Whether recruitment or use of somebody under 18 is a violation (R-RU-1): by an armed group always, by a
 * State force unless the child enlisted of its own will, at the age of its declaration in force on that
 * day, and takes no part in hostilities. Without a declaration the limit is 18.
 */
export function isUnlawful(enlistment: Enlistment, ages: readonly RecruitmentAge[]): boolean {
  const { party, age, on, voluntary, usedInHostilities } = enlistment
  if (age >= 18) return false
  if (enlistment.class !== 'state_force' || usedInHostilities || !voluntary) return true
  const declared = ages.find(
    ({ party: one, from, until }) => one === party && from <= on && (until === null || on <= until),
  )
  return age < (declared?.years ?? 18)
}

/**
 * Whether a child certainly turned 18 while associated; it is counted all the same: it was a child at the
 * start (R-RU-6).
 */
export function turned18(ageAtStart: number, from: string, until: string): boolean {
  const years = Number(until.slice(0, 4)) - Number(from.slice(0, 4))
  const completed = until.slice(5) < from.slice(5) ? years - 1 : years
  return ageAtStart < 18 && ageAtStart + completed >= 18
}
