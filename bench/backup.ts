/**
 * How fast copies are made and restored: `node bench/backup.ts`. Headers of incidents, which compress,
 * and originals, which do not, in megabytes of binary `COPY` a second; beside a bare `COPY` of
 * the same table that goes nowhere.
 */
import { backUp } from '@vigil/server/backup/backup.ts'
import { addRecoveryKey } from '@vigil/server/backup/keys.ts'
import { openBackup } from '@vigil/server/backup/opened.ts'
import { restore } from '@vigil/server/backup/restore.ts'
import { migrate } from '@vigil/server/db/migrate.ts'
import type { EmbeddedPostgres } from '@vigil/server/postgres/launcher.ts'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { time, withPostgres } from './support/corpus.ts'

const MEGABYTE = 1_000_000

const FILLED = [
  {
    name: 'incidents',
    table: 'incident',
    fill: `insert into incident (id, operation, region, class, state, owner, entity, recorded_at)
      select gen_random_uuid(), 'operation-' || n % 10, 'region-' || n / 10 % 8, 'S2', 'submitted',
        gen_random_uuid(), 'mission', timestamptz '2030-01-01' + n * interval '1 minute'
      from generate_series(1, 500000) as n`,
  },
  {
    name: 'originals',
    table: 'document_original',
    fill: `insert into document_original (sha256, bytes, media_type, name)
      select sha256(bytes), bytes, 'application/pdf', 'original.pdf'
      from generate_series(1, 64) as n,
        lateral (
          select string_agg(sha256((n || ' ' || part)::bytea), ''::bytea) as bytes
          from generate_series(1, 32768) as part
        ) as made`,
  },
] as const

for (const filled of FILLED) await withPostgres((postgres) => measure(postgres, filled))

async function measure(
  { owner, superuser }: EmbeddedPostgres,
  { name, table, fill }: (typeof FILLED)[number],
): Promise<void> {
  await migrate(owner)
  const reader = { ...superuser, database: String(owner.database) }
  const client = new pg.Client(reader)
  await client.connect()
  await client.query(fill)
  const bare = await time(() => client.query(`copy ${table} to '/dev/null' (format binary)`))
  await client.end()
  const data = mkdtempSync(join(tmpdir(), 'vigil-bench-'))
  try {
    const bytes = await measureBackup(reader, data)
    say(`${name}, a bare COPY`, { bytes, milliseconds: bare })
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

/** The bytes that were copied. */
async function measureBackup(reader: pg.ClientConfig, data: string): Promise<number> {
  const { identity, recipient } = await addRecoveryKey(data)
  const options = { reader, data, now: new Date(), directory: data, recipients: [recipient] }
  const started = performance.now()
  const { file, summary } = await backUp(options)
  const milliseconds = performance.now() - started
  const bytes = summary.tables.reduce((sum, table) => sum + table.bytes, 0)
  say('backup', { bytes, milliseconds })
  console.log(`  the file has ${Math.round((statSync(file).size / bytes) * 100)} % of it`)
  await withPostgres(async ({ owner }) => {
    const backup = await openBackup(file, [identity])
    const restored = { owner, data: join(data, 'restored'), backup, kept: [] }
    say('restore', { bytes, milliseconds: await time(() => restore(restored)) })
  })
  return bytes
}

function say(what: string, taken: { readonly bytes: number; readonly milliseconds: number }): void {
  const megabytes = taken.bytes / MEGABYTE
  const perSecond = (megabytes / taken.milliseconds) * 1_000
  console.log(`${what}: ${megabytes.toFixed(0)} MB, ${perSecond.toFixed(0)} MB/s`)
}
