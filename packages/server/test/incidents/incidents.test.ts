import { IncidentHeader, IncidentHistory, IncidentList, RecordLog } from '@vigil/contract/schemas'
import { SIGHT_LIMITS } from '@vigil/core/policy'
import { afterEach, describe, expect, test } from 'vitest'
import { asOwner, grantOf } from '../support/accounts.ts'
import { type Browser, problemOf, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { enterAs } from '../support/people.ts'

const { db, owner } = await freshDatabase()
const { app, clock } = startApp(db)
const place = { operation: 'aldonia', entity: 'mission' } as const
const around = { db, app, clock }
const monitor = await enterAs(around, 'monitor', [grantOf('monitor', place)])
const coChair = await enterAs(around, 'co-chair', [grantOf('co_chair', place)])
const technical = await enterAs(around, 'technical', [grantOf('technical_co_chair', place)])
const analyst = await enterAs(around, 'analyst', [grantOf('analyst')])
const officer = await enterAs(around, 'officer', [grantOf('data_protection_officer')])

const REASON = 'reason=asked+for+by+the+co-chairs'

async function record(sensitivity: string, state = 'submitted'): Promise<string> {
  const given = { operation: 'aldonia', region: 'coast', class: sensitivity, entity: 'mission' }
  const answer = await monitor.browser.json('POST', '/api/incidents', { ...given, state })
  expect(answer.status).toBe(201)
  return IncidentHeader.parse(await answer.json()).id
}

/** What the log says of one incident, oldest first. */
async function logOf(id: string) {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['action', 'actor', 'decision', 'reason', 'class', 'purpose'])
    .where('object_id', '=', id)
    .orderBy('seq')
    .execute()
  return rows.slice(1)
}

async function statusOf(browser: Browser, path: string): Promise<number> {
  return (await browser.get(path)).status
}

describe('what is seen is in the log', () => {
  test('an S1 incident that is opened is one entry, with its class and the purpose', async () => {
    const id = await record('S1')
    expect(await statusOf(analyst.browser, `/api/incidents/${id}?purpose=reporting`)).toBe(200)
    expect(await logOf(id)).toEqual([
      {
        action: 'incident.read',
        actor: analyst.actor.id,
        decision: 'allowed',
        reason: null,
        class: 'S1',
        purpose: 'reporting',
      },
    ])
  })

  test('its history, too; a coded incident, a list and a count are none', async () => {
    const [id, coded] = [await record('S1'), await record('S2')]
    expect(await statusOf(technical.browser, `/api/incidents/${id}/history`)).toBe(200)
    expect(await statusOf(technical.browser, `/api/incidents/${coded}`)).toBe(200)
    expect(await statusOf(technical.browser, '/api/incidents')).toBe(200)
    expect(await statusOf(technical.browser, '/api/incidents/count')).toBe(200)
    expect(await logOf(id)).toHaveLength(1)
    expect(await logOf(coded)).toEqual([])
  })

  test('a refusal is one, with its reason', async () => {
    const id = await record('S1', 'draft')
    expect(await statusOf(technical.browser, `/api/incidents/${id}`)).toBe(404)
    expect(await logOf(id)).toMatchObject([
      { actor: technical.actor.id, decision: 'refused', reason: 'incident.unknown' },
    ])
  })

  test('and where the log cannot be written, nothing is shown', async () => {
    const id = await record('S1')
    await asOwner(owner, 'revoke insert on audit_entry from vigil_app')
    try {
      const answer = await technical.browser.get(`/api/incidents/${id}`)
      expect(answer.status).toBe(500)
      expect(await answer.text()).not.toContain('aldonia')
    } finally {
      await asOwner(owner, 'grant insert on audit_entry to vigil_app')
    }
    expect(await statusOf(technical.browser, `/api/incidents/${id}`)).toBe(200)
  })

  test('those who oversee see who saw it, and not what; looking is an entry as well', async () => {
    const id = await record('S1')
    await technical.browser.get(`/api/incidents/${id}`)
    const { entries } = RecordLog.parse(
      await (await officer.browser.get(`/api/incidents/${id}/log`)).json(),
    )
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
      ['incident.read', technical.actor.id],
      ['incident.record', monitor.actor.id],
    ])
    expect((await logOf(id)).at(-1)).toMatchObject({
      action: 'log.read',
      actor: officer.actor.id,
    })
    expect(await statusOf(officer.browser, `/api/incidents/${id}`)).toBe(403)
  })
})

describe('how many are opened', () => {
  test('has a bound: one more is refused, in the same answer for all, and stands in the log', async () => {
    const { actor, browser } = await enterAs({ db, app, clock }, 'copier', [
      grantOf('technical_co_chair'),
    ])
    const [first, coded] = [await record('S1'), await record('S2')]
    const most = Math.min(
      ...SIGHT_LIMITS.filter((limit) => limit.class === 'S1').map((limit) => limit.most),
    )
    for (let opened = 1; opened < most; opened += 1) {
      expect(await statusOf(browser, `/api/incidents/${first}`)).toBe(200)
    }
    const racing = await Promise.all(
      Array.from({ length: 5 }, () => statusOf(browser, `/api/incidents/${first}`)),
    )
    expect(racing.toSorted((one, other) => one - other)).toEqual([200, 429, 429, 429, 429])
    const answer = await browser.get(`/api/incidents/${first}/history`)
    expect(await problemOf(answer)).toMatchObject({ status: 429, code: 'access.tooMany' })
    expect(await statusOf(browser, `/api/incidents/${coded}`)).toBe(200)
    expect(await statusOf(technical.browser, `/api/incidents/${first}`)).toBe(200)
    const alarms = (await logOf(first)).filter(({ reason }) => reason === 'access.tooMany')
    expect(alarms).toHaveLength(5)
    expect(new Set(alarms.map((alarm) => alarm.actor))).toEqual(new Set([actor.id]))
  })
})

describe('a purpose', () => {
  test('is asked for before anything is looked for', async () => {
    const id = await record('S1')
    for (const path of [id, '01900009-0000-7000-8000-000000000000', 'count']) {
      const problem = await problemOf(await analyst.browser.get(`/api/incidents/${path}`))
      expect(problem.code).toBe('access.purpose')
    }
    expect(await statusOf(analyst.browser, `/api/incidents/${id}?purpose=fun`)).toBe(400)
  })
})

describe('taking along', () => {
  test('is one entry and one disclosure that names every incident and the reason', async () => {
    const id = await record('S1')
    const answer = await technical.browser.get(`/api/incidents/export?${REASON}`)
    expect(answer.headers.get('content-disposition')).toMatch(/incidents-S2-/)
    expect(await answer.text()).toContain(id)
    const [disclosed] = await db
      .selectFrom('disclosure')
      .selectAll()
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .execute()
    expect(disclosed).toMatchObject({
      actor: technical.actor.id,
      reason: 'asked for by the co-chairs',
      class: 'S2',
    })
    expect(disclosed?.incidents).toContain(id)
  })

  test('asks for a reason', async () => {
    expect(await statusOf(technical.browser, '/api/incidents/export')).toBe(400)
    expect(await statusOf(technical.browser, '/api/incidents/export?reason=why')).toBe(400)
  })
})

describe('classing', () => {
  const body = { class: 'S2', reason: 'nothing in it can identify anybody' }

  test('lets others see, and its reason stays with the incident', async () => {
    const id = await record('S1')
    const answer = await coChair.browser.json('PATCH', `/api/incidents/${id}/class`, body)
    expect(IncidentHeader.parse(await answer.json())).toMatchObject({ class: 'S2' })
    const history = await technical.browser.get(`/api/incidents/${id}/history`)
    expect(IncidentHistory.parse(await history.json()).changes).toMatchObject([
      { field: 'class', before: 'S1', after: 'S2' },
      { field: 'reason', before: null, after: body.reason },
    ])
  })

  test('is nobody else’s business', async () => {
    const id = await record('S1')
    const answer = await technical.browser.json('PATCH', `/api/incidents/${id}/class`, body)
    expect((await problemOf(answer)).code).toBe('access.denied')
  })
})

describe('a grant', () => {
  afterEach(() => asOwner(owner, `update account_grant set until_day = null`))

  test('that has ended takes effect on the next request', async () => {
    const id = await record('S1')
    expect(await statusOf(technical.browser, `/api/incidents/${id}`)).toBe(200)
    await asOwner(owner, `update account_grant set until_day = '2026-03-01'`)
    expect(await statusOf(technical.browser, `/api/incidents/${id}`)).toBe(403)
  })
})

describe('a fresh proof of who it is', () => {
  test('is asked for when somebody signed in longer than five minutes ago', async () => {
    const id = await record('S1')
    clock.advance(5 * 60_000 + 1)
    const exported = await technical.browser.get(`/api/incidents/export?${REASON}`)
    expect((await problemOf(exported)).code).toBe('access.stepUp')
    const given = { class: 'S2', reason: 'nothing in it can identify anybody' }
    const classed = await coChair.browser.json('PATCH', `/api/incidents/${id}/class`, given)
    expect((await problemOf(classed)).code).toBe('access.stepUp')
    expect(await statusOf(technical.browser, `/api/incidents/${id}`)).toBe(200)
  })
})

test('what the list shows holds no field above S2', async () => {
  await record('S2')
  const { incidents } = IncidentList.parse(
    await (await technical.browser.get('/api/incidents')).json(),
  )
  expect(incidents.length).toBeGreaterThan(0)
  for (const incident of incidents) {
    expect(Object.keys(incident)).not.toContain('owner')
    expect(Object.keys(incident)).not.toContain('assignee')
  }
})
