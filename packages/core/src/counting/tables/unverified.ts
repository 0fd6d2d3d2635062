import { isGrave } from '../../violations/categories.ts'
import { isBetween } from '../facts/days.ts'
import { isVerified, type Situation } from '../facts/situation.ts'
import type { Report } from '../model.ts'
import { countUnits } from '../units/lines.ts'
import type { Registers } from '../units/victims.ts'
import { type Table, tabulate } from './table.ts'

/** What was reported and not verified at the cut-off (T4). */
export interface Unverified {
  readonly byCategory: Table
  readonly violationIds: readonly string[]
}

const OPEN = ['report_pending_verification', 'reported_not_verified']

/**
 * Grave violations that began in the period and were pending or could not be verified at the cut-off, in
 * units (K22): by their start, whatever their category; also those that were reopened.
 */
export function unverifiedOf(
  situations: readonly Situation[],
  { start, end }: Report,
  registers: Registers,
): Unverified {
  const open = situations.filter(
    (one) =>
      !isVerified(one) &&
      OPEN.includes(one.entry.status) &&
      isGrave(one.facts.category) &&
      isBetween(one.facts.start, { from: start, to: end }),
  )
  return {
    byCategory: tabulate(
      open,
      ({ facts }) => facts.category,
      ({ record, facts }) => countUnits({ id: record.id, facts }, registers).units,
    ),
    violationIds: open.map(({ record }) => record.id).toSorted(),
  }
}
