import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Client, type ClientConfig, DatabaseError } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { connectOwner } from '../db/database-url.ts'
import { lockMigrations, readApplied } from '../db/migrate.ts'
import { Refusal } from '../refusal.ts'
import { listTables, quote, readSequences } from './catalogue.ts'
import { columnsOf, MANIFEST, partOf, SUMMARY, TRAVELLING } from './layout.ts'
import { type CopiedTable, type Manifest, STORE, type Summary, type Table } from './manifest.ts'
import { inParts, jsonEntry } from './pieces.ts'
import type { Entry } from './tar.ts'

/** Told while a copy is made or read: which table, of how many, and the bytes so far. */
export interface Progress {
  readonly table: string
  readonly at: number
  readonly of: number
  readonly bytes: number
}

export interface CopyOptions {
  /** Connects as somebody whom no row-level security binds. */
  readonly reader: ClientConfig
  readonly data: string
  readonly now: Date
  readonly onProgress?: (progress: Progress) => void
}

/** What a copy came to. */
export interface Copied {
  readonly manifest: Manifest
  readonly summary: Summary
}

/**
 * The whole record store as it is at one moment, entry by entry, while others go on writing; returns
 * what it came to. Refuses a login from which row-level security would hide rows.
 */
export async function* copyStore(options: CopyOptions): AsyncGenerator<Entry, Copied> {
  const client = await connectOwner(options.reader)
  try {
    const manifest = await beginCopy(client, options.now)
    yield jsonEntry(MANIFEST, manifest)
    const tables = yield* copyTables(client, { manifest, options })
    yield* copyFiles(options.data)
    const sequences = await readSequences(client)
    const summary = { tables, sequences, checkpoint: await findCheckpoint(client) }
    yield jsonEntry(SUMMARY, summary)
    return { manifest, summary }
  } catch (error) {
    throw refusalOf(error, client)
  } finally {
    await client.end()
  }
}

/** One snapshot; no migration can change a table until it is over. */
async function beginCopy(client: Client, now: Date): Promise<Manifest> {
  const unlock = await lockMigrations(client)
  await client.query('begin isolation level repeatable read read only')
  // Where rows would be left out by row-level security, the copy fails instead.
  await client.query('set local row_security = off')
  const migrations = await readMigrationsOf(client)
  const tables = await listTables(client)
  await client.query(`lock table ${tables.map(quote).join(', ')} in access share mode`)
  await unlock()
  return { format: 'vigil-backup/1', store: STORE, at: now.toISOString(), migrations, tables }
}

async function readMigrationsOf(client: Client): Promise<Manifest['migrations']> {
  try {
    return await readApplied(client)
  } catch (error) {
    if (error instanceof DatabaseError && error.code === '42P01') {
      throw new Refusal('refusal.backup.nothing')
    }
    throw error
  }
}

async function* copyTables(
  client: Client,
  { manifest: { tables }, options }: { readonly manifest: Manifest; readonly options: CopyOptions },
): AsyncGenerator<Entry, CopiedTable[]> {
  const copied: CopiedTable[] = []
  for (const [index, table] of tables.entries()) {
    const tell = (bytes: number) =>
      options.onProgress?.({ table: table.name, at: index + 1, of: tables.length, bytes })
    copied.push(yield* copyTable(client, { table, tell }))
  }
  return copied
}

async function* copyTable(
  client: Client,
  { table, tell }: { readonly table: Table; readonly tell: (bytes: number) => void },
): AsyncGenerator<Entry, CopiedTable> {
  const rows = client.query(
    copyTo(`copy ${quote(table)} (${columnsOf(table)}) to stdout (format binary)`),
  )
  const hash = createHash('sha256')
  let bytes = 0
  let part = 0
  for await (const content of inParts(rows as AsyncIterable<Buffer>)) {
    hash.update(content)
    bytes += content.length
    yield { name: partOf(table, part), bytes: content }
    part += 1
    tell(bytes)
  }
  return { rows: rows.rowCount, bytes, sha256: hash.digest('hex') }
}

async function* copyFiles(data: string): AsyncGenerator<Entry> {
  for (const [name, path] of TRAVELLING) {
    const file = join(data, path)
    if (existsSync(file)) yield { name, bytes: await readFile(file) }
  }
}

async function findCheckpoint(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ note: string }>(
    'select note from log_checkpoint order by number desc limit 1',
  )
  return rows[0]?.note ?? null
}

function refusalOf(error: unknown, client: Client): unknown {
  const isHidden = error instanceof DatabaseError && error.code === '42501'
  return isHidden ? new Refusal('refusal.backup.blind', { user: String(client.user) }) : error
}
