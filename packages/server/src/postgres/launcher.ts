import { Refusal } from '../refusal.ts'
import type { ClientConfig } from 'pg'
import { ensureLibraryLinks, findBinaries, type Binaries } from './binaries.ts'
import { createCluster, hasCluster } from './cluster.ts'
import { claimInstance, type Instance } from './instance.ts'
import { ensurePasswords, type Passwords } from './passwords.ts'
import { placeCluster, type Placement } from './placement.ts'
import { DATABASE, OWNER, provision } from './roles.ts'
import { bringUp, logFile, login, type Server } from './server.ts'

export interface LaunchOptions {
  /** Absolute path of the data directory. */
  readonly data: string
  readonly binaries?: Binaries
  /** Further `-c name=value` words for the server. */
  readonly settings?: readonly string[]
  /** Told when the server died and could not be brought back; nothing can be served any more. */
  readonly onLost?: (error: unknown) => void
}

/** The embedded server, kept running until stopped. */
export interface EmbeddedPostgres {
  /** How the owner of Vigil's tables connects. */
  readonly owner: ClientConfig
  /** How the launcher itself connects; only for making databases in tests. */
  readonly superuser: ClientConfig
  readonly instance: Instance
  /** Set where the cluster could not lie in the data directory. */
  readonly elsewhere: string | null
  /** Process id of the server running now. */
  pid(): number
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that npm brought on the cluster in `data`, making the cluster at the first
 * start and mending what a crash left. Refuses where another instance has the same data.
 */
export async function startPostgres(options: LaunchOptions): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32')
    throw new Refusal('refusal.postgres.platform', { platform: 'win32' })
  const binaries = options.binaries ?? findBinaries()
  ensureLibraryLinks(binaries)
  const placement = placeCluster(options.data, binaries)
  const instance = await claimInstance(placement.run, options.data)
  try {
    const passwords = ensurePasswords(options.data)
    if (!hasCluster(placement)) createCluster(placement, passwords.superuser)
    return await keepRunning({ placement, passwords, instance, options })
  } catch (error) {
    await instance.release()
    throw error
  }
}

interface Parts {
  readonly placement: Placement
  readonly passwords: Passwords
  readonly instance: Instance
  readonly options: LaunchOptions
}

async function keepRunning(parts: Parts): Promise<EmbeddedPostgres> {
  const { placement, passwords, instance } = parts
  const superuser = login(placement, passwords)
  const running = await supervise(parts)
  try {
    await provision(superuser, passwords)
  } catch (error) {
    await running.stop()
    throw error
  }
  return {
    owner: { host: placement.run, user: OWNER, password: passwords.owner, database: DATABASE },
    superuser,
    instance,
    elsewhere: placement.elsewhere,
    pid: running.pid,
    async stop() {
      await running.stop()
      await instance.release()
    },
  }
}

/** A server that dies more often than this within the time is not brought back again. */
const MOST_DEATHS = 5
const DEATHS_WITHIN_MS = 60_000

/** Brings the server back whenever it dies on its own. */
async function supervise({ placement, passwords, options }: Parts) {
  const start = () => bringUp(placement, { passwords, settings: options.settings ?? [] })
  let server = await start()
  let stopping = false
  let revival = Promise.resolve()
  const watch = (watched: Server) => {
    watched.ended.addEventListener('abort', () => {
      if (!stopping) revival = revive()
    })
  }
  let deaths: readonly number[] = []
  const revive = async () => {
    const now = performance.now()
    deaths = [...deaths.filter((at) => now - at < DEATHS_WITHIN_MS), now]
    try {
      if (deaths.length > MOST_DEATHS) {
        throw new Refusal('refusal.postgres.dies', { log: logFile(placement) })
      }
      server = await start()
      watch(server)
    } catch (error) {
      if (!stopping) options.onLost?.(error)
    }
  }
  watch(server)
  return {
    pid: () => server.pid,
    async stop() {
      stopping = true
      await revival
      await server.stop()
    },
  }
}
