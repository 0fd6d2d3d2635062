import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '../refusal.ts'
import type { Binaries } from './binaries.ts'
import { copyBinaries, SHARED_STATE } from './copied-binaries.ts'
import { ensurePrivateDirectory, writePrivateFile } from './files.ts'
import { chooseServiceUser, type ServiceUser } from './service-user.ts'

/** Where the cluster lies and how its programs are started. */
export interface Placement {
  /** PostgreSQL's own data directory. */
  readonly cluster: string
  /** Holds the sockets of PostgreSQL and of this instance. */
  readonly run: string
  readonly binaries: Binaries
  /** Null where the programs run as this process's own user. */
  readonly user: ServiceUser | null
  /** Words to put before a program's name; empty in most places. */
  readonly prefix: readonly string[]
  /** Set where the cluster could not lie in the data directory. */
  readonly elsewhere: string | null
}

const OWN_ENTRIES = [
  'postgres',
  'postgres.new',
  'postgres.elsewhere',
  'identity-provider.json',
  'run',
  'secrets',
  'tls',
  'logs',
  'keys',
]
const DENIED = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']
/** Of a Unix socket's path; 107 bytes on Linux, 103 on macOS. */
const LONGEST_SOCKET_PATH = 103
const LONGEST_SOCKET_NAME = '/.s.PGSQL.5432.lock'.length

/** Prepares the directories under `data` (absolute path) and settles who runs what from where. */
export function placeCluster(data: string, binaries: Binaries): Placement {
  const { elsewhere, user } = claimDirectory(data)
  const prefix = elsewhere === null ? findPrefix(data, user) : []
  const parent = prefix === null ? placeElsewhere(data) : (elsewhere ?? data)
  ensurePrivateDirectory(parent, user)
  return {
    cluster: join(parent, 'postgres'),
    run: placeSockets(parent, user),
    binaries: user === null || canReach(binaries.root, user) ? binaries : copyBinaries(binaries),
    user,
    prefix: prefix ?? [],
    elsewhere: parent === data ? null : parent,
  }
}

/** Makes the data directory ours, and refuses in one sentence where it cannot be. */
function claimDirectory(data: string): { elsewhere: string | null; user: ServiceUser | null } {
  try {
    refuseForeignDirectory(data)
    const elsewhere = readElsewhere(data)
    const user = chooseServiceUser(join(elsewhere ?? data, 'postgres'))
    ensurePrivateDirectory(data, user)
    return { elsewhere, user }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!DENIED.includes(code)) throw error
    throw new Refusal('refusal.data.denied', { data })
  }
}

/** A mistyped `--data /etc` must not change the owner of a directory full of other things. */
function refuseForeignDirectory(data: string): void {
  const entries = existsSync(data) ? readdirSync(data) : []
  if (entries.length > 0 && !entries.some((entry) => OWN_ENTRIES.includes(entry))) {
    throw new Refusal('refusal.data.foreign', { data })
  }
}

/**
 * Below a directory that the service user may not enter, one capability lets PostgreSQL through.
 * Null where that cannot be had.
 */
function findPrefix(data: string, user: ServiceUser | null): readonly string[] | null {
  if (user === null || canReach(data, user)) return []
  const prefix = [
    'setpriv',
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_read_search',
    '--ambient-caps=+dac_read_search',
    '--',
  ]
  const tried = spawnSync('setpriv', [...prefix.slice(1), ...enter(data)], { cwd: '/' })
  return tried.status === 0 ? prefix : null
}

function placeElsewhere(data: string): string {
  if (existsSync(join(data, 'postgres'))) throw new Refusal('refusal.data.unreachable', { data })
  const parent = join(SHARED_STATE, shortHash(data))
  mkdirSync(SHARED_STATE, { recursive: true, mode: 0o755 })
  writePrivateFile(join(data, 'postgres.elsewhere'), parent)
  return parent
}

function readElsewhere(data: string): string | null {
  const note = join(data, 'postgres.elsewhere')
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : null
}

function placeSockets(parent: string, user: ServiceUser | null): string {
  const choices = [parent, tmpdir(), '/tmp'].map((base, index) =>
    join(base, index === 0 ? 'run' : `vigil-${shortHash(parent)}`),
  )
  const run = choices.find(
    (path) => Buffer.byteLength(path) + LONGEST_SOCKET_NAME <= LONGEST_SOCKET_PATH,
  )
  if (run === undefined) throw new Refusal('refusal.data.pathTooLong', { data: parent })
  refuseStrangersDirectory(run, user)
  ensurePrivateDirectory(run, user)
  return run
}

/** In a directory that everybody may write to, somebody else may have taken the name first. */
function refuseStrangersDirectory(run: string, user: ServiceUser | null): void {
  const found = lstatSync(run, { throwIfNoEntry: false })
  if (found === undefined) return
  const owners = [process.geteuid?.(), user?.uid]
  if (!found.isDirectory() || !owners.includes(found.uid)) {
    throw new Refusal('refusal.data.strangersDirectory', { directory: run })
  }
}

function canReach(directory: string, { uid, gid }: ServiceUser): boolean {
  const [command = '', ...rest] = enter(directory)
  return spawnSync(command, rest, { uid, gid, cwd: '/' }).status === 0
}

/** Asks the kernel instead of adding up modes: access lists count too. */
function enter(directory: string): readonly string[] {
  return ['/bin/sh', '-c', 'cd "$1" 2>/dev/null', 'sh', directory]
}

function shortHash(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}
