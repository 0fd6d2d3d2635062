import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { type Lane, STAGES } from './steps.ts'
import type { Outcome, Step } from './step.ts'

/**
 * Runs every step, prints what each took, and ends with `N passed, N failed`. `--without-browser`
 * leaves the browser journeys out; `--only NAME` runs the steps whose name contains NAME.
 * `VIGIL_TORTURE=1` makes the tests themselves take their full size.
 */
async function main(args: readonly string[]): Promise<number> {
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined
  const isChosen = ({ name }: Step): boolean =>
    (only === undefined || name.includes(only)) &&
    !(args.includes('--without-browser') && name.startsWith('browser'))
  const stages = STAGES.map((lanes) => lanes.map((lane) => lane.filter(isChosen)))
  if (stages.flat(2).length === 0) {
    const names = STAGES.flat(2).map(({ name }) => name)
    console.error(`No step is called "${only}". Steps: ${names.join(', ')}.`)
    return 2
  }
  const start = performance.now()
  const outcomes: Outcome[] = []
  for (const lanes of stages) outcomes.push(...(await Promise.all(lanes.map(runLane))).flat())
  console.log(`\nAll of it took ${secondsSince(start)} s.`)
  return summarise(outcomes)
}

function secondsSince(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1)
}

async function runLane(lane: Lane): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const step of lane) outcomes.push(await runStep(step))
  return outcomes
}

async function runStep(step: Step): Promise<Outcome> {
  const start = performance.now()
  const outcome = await step.run()
  const seconds = secondsSince(start)
  const mark = outcome.failed > 0 ? 'FAILED' : 'ok'
  console.log(`${mark.padEnd(7)}${step.name.padEnd(30)}${seconds.padStart(7)} s  ${outcome.detail}`)
  return outcome
}

function summarise(outcomes: readonly Outcome[]): number {
  const sum = (key: 'passed' | 'failed' | 'skipped'): number =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0)
  const skipped = sum('skipped')
  const texts = resolve(process.env['VIGIL_DATA'] ?? '../shared/data')
  const inexcusable = skipped > 0 && existsSync(texts)
  if (inexcusable) console.log(`Tests were skipped although ${relative('.', texts)} is there.`)
  const failed = sum('failed') + (inexcusable ? 1 : 0)
  const skips = skipped > 0 ? `, ${skipped} skipped` : ''
  console.log(`\n${sum('passed')} passed, ${failed} failed${skips}`)
  return failed > 0 ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))
