import { randomBytes } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import { Client, type ClientConfig, Pool } from 'pg'
import { afterAll } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { openDatabase } from '../../src/db/pool.ts'
import type { Tables } from '../../src/db/tables.ts'
import type { Db } from '../../src/db/transaction.ts'
import { OWNER } from '../../src/postgres/roles.ts'

/** A database of its own, migrated and empty. */
export interface FreshDatabase {
  /** The application's connections, with the application's rights. */
  readonly db: Db
  /** How the owner of the tables connects: for what the application may not do. */
  readonly owner: ClientConfig
  /** How somebody connects whom no policy binds. */
  readonly reader: ClientConfig
  /** A connection that no policy binds: to see and to plant what is really there. */
  readonly unprotected: Db
}

/** What the global set-up tells the test files, which run in processes of their own. */
interface Access {
  readonly superuser: ClientConfig
  readonly owner: ClientConfig
}

const VARIABLE = 'VIGIL_TEST_CLUSTER'
const TEMPLATE = 'vigil_template'

/** Migrates one database for the others to be cloned from, and tells where the cluster is. */
export async function prepareTemplate(access: Access): Promise<void> {
  await administer(access, [`create database ${TEMPLATE} owner ${OWNER}`])
  await migrate({ ...access.owner, database: TEMPLATE })
  process.env[VARIABLE] = JSON.stringify(access)
}

/**
 * Clones the migrated template (about 0.1 s); call it once for a test file. The database is dropped
 * after the file's last test.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const database = await createDatabase({ template: TEMPLATE })
  const owner = { ...readAccess().owner, database: database.name }
  const db = openDatabase(owner, { connections: 8 })
  const reader = { ...readAccess().superuser, database: database.name }
  const pool = new Pool({ ...reader, max: 2 })
  // Its end is not waited for by the pool: dropping the database may be what ends a connection.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const unprotected = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  afterAll(async () => {
    await Promise.all([db.destroy(), unprotected.destroy()])
    await database.drop()
  })
  return { db, owner, reader, unprotected }
}

/** An unmigrated database, for tests of migrations; the caller drops it. */
export async function createDatabase({ template = 'template1' } = {}): Promise<{
  name: string
  owner: ClientConfig
  reader: ClientConfig
  drop(): Promise<void>
}> {
  const access = readAccess()
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(access, [`create database ${name} owner ${OWNER} template ${template}`])
  return {
    name,
    owner: { ...access.owner, database: name },
    reader: { ...access.superuser, database: name },
    drop: () => administer(access, [`drop database if exists ${name} with (force)`]),
  }
}

/** Runs statements with all rights over the whole server. */
export function asSuperuser(...statements: readonly string[]): Promise<void> {
  return administer(readAccess(), statements)
}

function readAccess(): Access {
  const told = process.env[VARIABLE]
  if (told === undefined) throw new Error('No test cluster: support/global-setup.ts did not run')
  return JSON.parse(told) as Access
}

async function administer({ superuser }: Access, statements: readonly string[]): Promise<void> {
  const client = new Client(superuser)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
