import type { Policies } from '../policies.ts'
import { type Attributes, attributesOf, type AttributeRegisters } from './attributes.ts'
import { type Shares, sharesOf } from '../parties/shares.ts'
import { childrenWithSeveral, distinctChildren } from '../units/distinct.ts'
import { isChildCategory, type Line } from '../units/lines.ts'
import { sumTallies, type Tally, totalOf, withTotal } from '../units/tally.ts'
import { sumOf, type Table, tabulate } from './table.ts'

/** A tally with its total. */
export type Children = ReturnType<typeof withTotal>

/** The figures of a period (tables T1, T2, T5, T6, T8 and T21). */
export interface InPeriod extends Attributes {
  readonly byCategory: Table
  readonly totalViolations: number
  readonly childViolations: number
  readonly distinctChildren: Children
  readonly childrenWithMultipleViolations: readonly string[]
  readonly distinctChildrenRecruited: number
  readonly bySex: ReadonlyMap<string, Tally>
  readonly recruitedBelow15AtRecruitment: number
  readonly reRecruitments: number
  readonly byAttribution: Table
  readonly byUmbrella: Table
  readonly byClass: Table
  readonly sharesPercent1dp: Shares
  readonly byRegion: Table
}

/** Figures of grave violations in the period of a report (R-COUNT-1 to 4, R-ATT-1, R-ATT-3, R-ATT-4). */
export function inPeriodTables(
  lines: readonly Line[],
  registers: AttributeRegisters & { readonly policies: Policies },
): InPeriod {
  const ofChildren = lines.filter(({ category }) => isChildCategory(category))
  const recruited = lines.filter(({ category }) => category === 'recruitment_use')
  const byCategory = tabulate(lines, ({ category }) => category, unitsOf)
  const byClass = tabulate(lines, ({ partyClass }) => partyClass, unitsOf)
  return {
    byCategory,
    totalViolations: sumOf(byCategory),
    childViolations: ofChildren.reduce((sum, { units }) => sum + units, 0),
    distinctChildren: withTotal(distinctChildren(ofChildren)),
    childrenWithMultipleViolations: childrenWithSeveral(ofChildren),
    distinctChildrenRecruited: totalOf(distinctChildren(recruited)),
    bySex: sexesOf(ofChildren),
    recruitedBelow15AtRecruitment: countBelow15(recruited),
    reRecruitments: countReRecruitments(recruited),
    byAttribution: tabulate(lines, ({ row }) => row, unitsOf),
    byUmbrella: tabulate(lines, ({ umbrella }) => umbrella, unitsOf),
    byClass,
    sharesPercent1dp: sharesOf(byClass, registers.policies),
    byRegion: tabulate(lines, ({ region }) => region, unitsOf),
    ...attributesOf(lines, registers),
  }
}

export function unitsOf({ units }: Line): number {
  return units
}

function sexesOf(lines: readonly Line[]): ReadonlyMap<string, Tally> {
  const counted = lines.filter(({ units }) => units > 0)
  const byCategory = Map.groupBy(counted, ({ category }) => category)
  return new Map(
    [...byCategory].map(([category, some]) => [category, sumTallies(some.map((one) => one.tally))]),
  )
}

/** Children who were under 15 when recruited, once for each recruitment (R-RU-2, K17). */
function countBelow15(recruited: readonly Line[]): number {
  return recruited.flatMap(({ victims }) => victims).filter(({ age }) => age !== null && age < 15)
    .length
}

/** Children recruited again, once for each time (R-RU-4, K17). */
function countReRecruitments(recruited: readonly Line[]): number {
  return recruited
    .filter(({ situation }) => situation.facts.isReRecruitment)
    .reduce((sum, { units }) => sum + units, 0)
}
