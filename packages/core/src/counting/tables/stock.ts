import type { Category } from '../../violations/categories.ts'
import type { Day } from '../facts/days.ts'
import type { Situation } from '../facts/situation.ts'
import type { Report, Violation } from '../model.ts'
import { type HeldChildren, heldInCases } from '../detention/held.ts'
import { countUnits, type LineRegisters } from '../units/lines.ts'
import { sumTallies, withTotal } from '../units/tally.ts'
import { distinctVictims } from '../units/victims.ts'
import type { Children } from './in-period.ts'
import { isVacatedBy } from './military-use.ts'

/** A figure at the cut-off, and at any time in the period. */
interface AtAndIn<Figure> {
  readonly atCutoff: Figure
  readonly inPeriod: Figure
}

/** What goes on, beside what began (K30); never added to a total. */
export interface Stock {
  readonly detained: AtAndIn<Children>
  readonly associated: AtAndIn<Children>
  readonly abducted: AtAndIn<Children>
  readonly facilitiesUsed: AtAndIn<number>
  readonly measuresInForce: AtAndIn<number>
}

/** Verified violations that may go on, by category. */
type ByCategory = ReadonlyMap<Category, readonly Situation[]>

/** Stock as of the cut-off of a report, of all verified violations whatever their start (K30). */
export function stockOf(
  verified: readonly Situation[],
  report: Report,
  registers: LineRegisters,
): Stock {
  const byCategory: ByCategory = Map.groupBy(verified, ({ facts }) => facts.category)
  const children = (category: Category): AtAndIn<Children> => {
    const some = byCategory.get(category) ?? []
    return both(some, report, (going) => childrenOf(going, registers))
  }
  const { detentionCases } = registers.data
  return {
    detained:
      detentionCases === null
        ? children('deprivation_of_liberty')
        : withTotals(heldInCases(detentionCases, report, registers)),
    associated: children('recruitment_use'),
    abducted: children('abduction'),
    facilitiesUsed: both(byCategory.get('military_use') ?? [], report, countFacilities),
    measuresInForce: both(
      byCategory.get('denial_humanitarian_access') ?? [],
      report,
      (going) => going.length,
    ),
  }
}

function both<Figure>(
  some: readonly Situation[],
  { start, end, cutoff }: Report,
  count: (going: readonly Situation[]) => Figure,
): AtAndIn<Figure> {
  return {
    atCutoff: count(some.filter(({ facts }) => goesOnAfter(facts, cutoff))),
    inPeriod: count(some.filter(({ facts }) => wentOnBetween(facts, start, end))),
  }
}

/** Whether it had begun by the end of a day and not ended by then. */
function goesOnAfter(facts: Violation, day: Day): boolean {
  const { start, end } = facts
  return start <= day && (end === null || end > day) && !isVacatedBy(facts, day)
}

/** Whether it went on at any time between two days, both included. */
function wentOnBetween({ start, end }: Violation, from: Day, to: Day): boolean {
  return start <= to && (end === null || end >= from)
}

function childrenOf(going: readonly Situation[], registers: LineRegisters): Children {
  const victims = going.map(
    ({ record, facts }) => countUnits({ id: record.id, facts }, registers).victims,
  )
  return withTotal(sumTallies([...distinctVictims(victims).values()].map(({ tally }) => tally)))
}

/** Facilities, each once; a record that names none is one of its own. */
function countFacilities(going: readonly Situation[]): number {
  return new Set(going.map(({ record, facts }) => facts.facility ?? `record ${record.id}`)).size
}

function withTotals({ atCutoff, inPeriod }: HeldChildren): AtAndIn<Children> {
  return { atCutoff: withTotal(atCutoff), inPeriod: withTotal(inPeriod) }
}
