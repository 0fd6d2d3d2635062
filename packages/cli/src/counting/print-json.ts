import { reportToWire, toWire } from '@vigil/contract/bundle'
import type { Figures } from '@vigil/core/counting'

/** Prints the figures as the wire has them: all of them, or those of one report alone. */
export function printJson(figures: Figures, report: string | undefined): void {
  const one = report === undefined ? undefined : figures.reports.get(report)
  const wire = one && report !== undefined ? reportToWire(report, one) : toWire(figures)
  process.stdout.write(`${JSON.stringify(wire, null, 2)}\n`)
}
