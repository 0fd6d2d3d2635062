import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type pg from 'pg'
import { migrate } from '@vigil/server/db/migrate.ts'
import { openDatabase } from '@vigil/server/db/pool.ts'
import type { Db } from '@vigil/server/db/transaction.ts'
import type { UploadedFile } from '@vigil/server/files.ts'
import { type EmbeddedPostgres, startPostgres } from '@vigil/server/postgres/launcher.ts'

const ROOT = join(import.meta.dirname, '../..')
const TEXTS = resolve(ROOT, process.env['VIGIL_DATA'] ?? '../shared/data', 'un')
const FOLDERS = ['', 'resolutions', 'statements', 'letters', 'reports']

/** The United Nations texts at hand. */
export function readTexts(): UploadedFile[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(TEXTS, folder))
      .filter((name) => name.endsWith('.txt'))
      .map((name) => ({ name, bytes: readFileSync(join(TEXTS, folder, name)) })),
  )
}

/** Does `work` on an embedded server of its own, as durable as a real one, gone afterwards. */
export async function withPostgres(
  work: (postgres: EmbeddedPostgres) => Promise<void>,
): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'vigil-bench-'))
  const postgres = await startPostgres({ data })
  try {
    await work(postgres)
  } finally {
    await postgres.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

/** Does `work` on a migrated database of such a server. */
export function withEmptyDatabase(
  work: (db: Db, owner: pg.ClientConfig) => Promise<void>,
): Promise<void> {
  return withPostgres(async ({ owner }) => {
    await migrate(owner)
    const db = openDatabase(owner, { connections: 4 })
    try {
      await work(db, owner)
    } finally {
      await db.destroy()
    }
  })
}

/** Milliseconds that `work` takes. */
export async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
