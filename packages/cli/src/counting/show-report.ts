import type { Report, ReportFigures } from '@vigil/core/counting'
import { GRAVE_UNITS, type GraveCategory } from '@vigil/core/violations'
import type { Context } from '../frame/context.ts'
import { alignRows, type Row } from './columns.ts'
import { type CountingKey, speak } from './speak.ts'

const CATEGORIES = Object.keys(GRAVE_UNITS) as GraveCategory[]

/** The tables of one report as lines. */
export function showReport(
  report: Report,
  figures: ReportFigures,
  context: Context,
): readonly string[] {
  const { id, kind, start, end, cutoff } = report
  const blocks = [
    [speak(context, 'head', { id, kind, start, end, cutoff })],
    showCategories(figures, context),
    showChildren(figures, context),
    showTable('attribution', figures.inPeriod.byAttribution, context),
    showTable('umbrella', figures.inPeriod.byUmbrella, context),
    showShares(figures, context),
    showTable('region', figures.inPeriod.byRegion, context),
    showComparison(figures, context),
    showDetention(figures, context),
    showApart(figures, context),
    showRevisions(figures, context),
    [showPolicies(figures, context)],
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]))
}

function nameOf(category: string, context: Context): string {
  return speak(context, `category.${category}` as CountingKey)
}

function showCategories(figures: ReportFigures, context: Context): readonly string[] {
  const { inPeriod, late, unverifiedAsOfCutoff, publicByCategoryThreshold5: open } = figures
  const column = (name: 'now' | 'late' | 'unverified' | 'public'): string =>
    speak(context, `column.${name}`)
  const rows = CATEGORIES.map((category): Row => [
    nameOf(category, context),
    inPeriod.byCategory.get(category) ?? null,
    late.byCategory.get(category) ?? null,
    unverifiedAsOfCutoff.byCategory.get(category) ?? null,
    ...(open ? [open.get(category) ?? null] : []),
  ])
  const total: Row = [
    speak(context, 'total'),
    inPeriod.totalViolations,
    late.totalViolations,
    '',
    ...(open ? [open.get('total') ?? null] : []),
  ]
  const title: Row = [
    speak(context, 'violations'),
    column('now'),
    column('late'),
    column('unverified'),
    ...(open ? [column('public')] : []),
  ]
  return alignRows(title, [...rows, total])
}

function showChildren(
  { inPeriod, distinctChildrenInPeriodOrLate: all }: ReportFigures,
  context: Context,
): readonly string[] {
  const several = inPeriod.childrenWithMultipleViolations.length
  const { distinctChildrenRecruited: distinct, reRecruitments: again } = inPeriod
  const below = inPeriod.recruitedBelow15AtRecruitment
  return [
    speak(context, 'children', { ...inPeriod.distinctChildren, several, all }),
    ...(distinct > 0 ? [speak(context, 'recruited', { distinct, below, again })] : []),
  ]
}

function showTable(
  name: 'attribution' | 'umbrella' | 'region',
  table: ReadonlyMap<string, number>,
  context: Context,
): readonly string[] {
  const title: Row = [speak(context, name), speak(context, 'column.count')]
  return alignRows(
    title,
    [...table].toSorted(([, one], [, other]) => other - one),
  )
}

function showShares({ inPeriod }: ReportFigures, context: Context): readonly string[] {
  if (inPeriod.totalViolations === 0) return []
  const rows = [...inPeriod.sharesPercent1dp].map(([row, share]): Row => [
    speak(context, `share.${row}` as CountingKey),
    share?.toFixed(1) ?? null,
  ])
  return alignRows([speak(context, 'shares'), speak(context, 'column.share')], rows)
}

function showComparison({ comparison }: ReportFigures, context: Context): readonly string[] {
  if (!comparison) return []
  const rows = [...comparison.absoluteRatio3dp].map(([row, ratio]): Row => [
    row === 'total' ? speak(context, 'total') : nameOf(row, context),
    ratio,
    comparison.perMonthRatio3dp.get(row) ?? null,
  ])
  const title: Row = [
    speak(context, 'comparison', { total: comparison.totalPrevious }),
    speak(context, 'column.ratio'),
    speak(context, 'column.month'),
  ]
  const increases = speak(context, 'comparison.increases', {
    absolute: comparison.sixViolationsIncreasedAbsolute,
    monthly: comparison.sixViolationsIncreasedPerMonth,
  })
  return [...alignRows(title, rows), `  ${increases}`]
}

function showDetention({ detention }: ReportFigures, context: Context): readonly string[] {
  const source = speak(
    context,
    `detention.source.${detention.get('detentionSource') ?? ''}` as CountingKey,
  )
  const figures = [...detention].filter(([, figure]) => typeof figure !== 'string')
  const rows = figures.map(([key, figure]): Row => [
    speak(context, `detention.${key}` as CountingKey),
    figure,
  ])
  return detention.get('children') === 0
    ? []
    : alignRows([speak(context, 'detention', { source }), speak(context, 'column.count')], rows)
}

/** Areas of concern, and what goes on: never part of a total. */
function showApart({ militaryUse, stock }: ReportFigures, context: Context): readonly string[] {
  const { schools, hospitals = 0, vacated } = militaryUse
  return [
    speak(context, 'military', { schools, hospitals, vacated }),
    speak(context, 'stock', {
      detained: stock.detained.atCutoff.total,
      associated: stock.associated.atCutoff.total,
      abducted: stock.abducted.atCutoff.total,
      facilities: stock.facilitiesUsed.atCutoff,
      measures: stock.measuresInForce.atCutoff,
    }),
  ]
}

function showRevisions({ revisions = [] }: ReportFigures, context: Context): readonly string[] {
  if (revisions.length === 0) return []
  const lines = revisions.map(({ change, violation, report, units }) =>
    speak(context, `revision.${change}`, { violation, report, units }),
  )
  return [speak(context, 'revisions'), ...lines.map((line) => `  ${line}`)]
}

function showPolicies({ policies }: ReportFigures, context: Context): string {
  const none = speak(context, 'policies.noDeadline')
  return speak(context, 'policies', {
    continuing: policies.continuingCategories.join(', '),
    rows: policies.unattributedRows.join(', '),
    threshold: policies.publicSuppressionThreshold,
    hours: policies.handoverDeadlineHours ?? none,
    rules: policies.rulesVersion,
  })
}
