import { GlassList, IncidentHeader, IncidentList } from '@vigil/contract/schemas'
import { describe, expect, test } from 'vitest'
import { actFor } from '../../src/policy/as-actor.ts'
import { grantOf } from '../support/accounts.ts'
import { type Browser, problemOf, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { enterAs, returnAs } from '../support/people.ts'

const { db } = await freshDatabase()
const { app, clock } = startApp(db)
const around = { db, app, clock }
const MINUTE = 60_000
const place = { operation: 'aldonia', entity: 'mission' } as const
const owner = await enterAs(around, 'owner', [grantOf('monitor', place)])
const north = { ...place, regions: ['north'] }
const asker = await enterAs(around, 'asker', [grantOf('focal_point', north)])
const second = await enterAs(around, 'second', [grantOf('data_protection_officer')])
const coChair = await enterAs(around, 'co-chair', [grantOf('co_chair')])
const reason = 'the family is threatened and must be warned today'

async function record(state = 'submitted'): Promise<string> {
  const given = { operation: 'aldonia', region: 'coast', class: 'S0', entity: 'mission', state }
  const browser = await returnAs(around, owner.actor.id)
  const answer = await browser.json('POST', '/api/incidents', given)
  return IncidentHeader.parse(await answer.json()).id
}

async function requests(answer: Response): Promise<GlassList['requests']> {
  return GlassList.parse(await answer.json()).requests
}

async function codeOf(answer: Response): Promise<string> {
  return (await problemOf(answer)).code
}

async function ask(browser: Browser, id: string): Promise<Response> {
  return browser.json('POST', `/api/incidents/${id}/glass`, { reason })
}

/** Asks and gives the address of the request. */
async function asked(id: string): Promise<string> {
  const [newest] = await requests(await ask(asker.browser, id))
  return `/api/glass/${newest?.id}`
}

async function isRead(id: string, browser = asker.browser): Promise<boolean> {
  return (await browser.get(`/api/incidents/${id}`)).status === 200
}

describe('break-glass', () => {
  test('opens one record for one person, for an hour, once a second person agreed', async () => {
    const [id, other] = [await record(), await record()]
    expect(await isRead(id)).toBe(false)
    const path = await asked(id)
    expect(await isRead(id)).toBe(false)
    const [opened] = await requests(await second.browser.json('POST', `${path}/agreement`, {}))
    expect(opened).toMatchObject({ part: 'second', state: 'open', mayAgree: false, reason })
    expect([await isRead(id), await isRead(other)]).toEqual([true, false])
    expect([await isRead(id, second.browser), await isRead(id, coChair.browser)]).toEqual([
      false,
      false,
    ])
    const list = IncidentList.parse(await (await asker.browser.get('/api/incidents')).json())
    expect(list.incidents.map((one) => one.id)).toEqual([id])
    clock.advance(59 * MINUTE)
    expect(await isRead(id)).toBe(true)
    clock.advance(MINUTE)
    const later = await returnAs(around, asker.actor.id)
    expect(await isRead(id, later)).toBe(false)
  })

  test('tells the owner who, when, why and who agreed, and the log of the record all of it', async () => {
    const browser = await returnAs(around, asker.actor.id)
    const mine = await returnAs(around, owner.actor.id)
    const theirs = await returnAs(around, coChair.actor.id)
    const seconds = await returnAs(around, second.actor.id)
    const id = await record()
    const path = `/api/glass/${(await requests(await ask(browser, id)))[0]?.id}`
    await theirs.json('POST', `${path}/agreement`, {})
    await browser.get(`/api/incidents/${id}`)
    const told = (await requests(await mine.get('/api/glass')))[0]
    expect(told).toMatchObject({
      incidentId: id,
      part: 'owner',
      state: 'open',
      asked: { name: 'asker', for: null },
      agreed: { name: 'co-chair', for: null },
      reason,
      mayAgree: false,
      mayEnd: false,
    })
    const log = await seconds.get(`/api/incidents/${id}/log`)
    const { entries } = (await log.json()) as { entries: { action: string; actor: string }[] }
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
      ['incident.read', asker.actor.id],
      ['glass.agree', coChair.actor.id],
      ['glass.ask', asker.actor.id],
      ['incident.record', owner.actor.id],
    ])
  })

  test('can be refused, ended early, and never used twice at a time', async () => {
    const { browser } = await enterAs(around, 'another', [grantOf('focal_point', north)])
    const chair = await returnAs(around, coChair.actor.id)
    const id = await record()
    const [first] = await requests(await ask(browser, id))
    expect(await codeOf(await ask(browser, id))).toBe('glass.asked')
    const path = `/api/glass/${first?.id}`
    await chair.json('POST', `${path}/agreement`, {})
    expect(await codeOf(await chair.json('POST', `${path}/agreement`, {}))).toBe('glass.over')
    expect(await isRead(id, browser)).toBe(true)
    expect((await chair.send('DELETE', path)).status).toBe(200)
    expect(await isRead(id, browser)).toBe(false)
    expect(await codeOf(await browser.send('DELETE', path))).toBe('glass.over')
    expect((await ask(browser, id)).status).toBe(201)
  })

  test('is never agreed to by who asked, nor for a draft, nor after a day', async () => {
    const chair = await returnAs(around, coChair.actor.id)
    const [id, draft] = [await record(), await record('draft')]
    expect(await codeOf(await ask(chair, draft))).toBe('incident.unknown')
    const [own] = await requests(await ask(chair, id))
    expect(own).toMatchObject({ part: 'asker', state: 'waiting', mayAgree: false })
    const path = `/api/glass/${own?.id}`
    expect(await codeOf(await chair.json('POST', `${path}/agreement`, {}))).toBe('glass.samePerson')
    const { browser } = await enterAs(around, 'stranger', [grantOf('monitor', place)])
    expect(await requests(await browser.get('/api/glass'))).toEqual([])
    expect(await codeOf(await browser.send('DELETE', path))).toBe('glass.unknown')
    clock.advance(24 * 60 * MINUTE)
    const officer = await returnAs(around, second.actor.id)
    expect(await codeOf(await officer.json('POST', `${path}/agreement`, {}))).toBe('glass.over')
  })
})

describe('an hour that runs while the clock is in doubt', () => {
  /** Opens a record to the asker; gives it with two browsers of theirs and one of the co-chair. */
  async function openedHour() {
    const browser = await returnAs(around, asker.actor.id)
    const chair = await returnAs(around, coChair.actor.id)
    const id = await record()
    const path = `/api/glass/${(await requests(await ask(browser, id)))[0]?.id}`
    expect((await chair.json('POST', `${path}/agreement`, {})).status).toBe(200)
    return { id, path, browser, chair }
  }

  /** What a device says twice is believed. */
  async function sayTime(from: Browser, minutesAhead: number): Promise<void> {
    const told = String(clock.now().getTime() + minutesAhead * MINUTE)
    for (let times = 0; times < 2; times += 1) {
      await from.get('/api/session', { 'x-device-time': told })
    }
  }

  test('is not prolonged by a clock that is set back', async () => {
    const { id } = await openedHour()
    clock.advance(30 * MINUTE)
    clock.set(-25 * MINUTE)
    const browser = await returnAs(around, asker.actor.id)
    expect(await isRead(id, browser)).toBe(true)
    clock.advance(29 * MINUTE)
    expect(await isRead(id, browser)).toBe(true)
    clock.advance(MINUTE)
    expect(await isRead(id, browser)).toBe(false)
    expect((await requests(await browser.get('/api/glass')))[0]?.state).toBe('over')
    clock.set(25 * MINUTE)
  })

  test('is not ended early by a clock that is set forward, and ends by hand even then', async () => {
    const { id, path } = await openedHour()
    clock.set(90 * MINUTE)
    const browser = await returnAs(around, asker.actor.id)
    await sayTime(browser, -90)
    expect(await isRead(id, browser)).toBe(true)
    expect((await requests(await browser.get('/api/glass')))[0]?.state).toBe('open')
    expect((await browser.send('DELETE', path)).status).toBe(200)
    expect(await isRead(id, browser)).toBe(false)
    clock.set(-90 * MINUTE)
  })

  test('goes on where a device alone is wrong, while no other can begin', async () => {
    clock.advance(24 * 60 * MINUTE)
    const { id, browser, chair } = await openedHour()
    await sayTime(chair, 3)
    expect(await isRead(id, browser)).toBe(true)
    expect(await codeOf(await ask(browser, await record()))).toBe('clock.deadlines')
    expect(await isRead(id, browser)).toBe(true)
    clock.advance(60 * MINUTE)
    const later = await returnAs(around, asker.actor.id)
    expect(await isRead(id, later)).toBe(false)
  })

  test('ends by the clock alone where the server started since, unless it stands before the log', async () => {
    const { id } = await openedHour()
    const restarted = { ...around, app: startApp(db, { clock }).app }
    const browser = await returnAs(restarted, asker.actor.id)
    expect(await isRead(id, browser)).toBe(true)
    clock.set(-10 * MINUTE)
    const back = await returnAs(restarted, asker.actor.id)
    expect(await isRead(id, back)).toBe(false)
    clock.set(10 * MINUTE)
    expect(await isRead(id, back)).toBe(true)
  })
})

test('what is given a lower class was so by a named owner, with a reason, and only then', async () => {
  const monitor = await returnAs(around, owner.actor.id)
  const given = { operation: 'aldonia', region: 'coast', class: 'S1', entity: 'mission' }
  const made = await monitor.json('POST', '/api/incidents', { ...given, state: 'submitted' })
  const { id } = IncidentHeader.parse(await made.json())
  const chair = await returnAs(around, coChair.actor.id)
  const path = `/api/incidents/${id}/class`
  const lower = (body: object) => chair.json('PATCH', path, body)
  expect(await codeOf(await lower({ class: 'S2' }))).toBe('request.invalid')
  expect(await codeOf(await lower({ class: 'S2', reason: 'no' }))).toBe('request.invalid')
  const body = { class: 'S2', reason: 'nothing in it can identify anybody' }
  expect(await codeOf(await monitor.json('PATCH', path, body))).toBe('access.denied')
  expect((await lower(body)).status).toBe(200)
  const changes = await db.transaction().execute(async (tx) => {
    await actFor(tx, { actor: coChair.actor, action: 'incident.read' })
    const rows = tx.selectFrom('incident_change').select(['actor', 'field', 'before', 'after'])
    return rows.where('incident_id', '=', id).orderBy('seq').execute()
  })
  expect(changes).toEqual([
    { actor: coChair.actor.id, field: 'class', before: 'S1', after: 'S2' },
    { actor: coChair.actor.id, field: 'reason', before: null, after: body.reason },
  ])
})
