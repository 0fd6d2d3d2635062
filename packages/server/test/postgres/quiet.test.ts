import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { findTalkativeSettings } from '../../src/db/talkative.ts'
import { freshDatabase } from '../support/database.ts'

const { db, unprotected } = await freshDatabase()
const CANARY = 'Zéphyrine Canari-Exemple'

/** All that the server has written down so far. */
async function readMessages(): Promise<string> {
  const { rows } = await sql<{ directory: string }>`
    select current_setting('data_directory') as directory`.execute(unprotected)
  return readFileSync(join(rows[0]?.directory ?? '', '..', 'postgres.log'), 'utf8')
}

test('no value of a statement stands in the messages of the server, whatever goes wrong with it', async () => {
  const wrong = [
    sql`select ${CANARY}::text::integer`,
    sql`select pg_sleep(0), ${CANARY}::uuid`,
    sql.raw(`select '${CANARY}'::date`),
    sql.raw(`selekt '${CANARY}'`),
    sql`do $$ begin raise warning 'about %', 'Canari-Exemple'; end $$`,
  ]
  const refused = await Promise.allSettled(wrong.map((statement) => statement.execute(db)))
  expect(refused.filter(({ status }) => status === 'rejected')).toHaveLength(4)
  const messages = await readMessages()
  expect(messages).toContain('ready to accept connections')
  expect(messages).not.toContain('Canari')
})

test('a server that would write them down is found out, setting by setting', async () => {
  expect(await findTalkativeSettings(db)).toEqual([])
  await unprotected.transaction().execute(async (tx) => {
    await sql`set local log_statement = 'all'`.execute(tx)
    await sql`set local log_parameter_max_length = -1`.execute(tx)
    expect(await findTalkativeSettings(tx)).toEqual([
      'log_parameter_max_length = 0',
      'log_statement = none',
    ])
  })
})
