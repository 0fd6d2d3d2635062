import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseVerifierKey, typedCheckpoint } from '@vigil/core/log'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres } from '../../src/postgres/launcher.ts'
import { findServer, keptDirectory, runVigil, startVigil, waitUntil } from '../support/vigil.ts'

const KEPT = keptDirectory()
const DATA = join(KEPT, 'data')
/** Enough for the numbering to be under way when it is killed. */
const ENTRIES = 20_000

let client: Client

/** A server of these data, and a connection with the rights of the tables' owner. */
async function connect(): Promise<Client> {
  const postgres = await startPostgres({ data: DATA })
  await postgres.stop()
  const found = new Client(postgres.owner)
  found.on('error', () => undefined)
  return found
}

beforeAll(async () => {
  client = await connect()
}, 60_000)

afterAll(() => client.end())

/** Entries as the application writes them, all in one transaction. */
function writeEntries(many: number): Promise<unknown> {
  return client.query(
    `insert into audit_entry (id, at, action, policy_version, decision)
     select gen_random_uuid(), date_trunc('milliseconds', now()), 'document.read', 1, 'allowed'
     from generate_series(1, $1)`,
    [many],
  )
}

/** What `vigil check` says. */
function check(more: readonly string[] = [], language = 'C') {
  const words = ['check', '--data', DATA, ...more]
  const { code, output, errors } = runVigil(words, { env: { LC_ALL: language } })
  return { code, out: output.trim(), err: errors.trim() }
}

async function count(table: string): Promise<number> {
  const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${table}`)
  return Number(rows[0]?.n)
}

/** The newest checkpoint as it stands on paper. */
async function printedCheckpoint(): Promise<string> {
  const { rows } = await client.query<{ size: number; root: Buffer; key: string }>(
    `select size::int, root, verifier_key as key from log_checkpoint, log_key
     order by number desc limit 1`,
  )
  const [head] = rows
  const key = parseVerifierKey(head?.key ?? '')
  if (!head || !key.ok) throw new Error('nothing was numbered yet')
  return typedCheckpoint(head, key.value)
}

function whenNumbered(): Promise<true> {
  return waitUntil(async () => ((await count('log_pending')) === 0 ? true : undefined))
}

test('a log is checked beside a running server, and a fault is named in one sentence', async () => {
  const vigil = await startVigil(['--data', DATA])
  await client.connect()
  await writeEntries(5)
  await whenNumbered()
  const whole = /^The log is whole: 5 entries, root [A-Za-z0-9+/]{43}=\.$/
  expect(check()).toEqual({ code: 0, err: '', out: expect.stringMatching(whole) })
  expect(check([], 'fr').out).toMatch(/^Le journal est intact\u00a0: 5 entrées, racine \S{44}\.$/)

  const { rows } = await client.query<{ note: string }>('select note from log_checkpoint')
  const kept = join(KEPT, 'kept.txt')
  const forged = join(KEPT, 'forged.txt')
  writeFileSync(kept, rows[0]?.note ?? '')
  writeFileSync(forged, (rows[0]?.note ?? '').replace('\n5\n', '\n6\n'))
  const typed = await printedCheckpoint()
  expect(check(['--checkpoint', kept, '--checkpoint', typed])).toMatchObject({ code: 0, err: '' })
  const mistyped = typed.replace(/^../, (two) => (two[1] ?? '') + (two[0] ?? ''))
  expect(check(['--checkpoint', mistyped === typed ? `${typed}q` : mistyped])).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/^[\w-]+: The signs do not fit together: [^\n]+\.$/),
  })
  expect(check(['--checkpoint', kept, '--checkpoint', forged])).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/forged\.txt: The signature of vigil\/\w+ is not for this text/),
  })

  await client.query(`begin; alter table audit_entry disable trigger user;
    update audit_entry set decision = 'refused', reason = 'access.denied'
    where seq = (select seq from log_entry where index = 3)`)
  await client.query('commit')
  const fault = { code: 1, out: '', err: 'Entry 3 is not what it was when it was written.' }
  expect(check(['--checkpoint', typed])).toEqual(fault)
  await client.query(
    `update audit_entry set decision = 'allowed', reason = null where reason = 'access.denied'`,
  )
  await client.query('alter table audit_entry enable trigger user')
  expect(check()).toMatchObject({ code: 0 })
  await vigil.end('SIGTERM')
  await client.end().catch(() => undefined)
}, 120_000)

test('a numbering that is killed half-way goes on where it was, without gaps', async () => {
  client = await connect()
  const vigil = await startVigil(['--data', DATA])
  await client.connect()
  const before = await count('log_checkpoint')
  const all = (await count('audit_entry')) + ENTRIES
  await writeEntries(ENTRIES)
  await waitUntil(async () => ((await count('log_checkpoint')) > before ? true : undefined))
  vigil.child.kill('SIGKILL')
  process.kill(Number(findServer(DATA)), 'SIGKILL')
  await waitUntil(() => (findServer(DATA) === undefined ? true : undefined))

  client = await connect()
  const postgres = await startPostgres({ data: DATA })
  await client.connect()
  const [numbered, waiting] = [await count('log_entry'), await count('log_pending')]
  const { rows } = await client.query('select max(size) as size from log_checkpoint')
  expect(Number(rows[0]?.size)).toBe(numbered)
  expect(waiting).toBeGreaterThan(0)
  expect(numbered + waiting).toBe(all)
  await client.end()
  await postgres.stop()
  expect(check()).toMatchObject({ code: 0 })

  client = await connect()
  await startVigil(['--data', DATA])
  await client.connect()
  await whenNumbered()
  expect(check()).toMatchObject({
    code: 0,
    out: expect.stringContaining(`${all.toLocaleString('en')} entries`),
  })
  process.stdout.write(`Measured: killed after ${numbered} of ${all} entries\n`)
}, 180_000)
