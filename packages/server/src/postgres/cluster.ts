import { chownSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { Refusal } from '../refusal.ts'
import { ensurePrivateDirectory, flushDirectory, writePrivateFile } from './files.ts'
import type { Placement } from './placement.ts'
import { runProgram } from './programs.ts'
import { hasOwnName } from './service-user.ts'

export const SUPERUSER = 'postgres'

/** Whether the cluster is there; refuses one that another major version made. */
export function hasCluster({ cluster, binaries }: Placement): boolean {
  const note = join(cluster, 'PG_VERSION')
  if (!existsSync(note)) return false
  const found = Number.parseInt(readFileSync(note, 'utf8'), 10)
  if (found === binaries.major) return true
  throw new Refusal('refusal.postgres.major', { cluster, found, expected: binaries.major })
}

/** Makes an empty cluster under a temporary name; it gets its own name only when complete. */
export function createCluster(placement: Placement, password: string): void {
  const half = `${placement.cluster}.new`
  const passwordFile = join(placement.run, 'initdb.password')
  rmSync(half, { recursive: true, force: true })
  ensurePrivateDirectory(half, placement.user)
  writePrivateFile(passwordFile, password)
  if (placement.user !== null) {
    chownSync(passwordFile, placement.user.uid, placement.user.gid)
  }
  try {
    initialise(placement, ['-D', half, '--pwfile', passwordFile, ...LOGIN, ...locale(placement)])
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(half, placement.cluster)
  flushDirectory(dirname(placement.cluster))
}

/** Gives the launcher's login a new password without knowing the old one: the files are ours. */
export function resetPassword(placement: Placement, password: string): void {
  const options = ['--single', '-D', placement.cluster, '-c', 'log_statement=none', 'postgres']
  const input = `alter role ${SUPERUSER} password '${password}'\n`
  const { status, output } = runProgram(placement, 'postgres', { options, input })
  if (status !== 0) throw new Refusal('refusal.postgres.failed', { reason: lastLine(output) })
}

const LOGIN = ['--username', SUPERUSER, '--auth', 'scram-sha-256', '--encoding', 'UTF8']

/** Sorting and letters must not depend on the machine: the data may move to another. */
function locale({ binaries }: Placement): readonly string[] {
  const library = `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`
  return binaries.major < 17
    ? [library]
    : [library, '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
}

function initialise(placement: Placement, options: readonly string[]): void {
  const named = placement.user !== null || hasOwnName()
  const { status, output } = named
    ? runProgram(placement, 'initdb', { options })
    : initialiseUnnamed(placement, options)
  if (status === 0) return
  if (!named)
    throw new Refusal('refusal.postgres.unnamedUser', { uid: String(process.geteuid?.()) })
  throw new Refusal('refusal.postgres.failed', { reason: lastLine(output) })
}

/** In a user namespace of its own, initdb sees the user id that every system calls nobody. */
function initialiseUnnamed({ binaries }: Placement, options: readonly string[]) {
  const program = join(binaries.root, 'bin', 'initdb')
  const rest = ['--user', '--map-user=65534', '--map-group=65534', program, ...options]
  const { status, stderr } = spawnSync('unshare', rest, { cwd: '/', encoding: 'utf8' })
  return { status, output: stderr }
}

/** The sentence of a program's output that says what went wrong. */
export function lastLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  return lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? ''
}
