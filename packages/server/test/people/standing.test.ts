import { type GlassList, IncidentHeader, PersonStanding } from '@vigil/contract/schemas'
import { explain, IncidentFacts } from '@vigil/core/policy'
import { expect, test } from 'vitest'
import { asOwner, grantOf } from '../support/accounts.ts'
import { problemOf, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { enterAs, returnAs } from '../support/people.ts'

const { db, owner } = await freshDatabase()
const { app, clock } = startApp(db)
const around = { db, app, clock }
const place = { operation: 'aldonia', entity: 'unicef' } as const
const seat = grantOf('co_chair', place)
const keeper = await enterAs(around, 'keeper', [grantOf('administrator')])
const ana = await enterAs(around, 'ana', [seat])
const bo = await enterAs(around, 'bo', [grantOf('focal_point', { ...place, regions: ['north'] })])
const monitor = await enterAs(around, 'monitor', [grantOf('monitor', place)])
const officer = await enterAs(around, 'officer', [grantOf('data_protection_officer')])
const today = '2026-03-02'

async function standingOf(accountId: string): Promise<PersonStanding> {
  const browser = await returnAs(around, keeper.actor.id)
  const answer = await browser.get(`/api/people/${accountId}/standing`)
  return PersonStanding.parse(await answer.json())
}

async function record(): Promise<IncidentHeader> {
  const given = { operation: 'aldonia', region: 'coast', class: 'S1', entity: 'unicef' }
  const body = { ...given, state: 'submitted' }
  return IncidentHeader.parse(
    await (await monitor.browser.json('POST', '/api/incidents', body)).json(),
  )
}

/** Whether somebody reads it, and what is explained to administrators of that. */
async function asked(actor: { id: string }, incident: IncidentHeader) {
  const browser = await returnAs(around, actor.id)
  const { status } = await browser.get(`/api/incidents/${incident.id}`)
  const { held: grants, unseated, opened } = await standingOf(actor.id)
  const who = { id: actor.id, grants, opened: opened.map((one) => one.incidentId) }
  const facts = { ...IncidentFacts.parse(incident), id: incident.id }
  const explained = explain({ actor: who, action: 'incident.read', incident: facts, unseated })
  return { isRead: status === 200, isExplained: explained.decision.allow, explained }
}

test('what is explained to administrators is what decides: own roles, lent ones, what is open', async () => {
  const incident = await record()
  expect(await asked(ana.actor, incident)).toMatchObject({ isRead: true, isExplained: true })
  expect(await asked(bo.actor, incident)).toMatchObject({ isRead: false, isExplained: false })
  const duty = { absent: 'ana', officer: 'bo', from: today, until: '2026-03-09', unStaff: true }
  const set = await ana.browser.json('POST', '/api/duties', duty)
  expect(set.status).toBe(201)
  expect(await asked(bo.actor, incident)).toMatchObject({ isRead: true, isExplained: true })
  expect(await standingOf(bo.actor.id)).toMatchObject({
    day: today,
    held: [{ role: 'focal_point' }, { role: 'co_chair', for: ana.actor.id }],
    absent: [{ id: ana.actor.id, name: 'ana' }],
    unseated: [],
    opened: [],
  })
})

test('a seat whose entity does not co-chair today counts for nobody, and is named as the reason', async () => {
  const incident = await record()
  await asOwner(owner, `update co_chair_set set until_day = '2026-03-01'`)
  for (const { actor } of [ana, bo]) {
    const { isRead, isExplained, explained } = await asked(actor, incident)
    expect([isRead, isExplained]).toEqual([false, false])
    const because = explained.findings.filter(({ answer }) => answer === 'seat')
    expect(because.map(({ grants }) => grants[0]?.role)).toEqual(['co_chair'])
  }
  expect(await standingOf(ana.actor.id)).toMatchObject({ held: [], unseated: [seat] })
  await asOwner(owner, 'update co_chair_set set until_day = null')
})

test('what is open by break-glass is named with its end and who agreed, for as long as it runs', async () => {
  const incident = await record()
  const reason = 'the family is threatened and must be warned today'
  const mine = await enterAs(around, 'chi', [
    grantOf('focal_point', { ...place, regions: ['north'] }),
  ])
  const list = await mine.browser.json('POST', `/api/incidents/${incident.id}/glass`, { reason })
  const { requests }: GlassList = (await list.json()) as never
  expect(await asked(mine.actor, incident)).toMatchObject({ isRead: false, isExplained: false })
  await officer.browser.json('POST', `/api/glass/${requests[0]?.id}/agreement`, {})
  expect(await asked(mine.actor, incident)).toMatchObject({ isRead: true, isExplained: true })
  const until = new Date(clock.now().getTime() + 3_600_000).toISOString()
  const opened = [{ incidentId: incident.id, until, agreed: 'officer' }]
  expect((await standingOf(mine.actor.id)).opened).toEqual(opened)
  clock.advance(3_600_000)
  expect((await standingOf(mine.actor.id)).opened).toEqual([])
})

test('of an account that nobody has there is nothing to tell', async () => {
  const browser = await returnAs(around, keeper.actor.id)
  const answer = await browser.get('/api/people/01900009-0000-7000-8000-000000000000/standing')
  expect((await problemOf(answer)).code).toBe('account.unknown')
})
