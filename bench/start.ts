/**
 * How long until a start answers: the first one, which makes the database, and later ones. Also the
 * cold start of the commands that need no database: each time a new process, with what earlier ones
 * left compiled. `node bench/start.ts`. Targets: later starts 3 s; a short command 1 s.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const VIGIL = join(import.meta.dirname, '../vigil')
const CONCLUSIONS = join(import.meta.dirname, '../packages/web/e2e/fixtures/S-AC.51-2023-3.txt')
const START = join(import.meta.dirname, '../tools/start.mjs')
const ROUNDS = 5
/** Milliseconds at the most. */
const TARGET = { laterStart: 3000, command: 1000 } as const

const directory = mkdtempSync(join(tmpdir(), 'vigil-bench-'))
chmodSync(directory, 0o755)
const data = join(directory, 'data')
try {
  const [first = 0, ...later] = await startSeveralTimes()
  console.log(`first start: ${first} ms`)
  console.log(`later starts: ${describe(later)} (target ${TARGET.laterStart})`)
  const help = runSeveralTimes(['read', '--help'])
  console.log(`./vigil read --help: ${describe(help)} (target ${TARGET.command})`)
  const read = runSeveralTimes(['read', CONCLUSIONS])
  console.log(`./vigil read ${basename(CONCLUSIONS)}: ${describe(read)} (target ${TARGET.command})`)
  const slow = [help, read].some((times) => median(times) > TARGET.command)
  if (slow || median(later) > TARGET.laterStart) process.exitCode = 1
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

/** Milliseconds of each run of a command; one run before them leaves what it compiled. */
function runSeveralTimes(words: readonly string[]): number[] {
  run(words)
  return Array.from({ length: ROUNDS }, () => run(words))
}

function run(words: readonly string[]): number {
  const begun = performance.now()
  const { status } = spawnSync(VIGIL, words)
  if (status !== 0) throw new Error(`vigil ${words.join(' ')} ended with ${status}`)
  return Math.round(performance.now() - begun)
}

function describe(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other)
  return `${median(times)} ms [${sorted[0] ?? 0}-${sorted.at(-1) ?? 0}] n=${times.length}`
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
}
