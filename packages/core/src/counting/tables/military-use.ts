import type { Day } from '../facts/days.ts'
import type { Violation } from '../model.ts'
import type { Line } from '../units/lines.ts'
import { type Table, tabulate } from './table.ts'

/** Schools and hospitals that forces or groups used (T14). */
export interface MilitaryUse {
  readonly schools: number
  /** Left out where there are none (K23). */
  readonly hospitals?: number
  /** Records that do not say what the facility is; left out where there are none. */
  readonly otherFacilities?: number
  readonly vacated: number
  readonly byAttribution: Table
}

/**
 * Military use of facilities, record by record (R-AS-3, K23); it is no grave violation and part of no
 * total. Vacated are those marked so whose end is missing or at or before the cut-off.
 */
export function militaryUseOf(lines: readonly Line[], cutoff: Day): MilitaryUse {
  const kinds = lines.map(({ situation }) => situation.facts.facilityKind)
  const schools = kinds.filter((kind) => kind === 'school').length
  const hospitals = kinds.filter((kind) => kind === 'hospital').length
  const others = lines.length - schools - hospitals
  return {
    schools,
    ...(hospitals > 0 && { hospitals }),
    ...(others > 0 && { otherFacilities: others }),
    vacated: lines.filter(({ situation }) => isVacatedBy(situation.facts, cutoff)).length,
    byAttribution: tabulate(
      lines,
      ({ row }) => row,
      () => 1,
    ),
  }
}

/** Whether a facility was no longer used at the end of a day, as marked (K23). */
export function isVacatedBy({ isVacated, end }: Violation, day: Day): boolean {
  return isVacated && (end === null || end <= day)
}
