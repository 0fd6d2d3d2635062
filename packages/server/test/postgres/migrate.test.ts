import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MIGRATIONS, migrate } from '../../src/db/migrate.ts'
import { refusalOf } from '../support/refusal.ts'
import { createDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/vigil.ts'

let database: Awaited<ReturnType<typeof createDatabase>>
beforeEach(async () => {
  database = await createDatabase()
})
afterEach(() => database.drop())

const TWO = {
  '0001-first.sql': 'create table first (n integer primary key); insert into first values (1);',
  '0002-second.sql':
    'alter table first add column doubled integer; update first set doubled = n * 2;',
}

function directoryWith(files: Readonly<Record<string, string>>): string {
  const directory = join(temporaryDirectory(), 'migrations')
  mkdirSync(directory)
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(directory, name), sql)
  return directory
}

/** The migrations of the project as they were when the one of this number was the last. */
function directoryUpTo(last: number): string {
  const directory = join(temporaryDirectory(), 'migrations')
  cpSync(MIGRATIONS, directory, {
    recursive: true,
    filter: (path) => path === MIGRATIONS || Number.parseInt(basename(path), 10) <= last,
  })
  return directory
}

async function ask(sql: string): Promise<unknown[]> {
  const client = new Client(database.owner)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

test('the migrations of the project apply once, and a second time nothing is done', async () => {
  const names = readdirSync(MIGRATIONS).toSorted()
  expect(await migrate(database.owner)).toEqual(names)
  expect(await migrate(database.owner)).toEqual([])
})

test('two processes that migrate at the same moment take turns', async () => {
  const directory = directoryWith(TWO)
  const both = await Promise.all([1, 2].map(() => migrate(database.owner, directory)))
  expect(both.flat().toSorted()).toEqual(Object.keys(TWO))
  expect(await ask('select n, doubled from first')).toEqual([{ n: 1, doubled: 2 }])
})

test('a later migration finds the data of the earlier version and keeps them', async () => {
  const first = directoryWith({ '0001-first.sql': TWO['0001-first.sql'] })
  await migrate(database.owner, first)
  await ask('insert into first values (7)')
  expect(await migrate(database.owner, directoryWith(TWO))).toEqual(['0002-second.sql'])
  expect(await ask('select doubled from first order by n')).toEqual([
    { doubled: 2 },
    { doubled: 14 },
  ])
})

test('a file that was changed after it had been applied is refused', async () => {
  await migrate(database.owner, directoryWith(TWO))
  const changed = directoryWith({ ...TWO, '0001-first.sql': 'create table other ()' })
  expect(await refusalOf(migrate(database.owner, changed))).toBe('refusal.database.changed')
})

test('a database of a newer version is refused', async () => {
  await migrate(database.owner, directoryWith(TWO))
  const older = directoryWith({ '0001-first.sql': TWO['0001-first.sql'] })
  expect(await refusalOf(migrate(database.owner, older))).toBe('refusal.database.newer')
})

test('a migration that fails leaves nothing behind and those before it in place', async () => {
  const sql = 'create table second (n integer); select 1 / 0;'
  const directory = directoryWith({ ...TWO, '0003-broken.sql': sql })
  expect(await refusalOf(migrate(database.owner, directory))).toBe('refusal.database.migration')
  expect(await ask(`select to_regclass('second') as second`)).toEqual([{ second: null }])
  expect(await ask('select max(number) as last from migration')).toEqual([{ last: 2 }])
})

test('clauses listed before they were counted by their codes are counted like all others', async () => {
  await migrate(database.owner, directoryUpTo(3))
  await ask(`
    with original as (
      insert into document_original (sha256, bytes, media_type, name)
      values (sha256('text'), 'text', 'text/plain', 'text.txt') returning sha256
    ), held as (
      insert into document (id, kind) values (gen_random_uuid(), 'resolution') returning id
    ), text as (
      insert into rendition
        (id, document_id, language, version, original, extracted, characters, repairs, reader)
      select gen_random_uuid(), id, 'en', 1, sha256, 'text', 4, '[]', 1 from held, original
      returning id, document_id
    ), reading as (
      insert into clause_reading (document_id, language, rendition_id, annotation_version, clauses)
      select document_id, 'en', id, 1, 3 from text returning document_id
    )
    insert into listed_clause (document_id, language, ordinal, eid, paragraph, text, kind, strength,
      addressees, violations, themes, continuing, urgent, reviewed, corrected)
    select document_id, 'en', ordinal, 'para_' || ordinal, 'para_' || ordinal, 'Urges', kind, 1,
      addressees, violations, themes, false, false, ordinal = 1, false
    from reading, (values
      (0, 'directive', null, '{RU,KM}'::text[], '{training}'::text[]),
      (1, 'directive', '{donors,government}'::text[], '{}', '{}'),
      (2, 'expressive', '{}', '{}', '{}')
    ) as clause (ordinal, kind, addressees, violations, themes)`)
  expect(await migrate(database.owner)).toContain('0004-counting-clauses.sql')
  expect(await ask('select codes from listed_clause order by ordinal')).toEqual([
    {
      codes:
        'kind=directive addressee=unknown violation=RU violation=KM theme=training reviewed=false',
    },
    { codes: 'kind=directive addressee=donors addressee=government reviewed=true' },
    { codes: 'kind=expressive reviewed=false' },
  ])
})

test('roles that accounts had become grants without end, and nobody has more or fewer', async () => {
  await migrate(database.owner, directoryUpTo(6))
  await ask(`
    insert into account (id, name, sign_in_name, passphrase, roles, created_at)
    values
      (gen_random_uuid(), 'Amina Example', 'amina', '$argon2id$x', '{administrator,secretariat}',
        '2025-11-03T23:30:00Z'),
      (gen_random_uuid(), 'Bakari Example', 'bakari', '$argon2id$x', '{}', '2025-11-04T08:00:00Z')`)
  expect(await migrate(database.owner)).toContain('0007-grants-and-incidents.sql')
  expect(
    await ask(`
      select sign_in_name, role, operation, regions, entity, until_day, granted_at = created_at as same
      from account left join account_grant on account_id = account.id order by sign_in_name, role`),
  ).toEqual([
    grant('amina', 'administrator'),
    grant('amina', 'secretariat'),
    { ...grant('bakari', null), same: null },
  ])
})

function grant(signInName: string, role: string | null) {
  const everywhere = { operation: null, regions: null, entity: null, until_day: null }
  return { sign_in_name: signInName, role, ...everywhere, same: true }
}

test('numbers that leave a gap are a mistake of ours and stop everything', async () => {
  const directory = join(temporaryDirectory(), 'migrations')
  cpSync(MIGRATIONS, directory, { recursive: true })
  writeFileSync(join(directory, '0099-late.sql'), 'select 1')
  await expect(migrate(database.owner, directory)).rejects.toThrow('out of sequence')
})
