/**
 * What it costs to save into an incident and to open one: `node bench/records.ts`. Both as the server
 * does them, policy and row-level security, log entry, fold and, for a save with a text, the key service
 * included, beside a bare query for the rows of the same incident. Bounds: 30 ms to save and 20 ms to
 * open, 95th percentile, one user.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fold, seenBy } from '@vigil/core/incident'
import pg from 'pg'
import { createAccount } from '../packages/server/src/accounts/accounts.ts'
import { auditedRead } from '../packages/server/src/audit/audited-read.ts'
import { auditedWrite } from '../packages/server/src/audit/audited-write.ts'
import { migrate } from '../packages/server/src/db/migrate.ts'
import { openDatabase } from '../packages/server/src/db/pool.ts'
import type { Db } from '../packages/server/src/db/transaction.ts'
import type { SignedInActor } from '../packages/server/src/http/handler.ts'
import { findIncident } from '../packages/server/src/incidents/queries.ts'
import { makeIdentity } from '../packages/server/src/keys/age.ts'
import type { AskKeys } from '../packages/server/src/keys/protocol.ts'
import { startKeyService } from '../packages/server/src/keys/service/supervise.ts'
import { startPostgres } from '../packages/server/src/postgres/launcher.ts'
import { readActions } from '../packages/server/src/records/actions.ts'
import { takeActions } from '../packages/server/src/records/take.ts'
import { readWords } from '../packages/server/src/records/words.ts'

const INCIDENTS = 20_000
const ACTIONS = 40
const RUNS = 400
const SILENT = { error: () => undefined, warn: () => undefined }
/** Nobody signs in with it. */
const NOBODYS = '$argon2id$v=19$m=64,t=1,p=1$none$none'
const WISH = 'incident.read'

const data = mkdtempSync(join(tmpdir(), 'vigil-bench-'))
const credential = join(data, 'credential')
writeFileSync(credential, await makeIdentity(), { mode: 0o600 })
process.env['VIGIL_KEY_CREDENTIAL'] = credential
const service = await startKeyService({ data, logger: SILENT })
const postgres = await startPostgres({ data: join(data, 'records') })
try {
  await migrate(postgres.owner)
  const db = openDatabase(postgres.owner, { connections: 4 })
  const actor = await enter(db)
  const client = new pg.Client(postgres.owner)
  await client.connect()
  const ids = await fill(client, actor.id)
  console.log(`${INCIDENTS} incidents of ${ACTIONS} actions, ${RUNS} runs each`)
  await measureAll({ db, actor, client, ids, keys: service.ask })
  await client.end()
  await db.destroy()
} finally {
  await postgres.stop()
  await service.stop()
  rmSync(data, { recursive: true, force: true })
}

async function enter(db: Db): Promise<SignedInActor> {
  const now = new Date()
  const grants = [
    {
      role: 'monitor',
      operation: 'aldonia',
      regions: null,
      entity: 'mission',
      from: '2020-01-01',
      until: null,
    } as const,
  ]
  const given = { name: 'Amina Example', signInName: 'amina', passphrase: NOBODYS, grants, now }
  const account = await createAccount(db, given)
  if (!account) throw new Error('nobody was made')
  return {
    id: account.id,
    grants,
    account,
    sessionId: randomUUID(),
    provenAt: now,
    expiresAt: now,
  }
}

/** Incidents of one person, each with a violation whose weapon was set again and again. */
async function fill(client: pg.Client, owner: string): Promise<string[]> {
  await client.query('alter table incident no force row level security')
  await client.query('alter table incident_action no force row level security')
  await client.query(
    `insert into incident (id, operation, region, class, state, owner, entity, recorded_at)
     select gen_random_uuid(), 'aldonia', 'coast', 'S2', 'submitted', $1, 'mission',
       timestamptz '2026-01-01' + n * interval '1 minute' from generate_series(1, $2) as n`,
    [owner, INCIDENTS],
  )
  await client.query(
    `insert into incident_action (incident_id, id, made_at, received_at, actor, deed)
     select id, 'a' || n, recorded_at + n * interval '1 second', recorded_at, owner,
       case n when 0 then '{"kind": "record"}'
         when 1 then '{"kind": "add", "added": "V-1", "subject": "violation", "category": "killing"}'
         else format('{"kind": "set", "subject": "V-1", "element": "weapon", "stands": 0,
           "claims": [{"value": "landmine", "sources": []}], "replaces": %s}',
           case n when 2 then '[]' else format('["a%s"]', n - 1) end)
       end::jsonb
     from incident, generate_series(0, $1 - 1) as n order by id, n`,
    [ACTIONS],
  )
  await client.query('vacuum analyze')
  const { rows } = await client.query<{ id: string }>('select id from incident order by random()')
  return rows.map(({ id }) => id)
}

interface Bench {
  readonly db: Db
  readonly actor: SignedInActor
  readonly client: pg.Client
  readonly ids: readonly string[]
  readonly keys: AskKeys
}

async function measureAll(bench: Bench): Promise<void> {
  const { client } = bench
  const bare = await measure(bench, (id) =>
    client.query('select * from incident_action where incident_id = $1 order by seq', [id]),
  )
  print('bare query for the rows', bare, bare)
  print('open', await measure(bench, (id) => openOne(bench, id)), bare)
  print('save a code', await measure(bench, (id) => save(bench, id, false)), bare)
  print('save a text', await measure(bench, (id) => save(bench, id, true)), bare)
}

function openOne({ db, actor }: Bench, id: string): Promise<unknown> {
  const about = { actor, action: WISH, at: new Date(), requestId: null } as const
  return auditedRead(db, about)(undefined, async (tx) => {
    const held = await findIncident(tx, { actor, action: WISH }, id)
    const record = fold(await readActions(tx, id))
    const words = await readWords(tx, id)
    const answer = { held, record: record && seenBy(record, () => true), words }
    return { answer, sight: null }
  })
}

function save({ db, actor, keys }: Bench, id: string, isText: boolean): Promise<unknown> {
  const now = new Date()
  const name = randomUUID()
  const about = { actor, action: 'incident.edit', at: now, requestId: null } as const
  const [subject, element, value] = isText
    ? [id, 'publicAccount', { text: name }]
    : ['V-1', 'attackType', 'shooting']
  const claims = [{ value, sources: [] }]
  const deed = { kind: 'set' as const, subject, element, claims, stands: 0, replaces: [] }
  const given = {
    actions: [{ id: name, madeAt: now.toISOString(), deed }],
    texts: isText ? [{ id: name, words: 'A girl was killed on the road to the market.' }] : [],
  }
  return auditedWrite(
    db,
    about,
  )(async (tx) => {
    const taken = await takeActions(tx, { incidentId: id, given }, { actor, now, keys })
    const object = { type: 'incident', id } as const
    return { answer: taken, object, change: { id: name } }
  })
}

/** Milliseconds of each run, in order. */
async function measure(
  { ids }: Bench,
  work: (id: string) => Promise<unknown>,
): Promise<readonly number[]> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now()
    await work(ids[(run * 7919) % ids.length] ?? '')
    times.push(performance.now() - started)
  }
  return times.toSorted((one, other) => one - other)
}

function print(name: string, times: readonly number[], bare: readonly number[]): void {
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN
  const ratio = (at(0.5) / (bare[Math.floor(bare.length / 2)] ?? 1)).toFixed(1)
  console.log(
    `  ${name}: p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, ${ratio} times the bare query`,
  )
}
