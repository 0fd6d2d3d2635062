import { type Client, escapeIdentifier } from 'pg'
import type { Sequence, Table } from './manifest.ts'

/** A table, or a sequence, of some schema. */
interface Named {
  readonly schema: string
  readonly name: string
}

/**
 * Not copied: the schema says which migrations made it, and whoever was signed in when a copy was made
 * is not to be signed in by it, least of all with a session that was ended since. What would go with a
 * session goes with it here.
 */
const LEFT_OUT = `
  with recursive left_out (id) as (
    values ('public.migration'::regclass::oid), ('public.session'::regclass::oid)
    union
    select conrelid from pg_constraint join left_out on confrelid = id where confdeltype = 'c'
  )`

/** Schemas of Vigil: neither the server's own nor temporary ones. */
const OURS = `nspname !~ '^pg_' and nspname <> 'information_schema'`

/** The name as SQL says it. */
export function quote({ schema, name }: Named): string {
  return `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`
}

/** Every table with the columns that hold something of their own, in one order on every server. */
export async function listTables(client: Client): Promise<Table[]> {
  await refuseUnknownKinds(client)
  const { rows } = await client.query<Table>(
    `${LEFT_OUT}
     select nspname as schema, relname as name,
       array(
         select attname::text from pg_attribute
         where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
         order by attname collate "C"
       ) as columns
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where relkind = 'r' and ${OURS} and pg_class.oid not in (select id from left_out)
     order by nspname collate "C", relname collate "C"`,
  )
  return rows
}

/** A copy that leaves something out unsaid is none: what we cannot copy must not be there. */
async function refuseUnknownKinds(client: Client): Promise<void> {
  const { rows } = await client.query<{ what: string }>(
    `${LEFT_OUT}
     select nspname || '.' || relname as what
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where ${OURS} and (relkind in ('p', 'f', 'm') or relispartition or relhassubclass)
     union all
     select 'large object ' || oid from pg_largeobject_metadata
     union all
     select conrelid::regclass::text || ', which refers to rows that are left out'
     from pg_constraint join left_out on confrelid = id
     where conrelid not in (select id from left_out)
     limit 1`,
  )
  const [found] = rows
  if (found !== undefined) throw new Error(`Backups do not know how to copy ${found.what}`)
}

/** Every sequence as it stands. Read after the rows that took numbers from it, never before. */
export async function readSequences(client: Client): Promise<Sequence[]> {
  const { rows } = await client.query<Named>(
    `select nspname as schema, relname as name
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where relkind = 'S' and ${OURS}
     order by nspname collate "C", relname collate "C"`,
  )
  const sequences: Sequence[] = []
  for (const row of rows) {
    const read = `select last_value::text as value, is_called as called from ${quote(row)}`
    const found = await client.query<Pick<Sequence, 'value' | 'called'>>(read)
    const [at] = found.rows
    if (at !== undefined) sequences.push({ ...row, ...at })
  }
  return sequences
}

/** A promise between tables, as SQL says it. */
interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly definition: string
}

/**
 * Lifts what would stand in the way of rows that were all accepted once: foreign keys (they may run in
 * circles), triggers, and row-level security that binds the owner. The answer sets all of it up again and
 * checks every foreign key. Both in one transaction, with nobody else in the database.
 */
export async function liftRules(
  client: Client,
  tables: readonly Table[],
): Promise<() => Promise<void>> {
  const keys = await readForeignKeys(client)
  const forced = await readForced(client)
  for (const { table, name } of keys) {
    await client.query(`alter table ${table} drop constraint ${escapeIdentifier(name)}`)
  }
  for (const table of tables) await client.query(`alter table ${quote(table)} disable trigger user`)
  for (const table of forced) await client.query(`alter table ${table} no force row level security`)
  return async () => {
    for (const { table, name, definition } of keys) {
      const key = `constraint ${escapeIdentifier(name)} ${definition}`
      await client.query(`alter table ${table} add ${key}`)
    }
    for (const table of tables)
      await client.query(`alter table ${quote(table)} enable trigger user`)
    for (const table of forced) await client.query(`alter table ${table} force row level security`)
  }
}

async function readForeignKeys(client: Client): Promise<readonly ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select format('%I.%I', nspname, relname) as table, conname as name,
       pg_get_constraintdef(pg_constraint.oid) as definition
     from pg_constraint join pg_class on pg_class.oid = conrelid
       join pg_namespace on pg_namespace.oid = relnamespace
     where contype = 'f' and ${OURS}
     order by 1, 2`,
  )
  return rows
}

async function readForced(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ table: string }>(
    `select format('%I.%I', nspname, relname) as table
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where relforcerowsecurity and ${OURS}
     order by 1`,
  )
  return rows.map(({ table }) => table)
}
