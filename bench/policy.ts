/**
 * What the policy costs: `node bench/policy.ts`. A page of 50 out of 500,000 incidents, read with the
 * policy and below row-level security, against the same page chosen by a condition written by hand and
 * without either, by turns; and decisions about one record a second. Bound: at most 1.3 times the bare
 * page or 1 ms more, whichever is more.
 */
import { type Actor, decide, type IncidentFacts, type Role } from '@vigil/core/policy'
import { listIncidents } from '@vigil/server/incidents/queries.ts'
import { inTransactionFor } from '@vigil/server/policy/as-actor.ts'
import type { Db } from '@vigil/server/db/transaction.ts'
import pg from 'pg'
import { time, withEmptyDatabase } from './support/corpus.ts'

const ROWS = 500_000
const ROUNDS = 2_000
const ME = '01900001-0000-7000-8000-000000000000'

/** Who asks, and how somebody who knows the rules would write their condition. */
const WHO = [
  {
    name: 'a technical co-chair, whole operation',
    actor: person('technical_co_chair', null),
    byHand: `operation = 'operation-1' and class <> 'S0' and state <> 'draft'`,
  },
  {
    name: 'a focal point of two regions',
    actor: person('focal_point', ['region-1', 'region-2']),
    byHand: `operation = 'operation-1' and region in ('region-1', 'region-2') and state <> 'draft'`,
  },
  {
    name: 'a member, coded incidents alone',
    actor: person('ctfmr_member', null),
    byHand: `operation = 'operation-1' and class in ('S2', 'S3', 'S4') and state <> 'draft'`,
  },
  {
    name: 'a monitor, their own and what they were given',
    actor: person('monitor', null),
    byHand: `operation = 'operation-1' and (owner = '${ME}' or assignee = '${ME}')`,
  },
] as const

function person(role: Role, regions: readonly string[] | null): Actor {
  const place = { operation: 'operation-1', regions, entity: 'mission' } as const
  return { id: ME, grants: [{ role, ...place, from: '2020-01-01', until: null }] }
}

await withEmptyDatabase(async (db, owner) => {
  const client = new pg.Client(owner)
  await client.connect()
  await fill(client)
  console.log(`${ROWS.toLocaleString('en')} incidents, ${ROUNDS} rounds by turns, medians`)
  for (const who of WHO) await measure(db, client, who)
  await client.end()
  measureDecisions()
})

/**
 * Rows of ten operations, eight regions each. The owner of the table is not bound by the policies here:
 * it reads the bare page.
 */
async function fill(client: pg.Client): Promise<void> {
  await client.query('alter table incident no force row level security')
  await client.query(
    `insert into incident (id, operation, region, class, state, owner, assignee, entity, recorded_at)
     select gen_random_uuid(), 'operation-' || n % 10, 'region-' || n / 10 % 8,
       (array['S1', 'S1', 'S2', 'S3'])[1 + n % 4], (array['submitted', 'decided', 'draft'])[1 + n % 3],
       case when n % 1000 = 1 then $1 else gen_random_uuid() end, null, 'mission',
       timestamptz '2030-01-01' + n * interval '1 minute'
     from generate_series(1, $2) as n`,
    [ME, ROWS],
  )
  await client.query('vacuum analyze incident')
}

async function measure(
  db: Db,
  client: pg.Client,
  { name, actor, byHand }: (typeof WHO)[number],
): Promise<void> {
  const page = `select id, recorded_at, operation, region, class, state, entity from incident
    where ${byHand} order by recorded_at desc, id desc limit 50`
  const bare: number[] = []
  const ours: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await time(() => readAs(db, actor)))
    bare.push(await time(() => client.query(page)))
  }
  const [without, withPolicy] = [median(bare), median(ours)]
  const ratio = (withPolicy / without).toFixed(2)
  const more = (withPolicy - without).toFixed(2)
  const times = `${withPolicy.toFixed(2)} ms, bare ${without.toFixed(2)} ms`
  console.log(`  ${name}: ${times}: ${ratio} times, ${more} ms more`)
}

function readAs(db: Db, actor: Actor): Promise<unknown> {
  const wish = { actor, action: 'incident.read' } as const
  return inTransactionFor(db, wish, (tx) => listIncidents(tx, wish, { limit: 50 }))
}

/** Decisions about one record, one after the other. */
function measureDecisions(): void {
  const incident: IncidentFacts = {
    operation: 'operation-1',
    region: 'region-1',
    class: 'S1',
    state: 'submitted',
    owner: ME,
    assignee: null,
    entity: 'mission',
  }
  const started = performance.now()
  const decisions = 200_000
  let allowed = 0
  for (let at = 0; at < decisions; at += 1) {
    const actor = WHO[at % WHO.length]?.actor ?? null
    if (decide(actor, 'incident.read', { incident }).allow) allowed += 1
  }
  const perSecond = Math.round((decisions / (performance.now() - started)) * 1000)
  console.log(`  ${perSecond.toLocaleString('en')} decisions a second, ${allowed} of them allowed`)
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN
}
