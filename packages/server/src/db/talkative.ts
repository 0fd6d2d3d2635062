import { sql } from 'kysely'
import { QUIET } from '../postgres/quiet.ts'
import type { Db } from './transaction.ts'

/**
 * The settings by which the server may write values of statements into its messages, as they are to be
 * (`log_statement = none`). None on the server that Vigil brings.
 */
export async function findTalkativeSettings(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name = any(${Object.keys(QUIET)}::text[])
    order by name`.execute(db)
  const wanted: Readonly<Record<string, string>> = QUIET
  return rows
    .filter(({ name, setting }) => setting !== wanted[name])
    .map(({ name }) => `${name} = ${wanted[name]}`)
}
