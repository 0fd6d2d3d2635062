import { ENDPOINTS } from '@vigil/contract/endpoints'
import {
  CheckpointList,
  DisclosureList,
  IncidentHeader,
  LogPage,
  LogPeople,
  LoggedEntry,
} from '@vigil/contract/schemas'
import { openCheckpoint, parseVerifierKey, readTypedCheckpoint } from '@vigil/core/log'
import { decide, Role } from '@vigil/core/policy'
import { beforeAll, describe, expect, test } from 'vitest'
import { trustIn } from '../../src/log/key.ts'
import { asOwner, grantOf } from '../support/accounts.ts'
import { type Browser, problemOf, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { enterAs } from '../support/people.ts'
import { dataDirectory, sequenceAll } from './installation.ts'

const { db, owner, unprotected } = await freshDatabase()
const { app, clock } = startApp(db)
const data = dataDirectory()

type Person = Awaited<ReturnType<typeof enterAs>>

const people = new Map<Role, Person>()
let incident = ''
/** What was answered for checkpoints before there were any. */
let beforeTheFirst: unknown
let entered = 0
const DAY = 24 * 60 * 60_000

function personOf(role: Role): Person {
  const person = people.get(role)
  if (!person) throw new Error(`nobody is ${role}`)
  return person
}

/** One of every role; an incident that was seen, taken along, and refused; the next day begins. */
beforeAll(async () => {
  for (const role of Role.options) {
    people.set(role, await enterAs({ db, app, clock }, role.replaceAll('_', '-'), [grantOf(role)]))
  }
  const body = { operation: 'aldonia', region: 'coast', class: 'S1', entity: 'mission' }
  const recorded = await personOf('monitor').browser.json('POST', '/api/incidents', {
    ...body,
    state: 'submitted',
  })
  incident = IncidentHeader.parse(await recorded.json()).id
  const { browser } = personOf('technical_co_chair')
  await browser.get(`/api/incidents/${incident}`)
  await browser.get('/api/incidents/export?reason=asked+for+by+the+co-chairs')
  await personOf('secretariat').browser.get(`/api/incidents/${incident}`)
  beforeTheFirst = await (await personOf('auditor').browser.get('/api/log/checkpoints')).json()
  await sequenceAll(db, data)
  clock.advance(DAY)
})

/** The officer, signed in just now: sessions do not last for days. */
async function enterOfficer(role: 'data_protection_officer' | 'auditor' = 'auditor') {
  entered += 1
  return enterAs({ db, app, clock }, `officer-${entered}`, [grantOf(role)])
}

async function readLog(browser: Browser, query = ''): Promise<LogPage> {
  const answer = await browser.get(`/api/log${query}`)
  expect(answer.status).toBe(200)
  return LogPage.parse(await answer.json())
}

function actsOf({ entries }: LogPage): string[] {
  return entries.map(({ action }) => action)
}

/** The door of every endpoint, with an address. */
const DOORS = {
  listLog: '/api/log',
  listLogPeople: '/api/log/people',
  exportLog: '/api/log/export/csv?reason=the+yearly+audit',
  listDisclosures: '/api/log/disclosures',
  listCheckpoints: '/api/log/checkpoints',
} as const satisfies {
  [
    Name in keyof typeof ENDPOINTS as (typeof ENDPOINTS)[Name]['path'] extends `/api/log${string}`
      ? Name
      : never
  ]: string
}

test.each(Role.options)(
  'every door opens to a %s as the policy says, and leaves an entry',
  async (role) => {
    const { actor, browser } = await enterAs(
      { db, app, clock },
      `door-${role.replaceAll('_', '-')}`,
      [grantOf(role)],
    )
    const expected: unknown[] = []
    for (const [name, path] of Object.entries(DOORS)) {
      const { action } = ENDPOINTS[name as keyof typeof DOORS]
      const isAllowed = decide(actor, action).allow
      expect([name, (await browser.get(path)).status]).toEqual([name, isAllowed ? 200 : 403])
      const refused = { action, decision: 'refused', reason: 'access.denied' }
      // Names of accounts are no part of the log.
      if (!isAllowed) expected.push(refused)
      else if (name !== 'listLogPeople')
        expected.push({ action, decision: 'allowed', reason: null })
    }
    const entries = await unprotected
      .selectFrom('audit_entry')
      .select(['action', 'decision', 'reason'])
      .where('actor', '=', actor.id)
      .orderBy('seq')
      .execute()
    expect(entries).toEqual(expected)
  },
)

describe('who saw a record', () => {
  test('is told by its id: who, when, how and what for, and nothing of it', async () => {
    const { browser } = await enterOfficer('data_protection_officer')
    const answer = await browser.get(`/api/log?record=${incident}`)
    const text = await answer.text()
    expect(text).not.toMatch(/aldonia|coast|mission/)
    const { entries } = LogPage.parse(JSON.parse(text))
    const technical = { id: personOf('technical_co_chair').actor.id, name: 'technical-co-chair' }
    expect(entries).toMatchObject([
      { action: 'incident.read', decision: 'refused', reason: 'access.denied' },
      { action: 'incident.read', decision: 'allowed', person: technical, class: 'S1' },
      { action: 'incident.record', decision: 'allowed', person: { name: 'monitor' } },
    ])
    for (const { number, object } of entries) {
      expect(number).toBeGreaterThanOrEqual(0)
      expect(object).toEqual({ type: 'incident', id: incident })
    }
  })

  test('and who looked that up stands in the same list afterwards', async () => {
    const { actor, browser } = await enterOfficer()
    await readLog(browser, `?record=${incident}`)
    const { entries } = await readLog(browser, `?record=${incident}`)
    expect(entries[0]).toMatchObject({ action: 'log.read', person: { id: actor.id }, class: 'S1' })
  })

  test('of which nobody ever heard has no entries', async () => {
    const { browser } = await enterOfficer()
    const { entries } = await readLog(browser, '?record=01900009-0000-7000-8000-000000000000')
    expect(entries).toEqual([])
  })
})

describe('the log is narrowed down', () => {
  test('to what was seen, refused or erased', async () => {
    const { browser } = await enterOfficer()
    const seen = await readLog(browser, '?view=seen&limit=200')
    expect(seen.entries.every(({ decision, class: one }) => decision === 'allowed' && one)).toBe(
      true,
    )
    expect(actsOf(seen)).toContain('incident.read')
    expect(actsOf(seen)).not.toContain('incident.record')
    const { entries: refused } = await readLog(browser, '?view=refused&limit=200')
    expect(new Set(refused.map(({ decision }) => decision))).toEqual(new Set(['refused']))
    expect(refused.map(({ object }) => object?.id)).toContain(incident)
    expect((await readLog(browser, '?view=erased')).entries).toEqual([])
  })

  test('to one person, one act, and days', async () => {
    const { browser } = await enterOfficer()
    const { id } = personOf('technical_co_chair').actor
    const of = `person=${id}`
    expect(actsOf(await readLog(browser, `?${of}`))).toEqual(['incident.export', 'incident.read'])
    expect(actsOf(await readLog(browser, `?${of}&action=incident.read`))).toHaveLength(1)
    expect(actsOf(await readLog(browser, `?${of}&until=2026-03-01`))).toEqual([])
    expect(actsOf(await readLog(browser, `?${of}&from=2026-03-02&until=2026-03-02`))).toHaveLength(
      2,
    )
    expect(actsOf(await readLog(browser, `?${of}&from=2026-03-03`))).toEqual([])
  })

  test('by nothing that is no id, no act and no day', async () => {
    const { browser } = await enterOfficer()
    for (const query of ['record=7', 'person=amina', 'action=fun', 'from=today', 'limit=9999']) {
      expect((await problemOf(await browser.get(`/api/log?${query}`))).code).toBe('request.invalid')
    }
  })

  test('page by page, each entry once', async () => {
    const { browser } = await enterOfficer()
    const whole = await readLog(browser, '?until=2026-03-02&limit=200')
    const found: LoggedEntry[] = []
    for (let after: number | null | undefined; after !== null;) {
      const from = after === undefined ? '' : `&after=${after}`
      const page = await readLog(browser, `?until=2026-03-02&limit=2${from}`)
      found.push(...page.entries)
      after = page.next
    }
    expect(found.length).toBeGreaterThan(3)
    expect(found).toEqual(whole.entries)
  })

  test('with the names of all whose entries there may be', async () => {
    const { browser } = await enterOfficer()
    const { people: named } = LogPeople.parse(await (await browser.get('/api/log/people')).json())
    expect(named).toContainEqual({ id: personOf('monitor').actor.id, name: 'monitor' })
  })
})

describe('the register of disclosures', () => {
  test('tells who took how many records along and why, also by record', async () => {
    const { browser } = await enterOfficer()
    const ask = async (query: string) =>
      DisclosureList.parse(await (await browser.get(`/api/log/disclosures${query}`)).json())
    const disclosed = {
      action: 'incident.export',
      person: { name: 'technical-co-chair' },
      reason: 'asked for by the co-chairs',
      class: 'S2',
      records: 1,
    }
    expect((await ask(`?record=${incident}`)).disclosures).toMatchObject([disclosed])
    const { id } = personOf('technical_co_chair').actor
    expect((await ask(`?person=${id}`)).disclosures).toMatchObject([disclosed])
    expect((await ask('?record=01900009-0000-7000-8000-000000000000')).disclosures).toEqual([])
    expect((await ask('?until=2026-03-01')).disclosures).toEqual([])
    const { disclosures, next } = await ask('?limit=1')
    expect(next).toBe(disclosures[0]?.id)
    expect((await ask(`?limit=1&after=${next}`)).disclosures[0]?.id).not.toBe(next)
  })
})

describe('taking the log along', () => {
  const REASON = 'reason=for+the+yearly+audit'

  test('is an entry and a disclosure, and the file names the checkpoint of its moment', async () => {
    const { actor, browser } = await enterOfficer()
    const answer = await browser.get(`/api/log/export/json?record=${incident}&${REASON}`)
    expect(answer.headers.get('content-disposition')).toMatch(/log-S1-.*\.json/)
    const file = JSON.parse(await answer.text())
    expect(file).toMatchObject({ format: 'vigil-log/1', filter: { record: incident } })
    const { checkpoints } = CheckpointList.parse(
      await (await browser.get('/api/log/checkpoints')).json(),
    )
    expect(file.checkpoint).toEqual(checkpoints[0])
    expect(
      LoggedEntry.array()
        .parse(file.entries)
        .map(({ action }) => action),
    ).toContain('incident.record')
    const { disclosures } = DisclosureList.parse(
      await (await browser.get(`/api/log/disclosures?person=${actor.id}`)).json(),
    )
    expect(disclosures).toMatchObject([{ action: 'log.export', reason: 'for the yearly audit' }])
    const { entries } = await readLog(browser, `?person=${actor.id}&action=log.export`)
    expect(entries).toMatchObject([{ object: { type: 'disclosure', id: disclosures[0]?.id } }])
  })

  test('as a table has the same entries, and the checkpoint as its last line', async () => {
    const { browser } = await enterOfficer()
    const query = `person=${personOf('technical_co_chair').actor.id}&${REASON}`
    const text = await (await browser.get(`/api/log/export/csv?${query}`)).text()
    const lines = text.trimEnd().split('\r\n')
    expect(lines[0]).toContain('"person","personId","actingFor","actingForId","action"')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toContain('"incident.export"')
    expect(lines.at(-1)).toMatch(/^"checkpoint","([0-9a-z]{1,4}-?){15,18}",/)
  })

  test('asks for a reason and a fresh proof of who it is', async () => {
    const { browser } = await enterOfficer()
    expect((await browser.get('/api/log/export/csv')).status).toBe(400)
    clock.advance(5 * 60_000 + 1)
    const late = await browser.get(`/api/log/export/csv?${REASON}`)
    expect((await problemOf(late)).code).toBe('access.stepUp')
  })
})

describe('checkpoints', () => {
  async function readCheckpoints(query = ''): Promise<CheckpointList> {
    const { browser } = await enterOfficer()
    return CheckpointList.parse(await (await browser.get(`/api/log/checkpoints${query}`)).json())
  }

  test('are as the log signed them, as a note and as it is typed', async () => {
    const { log, checkpoints } = await readCheckpoints()
    const key = parseVerifierKey(log?.key ?? '')
    if (!key.ok) throw new Error(key.problem)
    expect(checkpoints.length).toBeGreaterThan(0)
    for (const { size, root, note, typed, isGenuine } of checkpoints) {
      const opened = openCheckpoint(note, trustIn(key.value))
      expect(opened).toMatchObject({ ok: true, value: { size } })
      const read = readTypedCheckpoint(typed, key.value)
      expect(read.ok && Buffer.from(read.value.root).toString('hex')).toBe(root)
      expect(isGenuine).toBe(true)
    }
  })

  test('of each day are the last of it, and come page by page', async () => {
    await sequenceAll(db, data)
    await enterOfficer().then(({ browser }) => readLog(browser))
    await sequenceAll(db, data)
    const every = await readCheckpoints()
    expect(every.checkpoints.length).toBeGreaterThan(2)
    const days = await readCheckpoints('?each=day')
    const last = every.checkpoints[0]
    expect(days.checkpoints.map(({ number }) => number)).toEqual([last?.number])
    const first = await readCheckpoints('?limit=1')
    const second = await readCheckpoints(`?limit=1&after=${first.next}`)
    expect([...first.checkpoints, ...second.checkpoints]).toEqual(every.checkpoints.slice(0, 2))
  })

  test('that somebody changed in the database are said to be false', async () => {
    await asOwner(
      owner,
      `alter table log_checkpoint disable trigger user;
       update log_checkpoint set size = size + 100000 where number = 0;
       alter table log_checkpoint enable trigger user`,
    )
    const { checkpoints } = await readCheckpoints('?limit=200')
    expect(checkpoints.map(({ number, isGenuine }) => [number, isGenuine])).toContainEqual([
      0,
      false,
    ])
    expect(checkpoints[0]?.isGenuine).toBe(true)
  })

  test('of a log that has not begun are none', () => {
    expect(beforeTheFirst).toEqual({ log: null, checkpoints: [], next: null })
  })
})
