import type { Config } from './config.ts'
import type { ClientConfig } from 'pg'
import { parseDatabaseUrl } from './db/database-url.ts'
import { startPostgres } from './postgres/launcher.ts'
import { DATABASE } from './postgres/roles.ts'

/** The server that holds the data, wherever it runs. */
export interface Database {
  /** How the owner of the tables connects. */
  readonly owner: ClientConfig
  /** How to read without row-level security hiding anything, as far as the login may. */
  readonly reader: ClientConfig
  /** Set where the embedded server's files could not lie in the data directory. */
  readonly elsewhere: string | null
  /** Tells other instances on the same data where this one answers. */
  announce(address: string): void
  stop(): Promise<void>
}

/**
 * Opens the database of the installation: the embedded server, or the one DATABASE_URL names.
 * `onLost` is told when the embedded server died and did not come back.
 */
export async function openInstallation(
  { data, databaseUrl }: Pick<Config, 'data' | 'databaseUrl'>,
  onLost?: (error: unknown) => void,
): Promise<Database> {
  if (databaseUrl !== null) return openRemote(databaseUrl)
  const postgres = await startPostgres({ data, ...(onLost && { onLost }) })
  return {
    owner: postgres.owner,
    reader: { ...postgres.superuser, database: DATABASE },
    elsewhere: postgres.elsewhere,
    announce(address) {
      postgres.instance.address = address
    },
    stop: () => postgres.stop(),
  }
}

function openRemote(url: string): Database {
  const owner = parseDatabaseUrl(url)
  return {
    owner,
    reader: owner,
    elsewhere: null,
    announce: () => undefined,
    stop: () => Promise.resolve(),
  }
}
