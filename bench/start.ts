/**
 * How long until a start answers: the first one, which makes the database, and later ones. Also the
 * cold start of a command that needs no database. `node bench/start.ts`. Targets: later starts 3 s.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '../packages/cli/src/main.ts')
const START = join(import.meta.dirname, '../tools/start.mjs')
const ROUNDS = 5

const directory = mkdtempSync(join(tmpdir(), 'vigil-bench-'))
chmodSync(directory, 0o755)
const data = join(directory, 'data')
try {
  const [first = 0, ...later] = await startSeveralTimes()
  console.log(`first start: ${first} ms`)
  console.log(`later starts: ${describe(later)} (target 3000)`)
  const help = Array.from({ length: ROUNDS }, readHelp)
  console.log(`./vigil read --help: ${describe(help)} (target 1000)`)
  if (median(later) > 3000) process.exitCode = 1
} finally {
  rmSync(directory, { recursive: true, force: true })
}

async function startSeveralTimes(): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) times.push(await start())
  return times
}

/** Milliseconds from the command to the line that says it is ready. */
async function start(): Promise<number> {
  const begun = performance.now()
  const child = spawn(process.execPath, [START, '--data', data, '--port', '0'])
  const ended = once(child, 'exit')
  await once(child.stdout, 'data')
  const took = performance.now() - begun
  child.kill('SIGTERM')
  await ended
  return Math.round(took)
}

function readHelp(): number {
  const begun = performance.now()
  spawnSync(process.execPath, [MAIN, 'read', '--help'])
  return Math.round(performance.now() - begun)
}

function describe(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other)
  return `${median(times)} ms [${sorted[0] ?? 0}-${sorted.at(-1) ?? 0}] n=${times.length}`
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
}
