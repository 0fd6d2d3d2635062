import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Counts } from './counts.ts'
import { runTool } from './run-command.ts'
import type { Outcome } from './step.ts'

export interface TestRun {
  readonly env?: NodeJS.ProcessEnv
  /** Globs of test files to leave out. */
  readonly except?: readonly string[]
}

/** Runs the Vitest project `project`; a run that executed no test has failed. */
export async function runTests(project: string, run: TestRun = {}): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-counts-'))
  const countsFile = join(folder, 'counts.json')
  try {
    const exclusions = (run.except ?? []).map((glob) => `--exclude=${glob}`)
    const { code, output } = await runTool('vitest', ['run', '--project', project, ...exclusions], {
      env: { ...process.env, ...run.env, VIGIL_COUNTS: countsFile },
    })
    const counts = await readCounts(countsFile)
    return toOutcome(counts, { code, output })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function toOutcome(counts: Counts | null, run: { code: number; output: string }): Outcome {
  if (!counts) return { passed: 0, failed: 1, skipped: 0, detail: lastOf(run.output) }
  const unexplained = run.code !== 0 && counts.failed === 0
  const empty = counts.passed + counts.failed === 0
  const failed = counts.failed + (unexplained || empty ? 1 : 0)
  const skippedLine = counts.skipped > 0 ? `; skipped: ${counts.skippedNames.join(', ')}` : ''
  const summary = [`${counts.passed} passed${skippedLine}`, ...measurements(run.output)]
  return {
    passed: counts.passed,
    failed,
    skipped: counts.skipped,
    detail: failed > 0 ? explain(counts, run.output) : summary.join('\n'),
  }
}

/** The failures alone, so that none hides behind what passed; where none is known, the last said. */
function explain({ passed, failed, failures }: Counts, output: string): string {
  if (failures.length > 0) return ['', ...failures].join('\n')
  return passed + failed === 0 ? `${lastOf(output)}\nno test was run` : lastOf(output)
}

const LAST_LINES = 60

function lastOf(output: string): string {
  return output.trimEnd().split('\n').slice(-LAST_LINES).join('\n')
}

/** The lines in which tests tell of the sizes they took and what these cost. */
function measurements(output: string): string[] {
  return output.split('\n').filter((line) => line.startsWith('Measured: '))
}

async function readCounts(file: string): Promise<Counts | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Counts
  } catch {
    return null
  }
}
