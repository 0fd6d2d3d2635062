import { isDeepStrictEqual } from 'node:util'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Client, type ClientConfig, DatabaseError } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { connectOwner } from '../db/database-url.ts'
import { migrateTo } from '../db/migrate.ts'
import { beginOn } from '../db/pool.ts'
import type { Db } from '../db/transaction.ts'
import { Refusal } from '../refusal.ts'
import { liftRules, listTables, quote } from './catalogue.ts'
import type { Progress } from './copy.ts'
import { damaged } from './damaged.ts'
import { columnsOf, partOf } from './layout.ts'
import type { CopiedTable, Sequence, Table } from './manifest.ts'
import type { OpenedBackup } from './opened.ts'

export interface LoadOptions {
  /** The owner of the database that is to hold what the backup holds. */
  readonly owner: ClientConfig
  readonly backup: OpenedBackup
  /** Looks at what was loaded and does what belongs to it; whether it stays is the answer. */
  readonly check: (tx: Db, rest: LoadedRest) => Promise<boolean>
  readonly onProgress?: (progress: Progress) => void
}

/** What a backup holds beside rows. */
export interface LoadedRest {
  readonly files: ReadonlyMap<string, Uint8Array>
  /** The newest checkpoint of the log when the copy was made. */
  readonly checkpoint: string | null
}

/**
 * Loads a whole backup into an empty database, or nothing: schema, rows, sequences and the check are one
 * transaction. Refuses a database with anything in it.
 */
export async function loadStore(options: LoadOptions): Promise<readonly CopiedTable[]> {
  const client = await connectOwner(options.owner)
  try {
    const tx = await beginOn(client)
    await refuseFilled(client)
    const { tables, isKept } = await loadAll({ client, tx }, options)
    await (isKept ? tx.commit() : tx.rollback()).execute()
    if (isKept) await client.query('analyze')
    return tables
  } catch (error) {
    throw refusalOf(error)
  } finally {
    // Ends the transaction, too, where it was not committed.
    await client.end()
  }
}

async function refuseFilled(client: Client): Promise<void> {
  const { rowCount } = await client.query(
    `select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where nspname !~ '^pg_' and nspname <> 'information_schema' limit 1`,
  )
  if (rowCount !== 0) throw new Refusal('refusal.restore.notEmpty')
}

interface Transaction {
  readonly client: Client
  /** The same connection, for queries. */
  readonly tx: Db
}

async function loadAll(
  { client, tx }: Transaction,
  options: LoadOptions,
): Promise<{ readonly tables: readonly CopiedTable[]; readonly isKept: boolean }> {
  const { backup, check } = options
  const { migrations, tables } = backup.manifest
  await migrateTo(client, migrations)
  if (!isDeepStrictEqual(await listTables(client), tables)) damaged()
  const restoreRules = await liftRules(client, tables)
  await client.query(`truncate ${tables.map(quote).join(', ')}`)
  const loaded = await loadTables(client, options)
  const files = await backup.takeFiles()
  const summary = await backup.takeSummary()
  if (!isDeepStrictEqual(loaded, summary.tables)) damaged()
  for (const sequence of summary.sequences) await setSequence(client, sequence)
  const isKept = await check(tx, { files, checkpoint: summary.checkpoint })
  await restoreRules()
  return { tables: loaded, isKept }
}

async function loadTables(
  client: Client,
  { backup, onProgress }: LoadOptions,
): Promise<readonly CopiedTable[]> {
  const { tables } = backup.manifest
  const loaded: CopiedTable[] = []
  for (const [index, table] of tables.entries()) {
    const tell = (bytes: number) =>
      onProgress?.({ table: table.name, at: index + 1, of: tables.length, bytes })
    loaded.push(await loadTable(client, { backup, table, tell }))
  }
  return loaded
}

interface Loading {
  readonly backup: OpenedBackup
  readonly table: Table
  readonly tell: (bytes: number) => void
}

async function loadTable(client: Client, { backup, table, tell }: Loading): Promise<CopiedTable> {
  const hash = createHash('sha256')
  let bytes = 0
  const pieces = async function* () {
    for (let part = 0; ; part += 1) {
      const piece = await backup.takeEntry(partOf(table, part))
      if (piece === undefined) return
      hash.update(piece)
      bytes += piece.length
      tell(bytes)
      yield piece
    }
  }
  const rows = client.query(
    copyFrom(`copy ${quote(table)} (${columnsOf(table)}) from stdin (format binary)`),
  )
  await pipeline(Readable.from(pieces()), rows)
  return { rows: rows.rowCount, bytes, sha256: hash.digest('hex') }
}

async function setSequence(client: Client, sequence: Sequence): Promise<void> {
  const { value, called } = sequence
  await client.query('select setval($1::regclass, $2, $3)', [quote(sequence), value, called])
}

/** Class 22 and 23: rows that the tables do not take; 42: names that are not there. */
const NOT_TAKEN = /^(?:22|23|42)/

function refusalOf(error: unknown): unknown {
  const isNotTaken = error instanceof DatabaseError && NOT_TAKEN.test(error.code ?? '')
  return isNotTaken ? new Refusal('refusal.restore.damaged') : error
}
