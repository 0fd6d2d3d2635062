import { OBLIGATORY_SENTENCES, type Figures } from '@vigil/core/counting'
import type { Context } from '../frame/context.ts'
import type { CountedFile } from './count-bytes.ts'
import { showReport } from './show-report.ts'
import { type CountingKey, speak } from './speak.ts'

/** The figures for people to read: each report, then what concerns the whole bundle. */
export function showFigures(
  { figures, reports }: CountedFile,
  { report, context }: { readonly report: string | undefined; readonly context: Context },
): readonly string[] {
  const shown = reports.filter(({ id }) => report === undefined || id === report)
  return [
    ...shown.flatMap((one) => {
      const found = figures.reports.get(one.id)
      return found ? [...showReport(one, found, context), ''] : []
    }),
    ...(report === undefined ? showWhole(figures, context) : []),
    ...sentences(context),
  ]
}

function showWhole(figures: Figures, context: Context): readonly string[] {
  const blocks = [
    showPlans(figures, context),
    showExcluded(figures, context),
    showRest(figures, context),
  ]
  return blocks.filter((lines) => lines.length > 0).flatMap((lines) => [...lines, ''])
}

function showPlans({ actionPlanSignals }: Figures, context: Context): readonly string[] {
  if (actionPlanSignals.size === 0) return []
  const lines = [...actionPlanSignals].map(([plan, signal]) => {
    const violations = signal.violationsOverlappingAfterSignature.length
    return `  ${speak(context, 'plan', { plan, violations, children: signal.children })}`
  })
  return [speak(context, 'plans'), ...lines]
}

function showExcluded({ excludedEverywhere }: Figures, context: Context): readonly string[] {
  if (excludedEverywhere.size === 0) return []
  const lines = [...excludedEverywhere].map(([id, reason]) => `  ${id}: ${reason}`)
  return [speak(context, 'excluded'), ...lines]
}

function showRest({ funding, baseline }: Figures, context: Context): readonly string[] {
  return [
    ...(baseline.length > 0 ? [speak(context, 'baseline', { ids: baseline.join(', ') })] : []),
    ...(funding
      ? [
          speak(context, 'funding', {
            overall: orDash(funding.overallPercent1dp),
            protection: orDash(funding.childProtectionPercent1dp),
            ratio: orDash(funding.parityRatio3dp),
            shortfall: orDash(funding.shortfallToParity),
          }),
        ]
      : []),
  ]
}

function orDash(value: number | null): string {
  return value === null ? '–' : String(value)
}

/** What every report has to say (K33). */
function sentences(context: Context): readonly string[] {
  return Object.keys(OBLIGATORY_SENTENCES).map((name) =>
    speak(context, `sentence.${name}` as CountingKey),
  )
}
