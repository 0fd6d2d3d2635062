import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Placement } from './placement.ts'

type Program = 'initdb' | 'postgres'

/** A neutral place to stand in (the service user may not enter ours), and no PG* variables. */
function surroundings(placement: Placement) {
  return {
    cwd: '/',
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', TZ: 'UTC', LC_MESSAGES: 'C' },
    ...(placement.prefix.length === 0 ? placement.user : null),
  }
}

function commandLine(placement: Placement, program: Program, options: readonly string[]) {
  const path = join(placement.binaries.root, 'bin', program)
  const [command = path, ...rest] = [...placement.prefix, path, ...options]
  return { command, rest }
}

/** Runs a program to its end, `input` on its standard input. */
export function runProgram(
  placement: Placement,
  program: Program,
  { options, input = '' }: { options: readonly string[]; input?: string },
): { status: number | null; output: string } {
  const { command, rest } = commandLine(placement, program, options)
  const ended = spawnSync(command, rest, { ...surroundings(placement), input, encoding: 'utf8' })
  return { status: ended.status, output: ended.error?.message ?? `${ended.stdout}${ended.stderr}` }
}

/**
 * Starts the server in a session of its own, so that Ctrl-C in a terminal reaches Vigil alone, which
 * first lets running requests end. `log` is the descriptor its messages go to.
 */
export function startServer(
  placement: Placement,
  { options, log }: { options: readonly string[]; log: number },
): ChildProcess {
  const { command, rest } = commandLine(placement, 'postgres', options)
  return spawn(command, rest, {
    ...surroundings(placement),
    detached: true,
    stdio: ['ignore', log, log],
  })
}

/**
 * Stops the server when this process ends, however it ends: the shell waits on a pipe that only we
 * hold open.
 */
export function guard(placement: Placement, pid: number): ChildProcess {
  const script = 'read -r _; kill -INT "$1" 2>/dev/null'
  const watcher = spawn('/bin/sh', ['-c', script, 'sh', String(pid)], {
    ...surroundings(placement),
    ...placement.user,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watcher.on('error', () => undefined)
  watcher.unref()
  return watcher
}
