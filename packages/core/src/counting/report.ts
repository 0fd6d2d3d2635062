import { isGrave } from '../violations/categories.ts'
import { type Detention, detentionOf } from './detention/table.ts'
import { isVerified, type Situation } from './facts/situation.ts'
import type { CountingData, Report } from './model.ts'
import type { Policies } from './policies.ts'
import type { Placed, Way } from './series/place.ts'
import type { Revision } from './series/revisions.ts'
import { compare, type Comparison } from './tables/comparison.ts'
import { type InPeriod, inPeriodTables } from './tables/in-period.ts'
import { type Late, lateTables } from './tables/late.ts'
import { type MilitaryUse, militaryUseOf } from './tables/military-use.ts'
import { type PublicCell, publicCut } from './tables/public-cut.ts'
import { type Stock, stockOf } from './tables/stock.ts'
import { type Unverified, unverifiedOf } from './tables/unverified.ts'
import { distinctChildren } from './units/distinct.ts'
import { type Line, lineOf, type LineRegisters } from './units/lines.ts'
import { totalOf } from './units/tally.ts'

/** The figures of a report (K7), with the policies that they were counted by. */
export interface ReportFigures {
  readonly inPeriod: InPeriod
  readonly late: Late
  readonly distinctChildrenInPeriodOrLate: number
  readonly militaryUse: MilitaryUse
  readonly unverifiedAsOfCutoff: Unverified
  readonly detention: Detention
  readonly stock: Stock
  /** Where the figures published before are given. */
  readonly comparison?: Comparison
  /** For country reports. */
  readonly publicByCategoryThreshold5?: ReadonlyMap<string, PublicCell>
  /** Where there are any. */
  readonly revisions?: readonly Revision[]
  readonly policies: Policies & { readonly periodKind: string }
}

/** What a report is made of. */
interface ReportMaterial {
  readonly report: Report
  /** All that was known at its cut-off. */
  readonly situations: readonly Situation[]
  readonly placed: readonly Placed[]
  readonly revisions: readonly Revision[]
}

/** The kind of report that has a cut for the public (K7). */
const COUNTRY_REPORT = 'country_report'

/** All tables of one report; a table that K7 asks for stands there also when it is empty (K8). */
export function reportFigures(material: ReportMaterial, registers: LineRegisters): ReportFigures {
  const { report, situations, placed, revisions } = material
  const { data } = registers
  const parts = partition(placed, registers)
  const inPeriod = inPeriodTables(parts.inPeriod.grave, { ...registers, policies: data.policies })
  const verified = situations.filter(isVerified)
  const { previousPublished } = report
  return {
    inPeriod,
    late: lateTables(parts.late.grave, parts.late.military, report.cutoff),
    distinctChildrenInPeriodOrLate: totalOf(
      distinctChildren([...parts.inPeriod.grave, ...parts.late.grave]),
    ),
    militaryUse: militaryUseOf(parts.inPeriod.military, report.cutoff),
    unverifiedAsOfCutoff: unverifiedOf(situations, report, registers),
    detention: detentionOf(data, report, parts.inPeriod.detention),
    stock: stockOf(verified, report, registers),
    ...(previousPublished && {
      comparison: compare(inPeriod.byCategory, report, previousPublished),
    }),
    ...(report.kind === COUNTRY_REPORT && {
      publicByCategoryThreshold5: publicCut(
        inPeriod.byCategory,
        data.policies.publicSuppressionThreshold,
      ),
    }),
    ...(revisions.length > 0 && { revisions }),
    policies: printPolicies(data, report),
  }
}

interface Part {
  readonly grave: readonly Line[]
  readonly military: readonly Line[]
  readonly detention: readonly Line[]
}

/** Grave violations and each area of concern apart, in period and late apart (R-COUNT-7, R-COUNT-13). */
function partition(
  placed: readonly Placed[],
  registers: LineRegisters,
): Readonly<Record<Way, Part>> {
  const linesOf = (way: Way): Part => {
    const lines = placed
      .filter((one) => one.way === way)
      .map(({ situation }) => lineOf(situation, registers))
    return {
      grave: lines.filter(({ category }) => isGrave(category)),
      military: lines.filter(({ category }) => category === 'military_use'),
      detention: lines.filter(({ category }) => category === 'deprivation_of_liberty'),
    }
  }
  return { inPeriod: linesOf('inPeriod'), late: linesOf('late') }
}

function printPolicies({ policies }: CountingData, { kind }: Report): ReportFigures['policies'] {
  return { ...policies, periodKind: kind }
}
