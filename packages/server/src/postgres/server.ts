import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { Refusal } from '../refusal.ts'
import { lastLine, resetPassword, SUPERUSER } from './cluster.ts'
import { stopOrphan, stopServer } from './orphan.ts'
import type { Passwords } from './passwords.ts'
import type { Placement } from './placement.ts'
import { guard, startServer } from './programs.ts'
import { QUIET } from './quiet.ts'

/** One running server process. */
export interface Server {
  readonly pid: number
  /** Aborted when the process has ended, whoever ended it. */
  readonly ended: AbortSignal
  stop(): Promise<void>
}

/** After a crash the old server's remains may need a moment to go. */
const START_WITHIN_MS = 30_000
/** Replaying the log of a crash takes as long as it takes; by then something else is wrong. */
const RECOVER_WITHIN_MS = 600_000
const LONGEST_LOG = 5_000_000

/** Starts the cluster's server, tries again where the remains of a crash hinder it, and waits until it answers. */
export async function bringUp(
  placement: Placement,
  { passwords, settings }: { passwords: Passwords; settings: readonly string[] },
): Promise<Server> {
  const deadline = Date.now() + START_WITHIN_MS
  const log = openLog(placement)
  for (;;) {
    await stopOrphan(placement.cluster)
    const server = launch(placement, [...safeSettings(placement), ...settings])
    const answer = await waitForAnswer(server, login(placement, passwords))
    if (answer === 'ready') return server
    await server.stop()
    if (answer === 'wrongPassword') resetPassword(placement, passwords.superuser)
    else if (Date.now() > deadline) throw refuseStart(log)
    await pause(200)
  }
}

/** The launcher's own way in; nobody else uses it. */
export function login({ run }: Placement, { superuser }: Passwords): ClientConfig {
  return { host: run, user: SUPERUSER, password: superuser, database: 'postgres' }
}

/** Messages of the server never hold the values of a statement: they could name a person. */
function safeSettings({ cluster, run }: Placement): readonly string[] {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: run,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...QUIET,
    recovery_init_sync_method: process.platform === 'linux' ? 'syncfs' : 'fsync',
  }
  return [
    '-D',
    cluster,
    ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ]
}

function launch(placement: Placement, options: readonly string[]): Server {
  const log = openSync(logFile(placement), 'a', 0o600)
  const child = startServer(placement, { options, log })
  closeSync(log)
  const ended = new AbortController()
  const { signal } = ended
  child.once('exit', () => {
    ended.abort()
  })
  child.once('error', () => {
    ended.abort()
  })
  const { pid } = child
  if (pid === undefined) return { pid: 0, ended: signal, stop: () => Promise.resolve() }
  const watcher = guard(placement, pid)
  signal.addEventListener('abort', () => watcher.kill('SIGKILL'))
  child.unref()
  return {
    pid,
    ended: signal,
    async stop() {
      // This process may have nothing else left to wait for.
      child.ref()
      await stopServer(pid)
      if (!signal.aborted) await once(signal, 'abort')
    },
  }
}

type Answer = 'ready' | 'gone' | 'wrongPassword'

async function waitForAnswer({ ended }: Server, config: ClientConfig): Promise<Answer> {
  const deadline = Date.now() + RECOVER_WITHIN_MS
  while (!ended.aborted && Date.now() < deadline) {
    const code = await tryConnect(config)
    if (code === null) return 'ready'
    if (code === '28P01') return 'wrongPassword'
    await pause(15)
  }
  return 'gone'
}

/** Null when the server let us in, else the code of what it said. */
async function tryConnect(config: ClientConfig): Promise<string | null> {
  const client = new Client(config)
  client.on('error', () => undefined)
  try {
    await client.connect()
    return null
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  } finally {
    await client.end().catch(() => undefined)
  }
}

function refuseStart(log: { path: string; from: number }): Refusal {
  const said = existsSync(log.path) ? readFileSync(log.path).subarray(log.from).toString() : ''
  return new Refusal('refusal.postgres.start', { reason: lastLine(said), log: log.path })
}

/** Where the messages of the server go. */
export function logFile({ cluster }: Placement): string {
  return join(cluster, '..', 'postgres.log')
}

/** Keeps one older file, and tells where the messages of this start begin. */
function openLog(placement: Placement): { path: string; from: number } {
  const path = logFile(placement)
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size <= LONGEST_LOG) return { path, from: size }
  renameSync(path, `${path}.1`)
  return { path, from: 0 }
}
