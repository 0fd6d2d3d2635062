import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src/db/pool.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { asOwner } from '../support/accounts.ts'
import { asSuperuser, freshDatabase } from '../support/database.ts'
import { waitUntil } from '../support/vigil.ts'

const { db, owner } = await freshDatabase()

test('a connection that is cut between two statements fails the next one and nothing else', async () => {
  const cut = inTransaction(db, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    const pid = Number(rows[0]?.pid)
    await asOwner(owner, `select pg_terminate_backend(${pid})`)
    await waitUntil(async () => {
      const alive = await asOwner(owner, `select from pg_stat_activity where pid = ${pid}`)
      return alive.rows.length === 0 || undefined
    })
    // What the server said at its end must have come: unheard, it would end the process.
    await pause(50)
    await sql`select 1`.execute(tx)
  })
  await expect(cut).rejects.toThrow(/connection|terminat/i)
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db)
  expect(rows).toEqual([{ one: 1 }])
})

test('connections that may not act as the application are let go, and not waited for at the end', async () => {
  await asSuperuser(`create role stranger login password 'strange'`)
  const stranger = { ...owner, user: 'stranger', password: 'strange' }
  const refused = openDatabase(stranger, { connections: 2 })
  const asked = Array.from({ length: 4 }, () => sql`select 1`.execute(refused))
  for (const answer of await Promise.allSettled(asked)) {
    expect(answer).toMatchObject({ reason: { message: expect.stringContaining('permission') } })
  }
  await refused.destroy()
  await asSuperuser('drop role stranger')
})
