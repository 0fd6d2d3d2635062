import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseError, type Client, type ClientConfig } from 'pg'
import { ensureRoles } from '../postgres/roles.ts'
import { Refusal } from '../refusal.ts'
import { connectOwner } from './database-url.ts'

export const MIGRATIONS = join(import.meta.dirname, '../../migrations')

interface Migration {
  readonly number: number
  readonly name: string
  readonly sha256: string
  readonly sql: string
}

interface Applied {
  readonly number: number
  readonly name: string
  readonly sha256: string
}

/** Any number will do, as long as all versions of Vigil use the same. */
const LOCK = 1_612_000_001

/**
 * Brings the database to the state that the numbered files describe and returns the names of those
 * it applied. Each file is applied whole or not at all; two processes take turns. Refuses a database
 * of a newer Vigil and a file that was changed after it had been applied.
 */
export async function migrate(owner: ClientConfig, directory = MIGRATIONS): Promise<string[]> {
  const migrations = await readMigrations(directory)
  const client = await connectOwner(owner)
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await prepare(client)
    const applied = await readApplied(client)
    checkKnown(applied, migrations)
    const pending = migrations.slice(applied.length)
    for (const migration of pending) await applyWhole(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/**
 * Brings an empty database to an earlier state, that of `wanted`, inside the transaction that the client
 * is in. Refuses what a newer Vigil applied, and what it applied in another form.
 */
export async function migrateTo(client: Client, wanted: readonly Applied[]): Promise<void> {
  const migrations = await readMigrations(MIGRATIONS)
  checkKnown(wanted, migrations)
  await prepare(client)
  for (const migration of migrations.slice(0, wanted.length)) await apply(client, migration)
}

/** Keeps migrations from beginning until the answer is called. */
export async function lockMigrations(client: Client): Promise<() => Promise<void>> {
  await client.query('select pg_advisory_lock_shared($1)', [LOCK])
  return async () => {
    await client.query('select pg_advisory_unlock_shared($1)', [LOCK])
  }
}

async function readMigrations(directory: string): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number.parseInt(name, 10)
      if (number !== index + 1) throw new Error(`Migration ${name} is out of sequence`)
      const sql = await readFile(join(directory, name), 'utf8')
      return { number, name, sha256: createHash('sha256').update(sql).digest('hex'), sql }
    }),
  )
}

async function prepare(client: Client): Promise<void> {
  try {
    await client.query(`
      create table if not exists migration (
        number integer primary key,
        name text not null,
        sha256 text not null,
        applied_at timestamptz not null default now()
      )`)
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== '42501') throw error
    throw new Refusal('refusal.database.create', { user: String(client.user) })
  }
  await ensureRoles(client, String(client.user))
}

/** The migrations that made this database what it is, in their order. */
export async function readApplied(client: Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'select number, name, sha256 from migration order by number',
  )
  return rows
}

function checkKnown(applied: readonly Applied[], migrations: readonly Migration[]): void {
  applied.forEach((entry, index) => {
    checkUnchanged(entry, migrations[index])
  })
}

function checkUnchanged(applied: Applied, migration: Migration | undefined): void {
  if (migration === undefined) throw new Refusal('refusal.database.newer', { name: applied.name })
  if (migration.sha256 !== applied.sha256) {
    throw new Refusal('refusal.database.changed', { name: migration.name })
  }
}

async function applyWhole(client: Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await apply(client, migration)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    const reason = error instanceof Error ? error.message : String(error)
    throw new Refusal('refusal.database.migration', { name: migration.name, reason })
  }
}

async function apply(client: Client, { number, name, sha256, sql }: Migration): Promise<void> {
  await client.query(sql)
  await client.query('insert into migration (number, name, sha256) values ($1, $2, $3)', [
    number,
    name,
    sha256,
  ])
}
