import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openCheckpoint, type TreeHead } from '@vigil/core/log'
import type { Db } from '../../src/db/transaction.ts'
import { checkInstallation, type InstallationCheck } from '../../src/log/check.ts'
import { findLogKey, trustIn } from '../../src/log/key.ts'
import { freshDatabase } from '../support/database.ts'
import { act, dataDirectory, enter, FULL, sequenceAll } from './installation.ts'

const { db, unprotected } = await freshDatabase()
const data = dataDirectory()
const TABLES = ['audit_entry', 'log_entry', 'log_tile', 'log_checkpoint'] as const

/** Enough for tiles of two levels, and for several checkpoints. */
for (const times of [3, 200, 90, 7]) {
  await act(db, times)
  await sequenceAll(db, data)
}
// Whoever may do everything takes away first what the database itself would refuse.
await sql`create sequence further start 1000`.execute(unprotected)
await sql`alter table audit_entry alter column seq drop identity`.execute(unprotected)
await sql`alter table audit_entry alter column seq set default nextval('further')`.execute(
  unprotected,
)
for (const table of TABLES) await dropConstraints(table)

async function dropConstraints(table: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select conname as name from pg_constraint
    where conrelid = ${table}::regclass and contype in ('c', 'u')`.execute(unprotected)
  for (const { name } of rows) {
    await sql`alter table ${sql.table(table)} drop constraint ${sql.id(name)}`.execute(unprotected)
  }
}

function check(tx: Db, given: readonly TreeHead[] = []): Promise<InstallationCheck> {
  return checkInstallation(tx, { key: findLogKey(data), given })
}

/** Does `work` with all rights and without triggers, looks at the log, and undoes it. */
async function checkAfter(
  work: (tx: Db) => Promise<unknown>,
  given: readonly TreeHead[] = [],
): Promise<InstallationCheck> {
  const tx = await unprotected.startTransaction().execute()
  try {
    await sql`set local session_replication_role = replica`.execute(tx)
    await work(tx)
    return await check(tx, given)
  } finally {
    await tx.rollback().execute()
  }
}

/** The newest checkpoint, as somebody elsewhere keeps it. */
async function keepCheckpoint(tx: Db): Promise<TreeHead> {
  const { note } = await tx
    .selectFrom('log_checkpoint')
    .select('note')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const key = findLogKey(data)
  const opened = key === undefined ? undefined : openCheckpoint(note, trustIn(key))
  if (opened?.ok !== true) throw new Error('the newest checkpoint is not signed')
  return opened.value
}

/** Every column that there is, and what another value for it is. */
const OTHER: Readonly<Record<string, (column: string, amount: number) => string>> = {
  uuid: () => 'gen_random_uuid()',
  text: (column, amount) =>
    `case when ${column} is null then 'x' else overlay(${column} placing chr(8364) from ${amount}) end`,
  bytea: (column, amount) =>
    `case when coalesce(octet_length(${column}), 0) = 0 then '\\x00'::bytea
       else set_bit(${column}, ${amount} % (8 * octet_length(${column})), 1 - get_bit(${column}, ${amount} % (8 * octet_length(${column})))) end`,
  'timestamp with time zone': (column, amount) => `${column} + interval '${amount} microseconds'`,
  bigint: (column, amount) => `${column} + ${amount}`,
  integer: (column, amount) => `${column} - ${amount}`,
  smallint: (column, amount) => `${column} + ${amount}`,
}

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
}

const { rows: COLUMNS } = await sql<Column>`
  select table_name as table, column_name as name, data_type as type
  from information_schema.columns
  where table_schema = 'public' and table_name = any(${[...TABLES]})`.execute(unprotected)

const { rows: COUNTS } = await sql<{ table: string; rows: number }>`
  select 'audit_entry' as table, count(*) as rows from audit_entry
  union all select 'log_entry', count(*) from log_entry
  union all select 'log_tile', count(*) from log_tile
  union all select 'log_checkpoint', count(*) from log_checkpoint`.execute(unprotected)

function rowOf(table: string, at: number): string {
  const rows = COUNTS.find((one) => one.table === table)?.rows ?? 0
  return `ctid = (select ctid from ${table} order by ctid offset ${at % rows} limit 1)`
}

const ANY_CHANGE = fc
  .record({
    column: fc.constantFrom(...COLUMNS),
    at: fc.nat(),
    amount: fc.integer({ min: 1, max: 90 }),
    how: fc.constantFrom('delete', 'other', 'other', 'none'),
  })
  .map(({ column: { table, name, type }, at, amount, how }) => {
    if (how === 'delete') return `delete from ${table} where ${rowOf(table, at)}`
    const other = OTHER[type]?.(name, amount)
    const value = how === 'none' ? `case when ${name} is null then ${other} end` : other
    return `update ${table} set ${name} = ${value} where ${rowOf(table, at)}`
  })

describe('a check of the installation', () => {
  test('finds nothing where nothing was done', async () => {
    const { size, root } = await keepCheckpoint(db)
    expect(await check(db, [{ size, root }])).toEqual({ size: 300, root, fault: null })
  })

  test('finds nothing in entries that wait for their number', async () => {
    const answer = await checkAfter(async (tx) => {
      await sql`set local session_replication_role = origin`.execute(tx)
      await enter(tx)
    })
    expect(answer).toMatchObject({ fault: null, size: 300 })
  })

  test(
    'finds whatever somebody with all rights changes or deletes',
    { timeout: 600_000 },
    async () => {
      let refused = 0
      const property = fc.asyncProperty(ANY_CHANGE, async (statement) => {
        const answer = await checkAfter((tx) => sql.raw(statement).execute(tx)).catch(
          (error: unknown) => {
            // A column that must have a value keeps one, and no two rows have one place.
            if (!/null value|duplicate key/.test(String(error))) throw error
            refused += 1
          },
        )
        if (answer !== undefined) expect(answer.fault).not.toBeNull()
      })
      const numRuns = FULL ? 2_000 : 60
      await fc.assert(property, { numRuns })
      expect(refused).toBeLessThan(numRuns / 2)
    },
  )

  test.each([
    [
      `delete from audit_entry where seq = (select seq from log_entry where index = 7)`,
      { kind: 'entryGone', index: 7 },
    ],
    [
      `update audit_entry set actor = id where seq = (select seq from log_entry where index = 7)`,
      { kind: 'entryChanged', index: 7 },
    ],
    [`delete from log_entry where index = 7`, { kind: 'entryMissing', index: 7, found: 8 }],
    [`delete from log_tile where level = 1`, { kind: 'tileChanged', level: 1, index: 0 }],
    [
      `update log_tile set hashes = hashes || sha256('') where level = 1`,
      { kind: 'tileChanged', level: 1, index: 0 },
    ],
    [`delete from log_checkpoint where number = 2`, { kind: 'checkpointMissing', number: 2 }],
    [`delete from log_checkpoint where number = 3`, { kind: 'checkpointMissing', number: 3 }],
    [
      `update log_checkpoint set at = at + interval '1 microsecond'`,
      { kind: 'checkpointChanged', number: 0 },
    ],
    [
      `update log_checkpoint set note = note || '— other AAAAAAA=' || chr(10) where number = 1`,
      { kind: 'checkpointChanged', number: 1 },
    ],
    [`update log_key set verifier_key = 'other'`, { kind: 'keyDiffers' }],
    [`insert into log_pending values (-1)`, { kind: 'entryLost' }],
    [
      `insert into audit_entry select (jsonb_populate_record(a, '{"seq": 999999999}')).* from audit_entry as a where seq = 1`,
      { kind: 'entryUnnumbered', id: expect.any(String) },
    ],
  ])('names the first fault: %s', async (statement, fault) => {
    const answer = await checkAfter(async (tx) => {
      await sql`alter table audit_entry drop constraint if exists audit_entry_once`.execute(tx)
      await sql.raw(statement).execute(tx)
    })
    expect(answer.fault).toEqual(fault)
  })

  test('finds a history that was written anew with all its hashes, but not signed', async () => {
    const answer = await checkAfter(async (tx) => {
      const signed = await tx.selectFrom('log_checkpoint').selectAll().execute()
      await sql`update audit_entry set actor = id
        where seq = (select seq from log_entry where index = 7)`.execute(tx)
      await sql`insert into log_pending select seq from log_entry`.execute(tx)
      await sql`delete from log_entry`.execute(tx)
      await sql`delete from log_tile`.execute(tx)
      await sql`delete from log_checkpoint`.execute(tx)
      await sequenceAll(tx, data)
      await sql`delete from log_checkpoint`.execute(tx)
      await tx.insertInto('log_checkpoint').values(signed).execute()
    })
    expect(answer.fault).toEqual({ kind: 'historyDiffers', checkpoint: 1, from: 3, last: 202 })
  })

  test('finds a history that was rolled back, and one that went on since', async () => {
    const tx = await unprotected.startTransaction().execute()
    try {
      const dump = await tx.savepoint('dump').execute()
      for (let time = 0; time < 9; time += 1) await enter(tx, time)
      await sequenceAll(tx, data)
      const kept = await keepCheckpoint(tx)
      await dump.rollbackToSavepoint('dump').execute()
      const shorter = { kind: 'historyShorter', checkpoint: 0, entries: 300, size: 309 }
      expect((await check(tx, [kept])).fault).toEqual(shorter)
      for (let time = 0; time < 12; time += 1) await enter(tx, time)
      await sequenceAll(tx, data)
      expect((await check(tx)).fault).toBeNull()
      const differs = { kind: 'historyDiffers', checkpoint: 0, from: 300, last: 308 }
      expect((await check(tx, [kept])).fault).toMatchObject({
        ...differs,
        from: expect.any(Number),
      })
    } finally {
      await tx.rollback().execute()
    }
  })
})
