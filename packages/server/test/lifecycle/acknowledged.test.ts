import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { createAccount } from '../../src/accounts/accounts.ts'
import { openSession } from '../../src/accounts/sessions.ts'
import { migrate } from '../../src/db/migrate.ts'
import { openDatabase } from '../../src/db/pool.ts'
import { checkInstallation } from '../../src/log/check.ts'
import { findLogKey } from '../../src/log/key.ts'
import { type EmbeddedPostgres, startPostgres } from '../../src/postgres/launcher.ts'
import { grantOf } from '../support/accounts.ts'
import { findServer, keptDirectory, startVigil, type Vigil, waitUntil } from '../support/vigil.ts'
import {
  countLostPeople,
  findKeyService,
  keepRecordingPeople,
  readName,
  type Recorded,
  writeCredential,
} from './identities.ts'
import { keepRecording } from './writers.ts'

const FULL = process.env['VIGIL_TORTURE'] === '1'
const WANTED = FULL ? 20_000 : 150
const WRITERS = 16
/** How many more must have been acknowledged before the next thing is killed. */
const BETWEEN_KILLS = FULL ? 500 : 50

/** An installation under load, and everything it said it had recorded. */
interface Loaded {
  readonly data: string
  readonly superuser: EmbeddedPostgres['superuser']
  readonly cookie: string
  readonly recorded: Set<string>
  /** Whom it said it had recorded, and the file that opens the keys at every start. */
  readonly people: Recorded
  readonly credential: string
}

/** Kills something, and resolves once the installation can be written to again. */
type Kill = (installation: Loaded, vigil: Vigil) => Promise<Vigil>

/** The process that serves; its database must not be left over either. */
const killServer: Kill = async (installation, vigil) => {
  vigil.child.kill('SIGKILL')
  await waitUntil(() => (findServer(installation.data) === undefined ? true : undefined))
  return start(installation)
}

/** The database as a whole; the server brings it back. */
const killDatabase: Kill = async ({ data }, vigil) => {
  const before = Number(findServer(data))
  process.kill(before, 'SIGKILL')
  await waitUntil(() => (findServer(data) === before ? undefined : findServer(data)))
  return vigil
}

/** Server and database at the same moment. */
const killBoth: Kill = async (installation, vigil) => {
  process.kill(Number(findServer(installation.data)), 'SIGKILL')
  return killServer(installation, vigil)
}

/** The process of the database that is just numbering the log; the others are cut off with it. */
const killNumbering: Kill = async ({ superuser }, vigil) => {
  const client = new Client(superuser)
  client.on('error', () => undefined)
  await client.connect()
  const pid = await waitUntil(async () => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity
       where state <> 'idle' and query ~ 'log_(entry|tile|checkpoint|pending)' and pid <> pg_backend_pid()`,
    )
    return rows[0]?.pid
  })
  process.kill(pid, 'SIGKILL')
  await client.end().catch(() => undefined)
  return vigil
}

/** The key service, while people are recorded and opened; the server brings it back, and it opens itself. */
const killKeyService: Kill = async ({ data, superuser, cookie, people }, vigil) => {
  const one = await waitUntil(() => [...people][0])
  await proveAnew(superuser)
  const reader = { cookie, address: () => vigil.address }
  const before = await waitUntil(() => findKeyService(data))
  const underWay = readName(reader, one[0])
  process.kill(before, 'SIGKILL')
  await underWay
  await waitUntil(() => (findKeyService(data) === before ? undefined : findKeyService(data)))
  const shown = await waitUntil(() => readName(reader, one[0]))
  expect(shown).toBe(one[1])
  const { size } = people
  await waitUntil(() => (people.size > size ? true : undefined))
  return vigil
}

/** Who opens identities has signed in within five minutes, which a long run is over. */
async function proveAnew(superuser: EmbeddedPostgres['superuser']): Promise<void> {
  const client = new Client({ ...superuser, database: 'vigil' })
  await client.connect()
  await client.query('update session set proven_at = now()')
  await client.end()
}

function start({ data, credential }: Pick<Loaded, 'data' | 'credential'>): Promise<Vigil> {
  return startVigil(['--data', data], { env: { VIGIL_KEY_CREDENTIAL: credential } })
}

const KILLS = FULL
  ? [killNumbering, killDatabase, killServer, killKeyService, killBoth]
  : [killNumbering, killKeyService, killDatabase, killBoth]

/** A data directory in which somebody is signed in who may record incidents. */
async function prepare(settings: readonly string[] = []): Promise<Loaded> {
  const directory = keptDirectory()
  const [data, credential] = [join(directory, 'data'), await writeCredential(directory)]
  const postgres = await startPostgres({ data })
  await migrate(postgres.owner)
  const db = openDatabase(postgres.owner, { connections: 1 })
  const grants = [grantOf('monitor', { operation: 'aldonia', entity: 'mission' })]
  const passphrase = '$argon2id$v=19$m=64,t=1,p=1$none$none'
  const now = new Date()
  const given = { name: 'Amina Example', signInName: 'amina', passphrase, grants, now }
  const account = await createAccount(db, given)
  const device = { browser: null, platform: null }
  const opening = { accountId: account?.id ?? '', openedWith: 'passphrase', device, now } as const
  const { token } = await openSession(db, opening)
  await db.destroy()
  const superuser = new Client(postgres.superuser)
  await superuser.connect()
  for (const setting of settings) await superuser.query(setting)
  await superuser.end()
  await postgres.stop()
  const cookie = `__Host-vigil=${token}`
  const { superuser: asSuperuser } = postgres
  const said = { recorded: new Set<string>(), people: new Map<string, string>() }
  return { data, superuser: asSuperuser, cookie, credential, ...said }
}

/** Kills one after the other under load until `wanted` were acknowledged and each had its turn. */
async function killUnderLoad(
  installation: Loaded,
  { kills, wanted }: { readonly kills: readonly Kill[]; readonly wanted: number },
): Promise<{ readonly vigil: Vigil; readonly rounds: number }> {
  const { recorded, people, cookie } = installation
  let vigil = await start(installation)
  let isOver = false
  const writer = {
    cookie,
    address: () => vigil.address,
    isOver: () => isOver,
    onRecorded: (id: string) => recorded.add(id),
  }
  const writing = Array.from({ length: WRITERS }, () => keepRecording(writer))
  for (let one = 0; one < 2; one += 1) {
    writing.push(keepRecordingPeople({ ...writer, recorded: people }))
  }
  let rounds = 0
  try {
    while (recorded.size < wanted || rounds < kills.length) {
      const goal = recorded.size + BETWEEN_KILLS
      while (recorded.size < goal) await pause(20)
      vigil = (await kills[rounds % kills.length]?.(installation, vigil)) ?? vigil
      rounds += 1
    }
  } finally {
    isOver = true
    await Promise.all(writing)
  }
  return { vigil, rounds }
}

/** The server is up again after the last kill, and every entry has its number. */
async function whenNumbered({ superuser }: Loaded): Promise<void> {
  await waitUntil(async () => {
    const client = new Client({ ...superuser, database: 'vigil' })
    client.on('error', () => undefined)
    try {
      await client.connect()
      const { rowCount } = await client.query('select from log_pending limit 1')
      return rowCount === 0 ? true : undefined
    } catch {
      return undefined
    } finally {
      await client.end().catch(() => undefined)
    }
  })
}

interface Outcome {
  /** Acknowledged, and not there. */
  readonly lost: number
  /** There, without an entry in the log. */
  readonly unlogged: number
  readonly held: number
  /** People recorded who cannot be opened any more. */
  readonly lostPeople: number
}

async function compare({ data, recorded, people, credential }: Loaded): Promise<Outcome> {
  const postgres = await startPostgres({ data })
  const client = new Client({ ...postgres.superuser, database: String(postgres.owner.database) })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string; logged: boolean }>(
      `select incident.id, log_entry.seq is not null as logged
       from incident
         left join audit_entry on object_id = incident.id and action = 'incident.record'
         left join log_entry using (seq)`,
    )
    const held = new Set(rows.map(({ id }) => id))
    const lost = [...recorded].filter((id) => !held.has(id)).length
    const unlogged = rows.filter(({ logged }) => !logged).length
    const { owner } = postgres
    const identity = readFileSync(credential, 'utf8')
    const lostPeople = await countLostPeople(people, { data, owner }, identity)
    return { lost, unlogged, held: rows.length, lostPeople }
  } finally {
    await client.end()
    await postgres.stop()
  }
}

test(`of ${WANTED} acknowledged records none is lost and none is without its entry, whatever is killed`, async () => {
  const installation = await prepare()
  const { vigil, rounds } = await killUnderLoad(installation, { kills: KILLS, wanted: WANTED })
  await whenNumbered(installation)
  await vigil.end('SIGTERM')
  const { lost, unlogged, held, lostPeople } = await compare(installation)
  const { recorded, people } = installation
  const { size } = recorded
  process.stdout.write(
    `Measured: ${size} acknowledged, ${rounds} times kill -9, ${lost} lost, ${unlogged} of ${held} without entry; ${people.size} people, ${lostPeople} lost\n`,
  )
  expect({ lost, unlogged, lostPeople }).toEqual({ lost: 0, unlogged: 0, lostPeople: 0 })
  expect(people.size).toBeGreaterThan(0)
  expect(size).toBeGreaterThanOrEqual(WANTED)

  const postgres = await startPostgres({ data: installation.data })
  const db = openDatabase(postgres.owner, { connections: 1 })
  const key = findLogKey(installation.data)
  const checked = await checkInstallation(db, { key, given: [] })
  await db.destroy()
  await postgres.stop()
  expect(checked.fault).toBe(null)
}, 3_600_000)

test('the same finds what is lost where the database acknowledges before it has written', async () => {
  const settings = [
    'alter role vigil set synchronous_commit = off',
    `alter system set wal_writer_delay = '10s'`,
    `alter system set wal_writer_flush_after = '1GB'`,
  ]
  const installation = await prepare(settings)
  const { vigil } = await killUnderLoad(installation, { kills: [killDatabase], wanted: 1 })
  await vigil.end('SIGTERM')
  const { lost } = await compare(installation)
  process.stdout.write(
    `Measured: ${lost} of ${installation.recorded.size} lost in the control run\n`,
  )
  expect(lost).toBeGreaterThan(0)
}, 600_000)
