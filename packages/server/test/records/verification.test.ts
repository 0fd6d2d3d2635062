import type { IncidentHistory, IncidentHeader, NewDecision } from '@vigil/contract/schemas'
import { describe, expect, test } from 'vitest'
import { asOwner } from '../support/accounts.ts'
import { type Browser, problemOf } from '../support/client.ts'
import { returnAs } from '../support/people.ts'
import { begin, read } from './people.ts'
import { complete, lookAt, startVerification } from './verification-people.ts'

const started = await startVerification()
const { app, db, owner, unprotected, clock } = started
const { monitor, focal, member, chi, dora, esi, fode, both, north } = started
const TODAY = clock.now().toISOString().slice(0, 10)

interface Person {
  readonly browser: Browser
}

function post({ browser }: Person, path: string, body: object): Promise<Response> {
  return browser.json('POST', `/api/incidents/${path}`, { on: TODAY, reason: 'Seen.', ...body })
}

function decide(person: Person, at: string, decision: Partial<NewDecision>): Promise<Response> {
  const body = { outcome: 'verified', attributionVerified: false, ...decision }
  return post(person, `${at}/violations/V-1/decisions`, body)
}

function reopen(person: Person, at: string): Promise<Response> {
  return post(person, `${at}/violations/V-1/reopenings`, { cause: 'new_information' })
}

async function titleOf(answer: Response | Promise<Response>): Promise<string> {
  const { code, title } = await problemOf(await answer)
  return code === 'record.stepRefused' ? title : code
}

async function stateOf(incident: string): Promise<IncidentHeader['state']> {
  const answer = await focal.browser.get(`/api/incidents/${incident}`)
  return ((await answer.json()) as IncidentHeader).state
}

/** Alters the header past every rule. */
async function alter(id: string, to: { class?: string; state?: string }): Promise<void> {
  await unprotected.updateTable('incident').set(to).where('id', '=', id).execute()
}

/** How many actions and texts of an incident are kept. */
async function countKept(id: string): Promise<unknown> {
  const count = (table: 'incident_action' | 'incident_text') =>
    unprotected
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('incident_id', '=', id)
      .executeTakeFirstOrThrow()
  return [await count('incident_action'), await count('incident_text')]
}

/** Everybody in turn takes the step that is theirs, and each is taken. */
async function allDecide(at: string, decision: Partial<NewDecision> = {}, upTo = 4): Promise<void> {
  const order = [
    [focal, 1],
    [chi, 2],
    [dora, 2],
    [esi, 3],
  ] as const
  for (const [person, level] of order.slice(0, upTo)) {
    const answer = await decide(person, at, { ...decision, level })
    expect([level, answer.status]).toEqual([level, 200])
  }
}

describe('three levels', () => {
  test('four people of two entities verify, and the state of the incident follows', async () => {
    const incident = await complete(monitor.browser)
    expect(await stateOf(incident)).toBe('submitted')
    await allDecide(incident, {}, 1)
    expect(await stateOf(incident)).toBe('under_review')
    expect(await titleOf(decide(esi, incident, { level: 3 }))).toBe(
      'The level below has not answered yet.',
    )
    expect((await decide(chi, incident, { level: 2 })).status).toBe(200)
    expect(await titleOf(decide(chi, incident, { level: 2 }))).toBe(
      'You have signed already; the other side has to be somebody else.',
    )
    expect((await decide(dora, incident, { level: 2 })).status).toBe(200)
    expect((await decide(esi, incident, { level: 3, attributionVerified: true })).status).toBe(200)
    expect(await stateOf(incident)).toBe('decided')
    const seen = await lookAt(esi, incident)
    expect([seen.status, seen.since, seen.attribution]).toEqual(['verified', TODAY, 'verified'])
    expect(seen.tally).toEqual({ boys: 1, girls: 3, unknown: 0 })
    expect(seen.history.map(({ status }) => status)).toEqual([
      'report_pending_verification',
      'verified',
    ])
    const [round] = seen.rounds
    expect(round?.joint).toBe('agreed')
    expect(round?.answers.map(({ level, entity, by }) => [level, entity, by])).toEqual([
      [1, 'mission', 'focal'],
      [2, 'mission', 'chi'],
      [2, 'unicef', 'dora'],
      [3, 'mission', 'esi'],
    ])
    const history = await focal.browser.get(`/api/incidents/${incident}/history`)
    const { changes } = (await history.json()) as IncidentHistory
    expect(changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['state', 'submitted', 'under_review'],
      ['state', 'under_review', 'decided'],
    ])
    const reason = round?.answers[0]?.reason ?? ''
    const text = await chi.browser.get(`/api/incidents/${incident}/texts/${reason}`)
    expect(await text.json()).toEqual({ id: reason, words: 'Seen.' })
  })

  test('nobody signs two levels, another role or another region decides nothing', async () => {
    const incident = await complete(monitor.browser)
    expect((await decide(both, incident, { level: 1 })).status).toBe(200)
    expect(await titleOf(decide(both, incident, { level: 2 }))).toBe(
      'You have signed another level of this violation; somebody else has to sign this one.',
    )
    expect(await titleOf(decide(focal, incident, { level: 2 }))).toBe(
      'Another role decides at this level.',
    )
    expect(await titleOf(decide(north, incident, { level: 1 }))).toBe('incident.unknown')
    expect(await titleOf(decide(member, incident, { level: 1 }))).toBe('access.denied')
    expect((await lookAt(focal, incident)).rounds[0]?.answers).toHaveLength(1)
  })

  test('two who disagree have answered: it stays pending, and the third level has both answers', async () => {
    const incident = await complete(monitor.browser)
    await allDecide(incident, {}, 2)
    expect((await decide(dora, incident, { level: 2, outcome: 'not_mrm' })).status).toBe(200)
    const seen = await lookAt(esi, incident)
    expect([seen.status, seen.rounds[0]?.joint]).toEqual([
      'report_pending_verification',
      'disagreed',
    ])
    const technical = seen.rounds[0]?.answers.filter(({ level }) => level === 2) ?? []
    expect(technical.map(({ entity, outcome }) => [entity, outcome])).toEqual([
      ['mission', 'verified'],
      ['unicef', 'not_mrm'],
    ])
    expect(new Set(technical.map(({ reason }) => reason)).size).toBe(2)
    expect((await decide(fode, incident, { level: 3, outcome: 'not_mrm' })).status).toBe(200)
    expect((await lookAt(esi, incident)).status).toBe('not_mrm')
  })

  test('what is not confirmed stays pending, as a violation of its own', async () => {
    const incident = await complete(monitor.browser)
    const unconfirmed = { children: ['C-1'], tally: { boys: 1, girls: 0, unknown: 0 } }
    await allDecide(incident, { unconfirmed })
    expect((await lookAt(esi, incident)).tally).toEqual({ boys: 0, girls: 2, unknown: 0 })
    const { violations, links } = await read(focal.browser, incident)
    const rest = violations.find(({ id }) => id !== 'V-1')
    expect(rest?.status).toBe('report_pending_verification')
    expect(rest?.facts['tally']?.value).toEqual({ boys: 1, girls: 0, unknown: 0 })
    expect(links).toContainEqual({ link: 'remainder_of', from: rest?.id, to: 'V-1' })
    expect(links).toContainEqual({ link: 'victim_of', from: 'C-1', to: rest?.id })
    expect(await stateOf(incident)).toBe('under_review')
  })

  test('a refused step leaves nothing behind, neither action nor text', async () => {
    const incident = await complete(monitor.browser)
    const before = await countKept(incident)
    expect(await titleOf(decide(focal, incident, { level: 1, on: '2040-01-01' }))).toBe(
      'The day is still to come: enter the day of the decision.',
    )
    const more = { children: [], tally: { boys: 9, girls: 0, unknown: 0 } }
    expect(await titleOf(decide(focal, incident, { level: 1, unconfirmed: more }))).toBe(
      'What is not confirmed is more than was alleged, or is not of this violation.',
    )
    expect(await titleOf(decide(focal, incident, { level: 1, reason: null }))).toBe(
      'Write down why.',
    )
    expect(await countKept(incident)).toEqual(before)
  })

  test('a violation of another incident is refused like one that nobody knows', async () => {
    const other = await begin(monitor.browser, 'S1')
    await complete(monitor.browser)
    expect(await titleOf(decide(focal, other, { level: 1 }))).toBe(
      'There is no such violation in this incident.',
    )
    const path = `${other}/violations/V-1`
    const back = post(chi, `${path}/returns`, { level: 2 })
    expect(await titleOf(back)).toBe('There is no such violation in this incident.')
    expect(await titleOf(reopen(esi, other))).toBe('There is no such violation in this incident.')
  })

  test('two at the same moment: one signature of an entity is taken', async () => {
    const incident = await complete(monitor.browser)
    await allDecide(incident, {}, 1)
    const twice = await Promise.all([1, 2].map(() => decide(chi, incident, { level: 2 })))
    expect(twice.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 422]))
  })
})

describe('back again', () => {
  test('what was verified takes two co-chairs of different entities, and begins at level 1', async () => {
    const incident = await complete(monitor.browser)
    await allDecide(incident)
    expect(await titleOf(reopen(focal, incident))).toBe(
      'What was verified is reopened by two co-chairs of different entities.',
    )
    expect((await reopen(esi, incident)).status).toBe(200)
    expect([(await lookAt(esi, incident)).status, await stateOf(incident)]).toEqual([
      'verified',
      'decided',
    ])
    expect((await reopen(fode, incident)).status).toBe(200)
    const seen = await lookAt(esi, incident)
    expect([seen.status, seen.rounds.length, await stateOf(incident)]).toEqual([
      'report_pending_verification',
      2,
      'under_review',
    ])
    await allDecide(incident)
    expect(await stateOf(incident)).toBe('decided')
  })

  test('a pending one is sent back because more is wanted; the answers stay', async () => {
    const incident = await complete(monitor.browser)
    await allDecide(incident, {}, 2)
    const path = `${incident}/violations/V-1/returns`
    expect((await post(dora, path, { level: 2 })).status).toBe(200)
    const seen = await lookAt(focal, incident)
    expect(seen.rounds.map(({ answers, sentBack }) => [answers.length, sentBack?.level])).toEqual([
      [2, 2],
      [0, undefined],
    ])
    await allDecide(incident)
  })
})

describe('what is open to whom', () => {
  test('every closed step says why, and the checklist what is lacking', async () => {
    const incident = await complete(monitor.browser)
    const steps = async (person: Person) =>
      (await lookAt(person, incident)).steps.map(
        ({ step, level, refusal }) => `${step} ${level}: ${refusal?.reason ?? 'open'}`,
      )
    expect(await steps(focal)).toEqual([
      'verify 1: open',
      'decide 1: open',
      'verify 2: notThisRole',
      'decide 2: notThisRole',
      'verify 3: notThisRole',
      'decide 3: notThisRole',
      'sendBack 2: notThisRole',
      'sendBack 3: notThisRole',
      'reopen null: notDecided',
    ])
    await allDecide(incident, {}, 1)
    expect(await steps(esi)).toContain('verify 3: levelBelowMissing')
    expect(await steps(chi)).toContain('verify 2: open')
    const { criteria } = await lookAt(focal, incident)
    expect(criteria.every(({ met }) => met)).toBe(true)
  })

  test('where the criteria are not met nothing is verified, and other decisions are open', async () => {
    const incident = await complete(monitor.browser)
    const gone = { kind: 'link', link: 'supports', from: 'S-1', to: 'V-1', linked: false }
    const given = {
      id: 'c1',
      madeAt: clock.now().toISOString(),
      deed: { ...gone, replaces: ['b9'] },
    }
    const path = `/api/incidents/${incident}/actions`
    expect((await monitor.browser.json('POST', path, { actions: [given] })).status).toBe(200)
    const { criteria, steps } = await lookAt(focal, incident)
    expect(criteria.filter(({ met }) => !met).map(({ criterion }) => criterion)).toEqual([
      'primarySources',
      'trainedMonitor',
    ])
    expect(steps.slice(0, 2).map(({ refusal }) => refusal?.reason)).toEqual([
      'criteriaUnmet',
      undefined,
    ])
    expect(await titleOf(decide(focal, incident, { level: 1 }))).toBe(
      'The criteria are not met: see the checklist.',
    )
  })

  test('who reads coded incidents alone sees the status, and nothing of who decided why', async () => {
    const incident = await complete(monitor.browser)
    await allDecide(incident)
    await alter(incident, { class: 'S2' })
    const seen = await lookAt(member, incident)
    expect([seen.status, seen.rounds, seen.criteria]).toEqual(['verified', [], []])
    expect(seen.steps.every(({ refusal }) => refusal !== null)).toBe(true)
  })

  test('on what is closed nothing is open', async () => {
    const incident = await complete(monitor.browser)
    await alter(incident, { state: 'closed' })
    const { steps } = await lookAt(chi, incident)
    expect(new Set(steps.map(({ refusal }) => refusal?.reason))).toEqual(new Set(['notDecidable']))
    expect(await titleOf(decide(chi, incident, { level: 2 }))).toBe('incident.unknown')
  })
})

describe('when it may be signed', () => {
  test('every step is an entry in the log, with the signature named as one', async () => {
    const incident = await complete(monitor.browser)
    await allDecide(incident, {}, 2)
    const entries = await db
      .selectFrom('audit_entry')
      .select(['action', 'actor'])
      .where('object_id', '=', incident)
      .where('action', 'like', 'violation.%')
      .orderBy('seq')
      .execute()
    expect(entries).toEqual([
      { action: 'violation.decide', actor: focal.actor.id },
      { action: 'violation.sign', actor: chi.actor.id },
    ])
  })

  test('signing takes a fresh proof of who signs; a focal point answers without', async () => {
    const incident = await complete(monitor.browser)
    clock.advance(6 * 60_000)
    await allDecide(incident, {}, 1)
    expect(await titleOf(decide(chi, incident, { level: 2 }))).toBe('access.stepUp')
    const fresh = { browser: await returnAs({ db, app, clock }, chi.actor.id) }
    expect((await decide(fresh, incident, { level: 2 })).status).toBe(200)
  })

  test('where nobody co-chairs work goes on, and decisions wait', async () => {
    const incident = await complete(monitor.browser)
    await allDecide(incident, {}, 1)
    await asOwner(owner, `update co_chair_set set until_day = '2020-12-31'`)
    const seen = await lookAt(focal, incident)
    expect([seen.hasDecidingBody, seen.rounds[0]?.answers.length]).toEqual([false, 1])
    const fresh = { browser: await returnAs({ db, app, clock }, chi.actor.id) }
    expect(await titleOf(decide(fresh, incident, { level: 2 }))).toBe('access.denied')
  })
})
