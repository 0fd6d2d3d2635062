import type { Config } from './config.ts'
import { type Database, openInstallation } from './database.ts'
import { findBinaries } from './postgres/binaries.ts'
import { SUPERUSER } from './postgres/cluster.ts'
import { ensurePasswords } from './postgres/passwords.ts'
import { placeCluster } from './postgres/placement.ts'
import { DATABASE, OWNER } from './postgres/roles.ts'
import { Refusal } from './refusal.ts'

/**
 * Opens the database of the installation whether or not a Vigil serves it: where one does, its
 * server is used and left running.
 */
export async function joinInstallation(
  config: Pick<Config, 'data' | 'databaseUrl'>,
): Promise<Database> {
  try {
    return await openInstallation(config)
  } catch (error) {
    if (!(error instanceof Refusal) || error.key !== 'refusal.instance.second') throw error
    return joinRunning(config.data)
  }
}

function joinRunning(data: string): Database {
  const { run, elsewhere } = placeCluster(data, findBinaries())
  const { owner, superuser } = ensurePasswords(data)
  return {
    owner: { host: run, user: OWNER, password: owner, database: DATABASE },
    reader: { host: run, user: SUPERUSER, password: superuser, database: DATABASE },
    elsewhere,
    announce: () => undefined,
    stop: () => Promise.resolve(),
  }
}
