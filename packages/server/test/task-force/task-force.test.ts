import { IncidentHeader, TaskForces } from '@vigil/contract/schemas'
import type { Grant } from '@vigil/core/policy'
import { describe, expect, test } from 'vitest'
import { addAccount, grantRoles } from '../../src/accounts/administer.ts'
import { Refusal } from '../../src/refusal.ts'
import { profileOf } from '../../src/task-force/profile.ts'
import { grantOf } from '../support/accounts.ts'
import { type Browser, FIRST, problemOf, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { enterAs, returnAs } from '../support/people.ts'

const { db } = await freshDatabase()
const { app, clock } = startApp(db)
const around = { db, app, clock }
const DAY = 24 * 60 * 60 * 1000
const TODAY = '2026-03-02'

const enter = (name: string, ...grants: Grant[]) => enterAs(around, name, grants)
const keeper = await enter('keeper', grantOf('administrator'))
const ana = await enter('ana', grantOf('co_chair'))
const bo = await enter('bo', grantOf('co_chair', { entity: 'unicef' }))
const chi = await enter('chi', grantOf('ctfmr_member', { operation: 'aldonia' }))
const monitor = await enter('mo', grantOf('monitor', { operation: 'aldonia' }))

async function post(browser: Browser, path: string, body: unknown = {}) {
  return browser.json('POST', path, body)
}

async function told(answer: Response): Promise<TaskForces> {
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    answer.status === 201 ? 201 : 200,
    'application/json',
  ])
  return TaskForces.parse(await answer.json())
}

async function codeOf(answer: Response): Promise<string> {
  return (await problemOf(answer)).code
}

/** The last entry of the log: who, for whom, what. */
async function lastEntry() {
  return db
    .selectFrom('audit_entry')
    .select(['actor', 'acting_for', 'action', 'decision'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

describe('co-chairs', () => {
  const choose = { entities: ['rc_office', 'unicef'], from: '2026-04-01', until: null }

  test('change on a day, and the earlier set ends the day before', async () => {
    const path = '/api/taskforces/bregovia/cochairs'
    const first = { entities: ['mission', 'unicef'], from: '2020-01-01', until: null }
    expect((await post(keeper.browser, path, first)).status).toBe(200)
    const { taskForces } = await told(await post(keeper.browser, path, choose))
    expect(taskForces.find(({ operation }) => operation === 'bregovia')).toMatchObject({
      coChairs: [
        { entities: ['mission', 'unicef'], from: '2020-01-01', until: '2026-03-31' },
        { entities: ['rc_office', 'unicef'], from: '2026-04-01', until: null },
      ],
      today: ['mission', 'unicef'],
    })
    expect(await lastEntry()).toMatchObject({ action: 'taskforce.seat', actor: keeper.actor.id })
  })

  test.each([
    [{ ...choose, entities: ['unicef'] }, 'request.invalid'],
    [{ ...choose, entities: ['unicef', 'unicef'] }, 'request.invalid'],
    [{ ...choose, until: '2026-03-31' }, 'taskforce.days'],
    [{ ...choose, from: '2026-03-15', until: '2026-05-01' }, 'taskforce.overlap'],
  ])('%o is refused: %s', async (body, code) => {
    expect(
      await codeOf(await post(keeper.browser, '/api/taskforces/bregovia/cochairs', body)),
    ).toBe(code)
  })

  test('a seat is granted to an entity that co-chairs, and level 2 and 3 to staff alone', async () => {
    const give = (signInName: string, grant: Grant) =>
      grantRoles(db, { signInName, grants: [grant], now: clock.now() })
    const technical = grantOf('technical_co_chair', { entity: 'unicef', from: TODAY })
    const refused = [
      { ...technical, unStaff: false },
      { ...technical, entity: 'rc_office' },
      { ...technical, entity: null },
      { ...technical, operation: null },
      { ...technical, operation: 'nowhere' },
    ] as const
    const keys = []
    for (const grant of refused) {
      const reason = await give('chi', grant).catch((error: unknown) => error)
      keys.push(reason instanceof Refusal ? reason.key : 'given')
    }
    expect(keys).toEqual([
      'refusal.account.notStaff',
      'refusal.account.notSeated',
      'refusal.account.entityMissing',
      'refusal.account.operationMissing',
      'refusal.account.notSeated',
    ])
    const account = { ...FIRST, signInName: 'tec', now: clock.now() }
    const made = await addAccount(db, { ...account, grants: [technical] })
    expect(made?.grants).toEqual([technical])
  })
})

/** The same person, signed in a day later on a server whose clock is ahead. */
async function enterTomorrow(accountId: string): Promise<Browser> {
  const later = startApp(db)
  later.clock.advance(DAY)
  return returnAs({ db, ...later }, accountId)
}

describe('the small-team profile', () => {
  const path = '/api/taskforces/aldonia/profile'
  const small = { profile: 'small_team' }

  test('holds once both co-chairs signed, and everybody in the task force sees it', async () => {
    const proposed = await told(await post(ana.browser, path, small))
    expect(proposed.taskForces).toMatchObject([
      {
        policies: { profile: 'usual', levelsByOnePerson: null },
        open: {
          profile: 'small_team',
          signatures: [{ name: 'ana', for: null, entity: 'mission' }],
          missing: ['unicef'],
        },
      },
    ])
    expect(await codeOf(await post(ana.browser, path, small))).toBe('taskforce.signed')
    expect(await profileOf(db, 'aldonia', clock.now())).toBe('usual')
    await told(await post(bo.browser, path, small))
    expect(await lastEntry()).toMatchObject({ action: 'taskforce.choose', actor: bo.actor.id })
    const seen = await told(await monitor.browser.get('/api/taskforces'))
    expect(seen.taskForces).toMatchObject([
      { policies: { profile: 'small_team', levelsByOnePerson: '1+2' }, open: null },
    ])
    expect(await profileOf(db, 'aldonia', clock.now())).toBe('small_team')
    expect(await codeOf(await post(ana.browser, path, small))).toBe('taskforce.sameProfile')
  })

  test('is the co-chairs’ of that operation alone to choose', async () => {
    expect(await codeOf(await post(chi.browser, path, small))).toBe('access.denied')
    const elsewhere = '/api/taskforces/caldera/profile'
    expect(await codeOf(await post(ana.browser, elsewhere, small))).toBe('access.denied')
  })
})

describe('an officer in charge', () => {
  const days = { from: TODAY, until: '2026-03-05', unStaff: true }

  test('does what the absent person may, in both names, from the next request on', async () => {
    const given = { operation: 'aldonia', region: 'coast', class: 'S1', entity: 'mission' }
    const recorded = await post(monitor.browser, '/api/incidents', { ...given, state: 'submitted' })
    const { id } = IncidentHeader.parse(await recorded.json())
    expect(await codeOf(await chi.browser.get(`/api/incidents/${id}`))).toBe('incident.unknown')
    const { duties } = await told(
      await post(ana.browser, '/api/duties', { officer: 'chi', ...days }),
    )
    expect(duties).toMatchObject([{ absent: 'ana', officer: 'chi', agreed: true, ...days }])
    expect((await chi.browser.get(`/api/incidents/${id}`)).status).toBe(200)
    expect(await lastEntry()).toEqual({
      actor: chi.actor.id,
      acting_for: ana.actor.id,
      action: 'incident.read',
      decision: 'allowed',
    })
    const body = { class: 'S2', reason: 'nothing in it can identify anybody' }
    expect((await chi.browser.json('PATCH', `/api/incidents/${id}/class`, body)).status).toBe(200)
    expect(await lastEntry()).toMatchObject({ acting_for: ana.actor.id })
    expect((await ana.browser.get(`/api/incidents/${id}`)).status).toBe(200)
  })

  test('never signs for the other side of what the absent person signed', async () => {
    const path = '/api/taskforces/aldonia/profile'
    const signed = await told(await post(chi.browser, path, { profile: 'usual' }))
    expect(signed.taskForces[0]?.open?.signatures).toMatchObject([
      { name: 'chi', for: 'ana', entity: 'mission' },
    ])
    expect(await lastEntry()).toMatchObject({ actor: chi.actor.id, acting_for: ana.actor.id })
    await told(await post(bo.browser, '/api/duties', { officer: 'chi', ...days }))
    const again = await post(chi.browser, path, { profile: 'usual' })
    expect(await codeOf(again)).toBe('taskforce.bothSides')
  })

  test.each([
    [{ officer: 'chi', ...days, unStaff: false }, 'duty.notStaff'],
    [{ officer: 'keeper', ...days }, 'duty.excluded'],
    [{ officer: 'ana', ...days }, 'duty.self'],
    [{ officer: 'nobody', ...days }, 'duty.unknownName'],
    [{ officer: 'chi', ...days, until: '2026-03-01' }, 'duty.days'],
    [{ absent: 'bo', officer: 'chi', ...days }, 'access.denied'],
  ])('%o is refused: %s', async (body, code) => {
    expect(await codeOf(await post(ana.browser, '/api/duties', body))).toBe(code)
  })

  test('whom an administrator names acts only after a co-chair agreed', async () => {
    const technical = await enter('tia', grantOf('technical_co_chair', { entity: 'unicef' }))
    const { browser } = await enter('dee', grantOf('ctfmr_member', { operation: 'aldonia' }))
    const wanted = { absent: 'tia', officer: 'dee', ...days }
    await told(await post(keeper.browser, '/api/duties', wanted))
    const mayExport = async () => (await browser.get('/api/session')).text()
    expect(await mayExport()).not.toContain('incident.export')
    const { duties } = await told(await bo.browser.get('/api/taskforces'))
    const open = duties.find(({ officer }) => officer === 'dee')
    expect(open).toMatchObject({ agreed: false, mayAgree: true, mayEnd: true })
    const path = `/api/duties/${open?.id}`
    expect(await codeOf(await post(technical.browser, `${path}/agreement`))).toBe('access.denied')
    await told(await post(bo.browser, `${path}/agreement`))
    expect(await codeOf(await post(bo.browser, `${path}/agreement`))).toBe('duty.agreed')
    expect(await mayExport()).toContain('incident.export')
    expect(await codeOf(await monitor.browser.send('DELETE', path))).toBe('duty.unknown')
    await told(await technical.browser.send('DELETE', path))
    expect(await mayExport()).not.toContain('incident.export')
  })

  test('is not given a role that those they act for exclude, nor the absent person one', async () => {
    const give = (signInName: string) =>
      grantRoles(db, { signInName, grants: [grantOf('auditor')], now: clock.now() })
    await expect(give('chi')).rejects.toMatchObject({ key: 'refusal.account.roles' })
    await enter('eva', grantOf('data_protection_officer'))
    await enter('fay', grantOf('monitor', { operation: 'aldonia' }))
    const eva = await enter('gil', grantOf('data_protection_officer'))
    await told(await post(eva.browser, '/api/duties', { officer: 'fay', ...days }))
    await expect(give('gil')).rejects.toMatchObject({ key: 'refusal.account.roles' })
  })

  test('has nothing of it the day after the last', async () => {
    const { duties } = await told(await ana.browser.get('/api/taskforces'))
    for (const { id, officer } of duties) {
      if (officer === 'chi') await ana.browser.send('DELETE', `/api/duties/${id}`)
    }
    await post(ana.browser, '/api/duties', { officer: 'chi', ...days, until: TODAY })
    const browser = await enterTomorrow(chi.actor.id)
    expect(await (await browser.get('/api/session')).text()).not.toContain('incident.classify')
  })
})

// Last: the log knows of tomorrow then, and nothing is signed by a clock that it is ahead of.
describe('the day after', () => {
  test('a co-chair whose entity no longer co-chairs is none, from that day on', async () => {
    const path = '/api/taskforces/caldera/cochairs'
    const both = { entities: ['mission', 'unicef'], from: '2020-01-01', until: TODAY }
    await post(keeper.browser, path, both)
    const place = { operation: 'caldera', entity: 'mission' } as const
    const { actor, browser } = await enter('until', grantOf('technical_co_chair', place))
    expect((await browser.get('/api/incidents')).status).toBe(200)
    const next = await enterTomorrow(actor.id)
    expect(await codeOf(await next.get('/api/incidents'))).toBe('access.denied')
  })
})
