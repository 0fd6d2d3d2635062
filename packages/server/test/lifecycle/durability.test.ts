import { join } from 'node:path'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { startPostgres } from '../../src/postgres/launcher.ts'
import { findServer, keptDirectory, startVigil, waitUntil } from '../support/vigil.ts'

const ROUNDS = process.env['VIGIL_TORTURE'] === '1' ? 20 : 2
const WRITE_FOR_MS = 400

/** Writes one row after the other and returns how many the server confirmed before it was gone. */
async function writeUntilGone(client: Client, from: number): Promise<number> {
  let confirmed = from
  try {
    for (;;) {
      await client.query('insert into torture values ($1)', [confirmed])
      confirmed += 1
    }
  } catch {
    return confirmed
  }
}

test(`what was confirmed survives ${ROUNDS} times kill -9`, { timeout: 600_000 }, async () => {
  const data = join(keptDirectory(), 'data')
  const first = await startPostgres({ data })
  const { owner } = first
  const setUp = new Client(owner)
  await setUp.connect()
  await setUp.query('create table torture (n integer primary key)')
  await setUp.end()
  await first.stop()

  let confirmed = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const vigil = await startVigil(['--data', data])
    const client = new Client(owner)
    client.on('error', () => undefined)
    await client.connect()
    const { rows } = await client.query<{ n: string }>('select count(*) as n from torture')
    expect(Number(rows[0]?.n)).toBeGreaterThanOrEqual(confirmed)
    const writing = writeUntilGone(client, Number(rows[0]?.n))
    setTimeout(() => {
      vigil.child.kill('SIGKILL')
      process.kill(Number(findServer(data)), 'SIGKILL')
    }, WRITE_FOR_MS)
    confirmed = await writing
    await client.end().catch(() => undefined)
    await waitUntil(() => (findServer(data) === undefined ? true : undefined))
  }
  expect(confirmed).toBeGreaterThan(0)

  const after = await startPostgres({ data })
  const reader = new Client(owner)
  await reader.connect()
  const { rows } = await reader.query<{ n: number }>('select n from torture order by n')
  await reader.end()
  await after.stop()
  const found = new Set(rows.map(({ n }) => n))
  const lost = Array.from({ length: confirmed }, (_, n) => n).filter((n) => !found.has(n))
  expect(lost).toEqual([])
  process.stdout.write(`Measured: ${confirmed} rows survived ${ROUNDS} times kill -9\n`)
})
