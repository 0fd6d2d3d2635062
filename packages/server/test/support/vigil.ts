import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, onTestFinished } from 'vitest'

const MAIN = join(import.meta.dirname, '../../../cli/src/main.ts')
const NODE = join(import.meta.dirname, '../../../../node_modules/.bin/node')
const READY = /https?:\/\/\S+/
const READY_WITHIN_MS = 55_000

/** A `vigil` that was started as a person would start it. */
export interface Vigil {
  readonly child: ChildProcess
  readonly address: string
  output(): string
  /** Asks until there is an answer; fails once the process has ended, or after 55 seconds. */
  until<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T>
  /** Sends the signal and resolves with the exit code, null when the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

export interface Outcome {
  readonly code: number | null
  readonly output: string
  readonly errors: string
}

/** An empty directory that goes with the test. */
export function temporaryDirectory(parent = tmpdir()): string {
  const directory = mkdtempSync(join(parent, 'vigil-test-'))
  onTestFinished(() => {
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
  })
  return directory
}

/** A directory that every user may enter, as most projects lie; kept for all tests of the file. */
export function keptDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'vigil-test-'))
  chmodSync(directory, 0o755)
  afterAll(() => {
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
  })
  return directory
}

export interface Surroundings {
  readonly env?: NodeJS.ProcessEnv
  readonly uid?: number
}

/** Runs a command to its end. */
export function runVigil(words: readonly string[], around: Surroundings = {}): Outcome {
  const ended = spawnSync(NODE, [MAIN, ...words], { ...settle(around), encoding: 'utf8' })
  return { code: ended.status, output: ended.stdout, errors: ended.stderr }
}

/** Starts `vigil serve` and waits until it says where it is. */
export async function startVigil(
  words: readonly string[],
  around: Surroundings = {},
): Promise<Vigil> {
  const child = spawn(NODE, [MAIN, 'serve', '--port', '0', ...words], settle(around))
  let output = ''
  const listen = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const exited = once(child, 'exit')
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal)
    await exited
    return child.exitCode
  }
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) await end('SIGTERM')
  })
  const until: Vigil['until'] = async (ask) => {
    const askWhileRunning = () => {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error('it has ended')
      return ask()
    }
    try {
      return await waitUntil(askWhileRunning)
    } catch (error) {
      throw new Error(`${String(error)}; vigil serve said: ${output}`, { cause: error })
    }
  }
  const address = await until(
    () =>
      READY.exec(output.split('\n').find((line) => line.startsWith('Vigil is ready')) ?? '')?.[0],
  )
  return { child, address, output: () => output, until, end }
}

function settle({ env = {}, uid }: Surroundings) {
  const { DATABASE_URL: _, ...inherited } = process.env
  return {
    cwd: '/',
    env: { ...inherited, LANG: 'C', LC_ALL: 'C', VIGIL_LOG_LEVEL: 'error', ...env },
    ...(uid === undefined ? null : { uid, gid: uid }),
  }
}

/** Asks until there is an answer; fails after 55 seconds. */
export async function waitUntil<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + READY_WITHIN_MS
  while (Date.now() < deadline) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await pause(20)
  }
  throw new Error('Nothing happened within 55 seconds')
}

/** The process id of the embedded server of these data, while it runs. */
export function findServer(data: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8'), 10)
    return process.kill(pid, 0) ? pid : undefined
  } catch {
    return undefined
  }
}

/** Whether `GET /healthz` says that server and database answer. */
export async function isHealthy(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/healthz`)).ok
  } catch {
    return false
  }
}
