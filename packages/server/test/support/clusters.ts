import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Binaries } from '../../src/postgres/binaries.ts'
import { startPostgres, type EmbeddedPostgres } from '../../src/postgres/launcher.ts'

/** Which server the tests run on: `VIGIL_TEST_DATABASE=embedded` (the default) or `debian15`. */
export type ClusterKind = 'embedded' | 'debian15'

const DEBIAN = '/usr/lib/postgresql'
/** Tests throw their clusters away, so nothing has to reach the disk. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=60']

export interface TestCluster {
  readonly postgres: EmbeddedPostgres
  /** Stops the server and removes its files. */
  remove(): Promise<void>
}

function chosenKind(): ClusterKind {
  return process.env['VIGIL_TEST_DATABASE'] === 'debian15' ? 'debian15' : 'embedded'
}

/** A cluster of the tests' own under a temporary directory, gone with them. */
export async function startCluster(kind: ClusterKind = chosenKind()): Promise<TestCluster> {
  const data = mkdtempSync(join(tmpdir(), 'vigil-'))
  const settings = FAST.flatMap((setting) => ['-c', setting])
  const binaries = kind === 'debian15' ? { binaries: findDebianBinaries() } : {}
  const postgres = await startPostgres({ data, settings, ...binaries })
  return {
    postgres,
    async remove() {
      await postgres.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Whether Debian's PostgreSQL 15 is installed here. */
export function hasDebian15(): boolean {
  return existsSync(join(DEBIAN, '15/bin/postgres'))
}

function findDebianBinaries(): Binaries {
  if (!hasDebian15()) {
    const found = existsSync(DEBIAN) ? readdirSync(DEBIAN).join(', ') : 'nothing'
    throw new Error(`No ${DEBIAN}/15 here (found: ${found}); apt-get install postgresql-15`)
  }
  return { root: join(DEBIAN, '15'), version: '15-debian', major: 15 }
}
