import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import { afterAll } from 'vitest'
import { backUp, type BackupOptions, type WrittenBackup } from '../../src/backup/backup.ts'
import { openBackup } from '../../src/backup/opened.ts'
import { restore, type Restored } from '../../src/backup/restore.ts'
import { createDatabase } from '../support/database.ts'

/** A recovery key of the older kind, which opens faster: tests open hundreds of times. */
export const KEY = {
  identity: 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX',
  recipient: 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj',
} as const

/** A directory that goes with the tests of the file. */
export function directory(): string {
  const made = mkdtempSync(join(tmpdir(), 'vigil-backup-'))
  afterAll(() => {
    rmSync(made, { recursive: true, force: true })
  })
  return made
}

/** A backup of what `reader` sees, for `KEY`, in a new directory. */
export function backUpFor(
  reader: ClientConfig,
  data: string,
  more: Partial<BackupOptions> = {},
): Promise<WrittenBackup> {
  const now = new Date('2026-03-02T08:00:00Z')
  return backUp({ reader, data, now, directory: directory(), recipients: [KEY.recipient], ...more })
}

/** Restores `file` with `KEY` into an empty database. */
export async function restoreFrom(
  file: string,
  { owner, data }: { readonly owner: ClientConfig; readonly data: string },
  kept: readonly { readonly name: string; readonly note: string }[] = [],
): Promise<Restored> {
  return restore({ owner, data, kept, backup: await openBackup(file, [KEY.identity]) })
}

/** An empty database with a data directory; the database is gone after `work`. */
export async function elsewhere(
  work: (place: {
    readonly owner: ClientConfig
    readonly reader: ClientConfig
    readonly data: string
  }) => Promise<void>,
): Promise<void> {
  const database = await createDatabase()
  try {
    await work({ owner: database.owner, reader: database.reader, data: directory() })
  } finally {
    await database.drop()
  }
}

/** What a query finds, as somebody whom no policy binds. */
export async function ask(
  reader: ClientConfig,
  query: string,
): Promise<readonly Record<string, unknown>[]> {
  const client = new Client(reader)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(query)).rows
  } finally {
    await client.end()
  }
}

/** Every row of every table as text, computed columns and all; sessions, what lives for minutes and migrations apart. */
export async function readRows(reader: ClientConfig): Promise<Readonly<Record<string, string[]>>> {
  const tables = await ask(
    reader,
    `select format('%I.%I', nspname, relname) as name
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where relkind = 'r' and nspname !~ '^pg_' and nspname <> 'information_schema'
       and relname not in ('migration', 'session', 'passkey_challenge', 'provider_flow')
     order by 1`,
  )
  const found: Record<string, string[]> = {}
  for (const { name } of tables) {
    const rows = await ask(reader, `select t::text as row from ${String(name)} as t order by 1`)
    found[String(name)] = rows.map(({ row }) => String(row))
  }
  return found
}

/** The rules of the schema: what constraints, triggers, policies and sequences say. */
export function readRules(reader: ClientConfig): Promise<readonly Record<string, unknown>[]> {
  return ask(
    reader,
    `select conrelid::regclass::text || ' ' || conname as what, pg_get_constraintdef(oid) as says
     from pg_constraint where conrelid <> 0
     union all
     select tgrelid::regclass::text || ' ' || tgname, tgenabled::text || ' ' || pg_get_triggerdef(oid)
     from pg_trigger where not tgisinternal
     union all
     select tablename || ' ' || policyname, qual from pg_policies
     union all
     select relname, concat(relrowsecurity, relforcerowsecurity, relacl)
     from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
     order by 1`,
  )
}
