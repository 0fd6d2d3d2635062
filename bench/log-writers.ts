/**
 * What the log costs whoever writes: `node bench/log-writers.ts`. Entries a second with 1, 8 and 32
 * writers, each entry a transaction, with the trigger that puts it up for numbering and a sequencer
 * beside, against plain inserts into a copy of the table without either, by turns. Target: with 32
 * writers at least half as many as plain inserts.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SignerKey } from '@vigil/core/log'
import { ensureLogKey } from '@vigil/server/log/key.ts'
import { MOST_AT_ONCE, sequence } from '@vigil/server/log/sequence.ts'
import type { Db } from '@vigil/server/db/transaction.ts'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { time, withEmptyDatabase } from './support/corpus.ts'

const WRITERS = [1, 8, 32]
const ROUNDS = 3
const ROUND_MS = 4_000
/** How often a server numbers. */
const EVERY_MS = 1_000
const BACKLOG = 50_000

const data = mkdtempSync(join(tmpdir(), 'vigil-bench-'))
await withEmptyDatabase(async (db, owner) => {
  const pool = new pg.Pool({ ...owner, max: Math.max(...WRITERS) })
  // A connection may still be closing when the server ends.
  pool.on('error', () => undefined)
  await pool.query('create table plain_entry (like audit_entry including all)')
  for (const writers of WRITERS) await measure({ db, pool, writers })
  await measureBacklog(db, pool)
  await pool.end()
})
rmSync(data, { recursive: true, force: true })

interface Measured {
  readonly db: Db
  readonly pool: pg.Pool
  readonly writers: number
}

async function measure({ db, pool, writers }: Measured): Promise<void> {
  const [plain, logged]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    plain.push(await writeFor(pool, { table: 'plain_entry', writers }))
    const stopping = new AbortController()
    const numbering = keepNumbering(db, stopping.signal)
    logged.push(await writeFor(pool, { table: 'audit_entry', writers }))
    stopping.abort()
    await numbering
  }
  const [without, withLog] = [median(plain), median(logged)]
  const ratio = (without / withLog).toFixed(2)
  console.log(
    `${writers} writers: ${withLog} entries/s in the log, ${without} plain: ${ratio} times dearer`,
  )
}

/** Entries a second that so many writers bring in, each one after the other. */
async function writeFor(
  pool: pg.Pool,
  { table, writers }: { readonly table: string; readonly writers: number },
): Promise<number> {
  const started = performance.now()
  let written = 0
  const write = async () => {
    while (performance.now() - started < ROUND_MS) {
      await pool.query(
        `insert into ${table} (id, at, action, object_type, object_id, policy_version, decision)
         values ($1, date_trunc('milliseconds', now()), 'document.read', 'document', $1, 1, 'allowed')`,
        [randomUUID()],
      )
      written += 1
    }
  }
  await Promise.all(Array.from({ length: writers }, write))
  return Math.round((written / (performance.now() - started)) * 1_000)
}

/** Numbers every second, as a server does, and at the end what is left. */
async function keepNumbering(db: Db, stopping: AbortSignal): Promise<void> {
  const key = await ensureLogKey(db, data)
  for (let isLast = false; !isLast;) {
    isLast = stopping.aborted
    await numberAll(db, key)
    if (!isLast) await pause(EVERY_MS, undefined, { signal: stopping }).catch(() => undefined)
  }
}

/** How fast entries get their numbers when many wait. */
async function measureBacklog(db: Db, pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into audit_entry (id, at, action, policy_version, decision)
     select gen_random_uuid(), date_trunc('milliseconds', now()), 'document.read', 1, 'allowed'
     from generate_series(1, $1)`,
    [BACKLOG],
  )
  const key = await ensureLogKey(db, data)
  const took = await time(() => numberAll(db, key))
  console.log(`${BACKLOG} entries that waited: ${Math.round((BACKLOG / took) * 1_000)} numbered/s`)
}

async function numberAll(db: Db, key: SignerKey): Promise<void> {
  while ((await sequence(db, { key, at: new Date() })) === MOST_AT_ONCE);
}

function median(rates: readonly number[]): number {
  return rates.toSorted((one, other) => one - other)[Math.floor(rates.length / 2)] ?? Number.NaN
}
