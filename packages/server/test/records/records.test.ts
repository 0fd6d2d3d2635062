import type { ActionHistory, RecordDifferences } from '@vigil/contract/schemas'
import { describe, expect, test } from 'vitest'
import { asOwner } from '../support/accounts.ts'
import { problemOf } from '../support/client.ts'
import { returnAs } from '../support/people.ts'
import {
  actionsOf,
  begin,
  CANARY,
  documented,
  read,
  send,
  setting,
  startRecords,
} from './people.ts'

const { app, db, owner, unprotected, clock, keys, monitor, focal, member, analyst } =
  await startRecords()

async function story(sensitivity?: string): Promise<string> {
  const incident = await begin(monitor.browser, sensitivity)
  const answer = await send(monitor.browser, incident, documented(incident))
  expect(answer.status).toBe(200)
  return incident
}

async function codeOf(answer: Response | Promise<Response>): Promise<string> {
  return (await problemOf(await answer)).code
}

function count(table: 'incident_action' | 'incident_text' | 'incident_words', incident: string) {
  return unprotected
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('incident_id', '=', incident)
    .executeTakeFirstOrThrow()
}

describe('an incident is its actions', () => {
  test('what was sent stands in the record, with its texts', async () => {
    const incident = await story()
    const record = await read(monitor.browser, incident)
    expect(record.violations.map(({ id, category, status }) => [id, category, status])).toEqual([
      ['V-1', 'killing', 'report_pending_verification'],
      ['V-2', 'sexual_violence', 'report_pending_verification'],
    ])
    expect(record.victims[0]?.facts['sex']?.value).toBe('girl')
    expect(record.texts).toEqual({
      'T-1': `Told by ${CANARY}.`,
      'T-2': 'A girl was killed on the road to the market.',
    })
    expect(record.heads['fact C-1 sex']).toEqual(['a7'])
  })

  test('the same sent once more changes nothing and is no refusal', async () => {
    const incident = await story()
    const before = await read(monitor.browser, incident)
    const again = await send(monitor.browser, incident, { ...documented(incident), texts: [] })
    expect(again.status).toBe(200)
    expect(await read(monitor.browser, incident)).toEqual(before)
    expect(await count('incident_action', incident)).toEqual({ n: 10 })
  })

  test('all or none: one that does not fit is named by its number, and nothing is kept', async () => {
    const incident = await story()
    const given = actionsOf({
      b1: setting('C-1 sex', 'boy', ['a7']),
      b2: setting('C-9 sex', 'girl'),
    })
    const problem = await problemOf(await send(monitor.browser, incident, given))
    expect([problem.code, problem.title]).toEqual([
      'record.refused',
      'Change number 2 was not taken: it is about something that is not in this incident.',
    ])
    expect((await read(monitor.browser, incident)).victims[0]?.facts['sex']?.value).toBe('girl')
  })

  test('an id of another incident is refused like one that nobody knows', async () => {
    const [one, other] = [await story(), await begin(monitor.browser)]
    expect(
      await codeOf(send(monitor.browser, other, actionsOf({ b1: setting('C-1 sex', 'boy') }))),
    ).toBe('record.refused')
    expect((await read(monitor.browser, one)).victims).toHaveLength(1)
  })

  test('two who did not see each other are both shown, until somebody who saw both decides', async () => {
    const incident = await story()
    await send(monitor.browser, incident, actionsOf({ b1: setting('C-1 sex', 'boy', ['a7']) }))
    await send(focal.browser, incident, actionsOf({ b2: setting('C-1 sex', 'unknown', ['a7']) }))
    const torn = await read(focal.browser, incident)
    expect(torn.conflicts).toEqual([{ register: 'fact C-1 sex', actions: ['b1', 'b2'] }])
    expect(torn.victims[0]?.facts['sex']).toMatchObject({ value: null, isOpen: true })
    const settled = actionsOf({ b3: setting('C-1 sex', 'boy', ['b1', 'b2']) })
    expect((await send(focal.browser, incident, settled)).status).toBe(200)
    expect((await read(monitor.browser, incident)).conflicts).toEqual([])
  })

  test('at the same moment, too: what twenty say is all there', async () => {
    const incident = await story()
    const names = Array.from({ length: 20 }, (_, at) => `C-${at + 100}`)
    const answers = await Promise.all(
      names.map((added) =>
        send(
          monitor.browser,
          incident,
          actionsOf({
            [`add-${added}`]: { kind: 'add', added, subject: 'victim', category: null },
          }),
        ),
      ),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect((await read(monitor.browser, incident)).victims).toHaveLength(21)
  })

  test('decisions, imports and redactions have ways of their own', async () => {
    const incident = await story()
    const deed = { kind: 'redact', text: 'T-1', agreed: focal.actor.id, reason: 'T-1' } as const
    expect(await codeOf(send(monitor.browser, incident, actionsOf({ b1: deed })))).toBe(
      'request.invalid',
    )
  })
})

describe('who sees what of it', () => {
  test('a member sees a coded incident without sources, accounts and sexual violence', async () => {
    const incident = await story()
    const record = await read(member.browser, incident)
    expect(record.violations.map(({ id }) => id)).toEqual(['V-1'])
    expect(record.links).toEqual([{ link: 'victim_of', from: 'C-1', to: 'V-1' }])
    expect(record.sources).toEqual([])
    expect(record.texts).toEqual({ 'T-2': 'A girl was killed on the road to the market.' })
    expect(record.heads).toEqual({})
    expect(JSON.stringify(record)).not.toMatch(/V-2|T-1|S-1|sexual/)
  })

  test('and nothing of it in the history, in differences, or by asking for a text', async () => {
    const incident = await story()
    const history = await member.browser.get(`/api/incidents/${incident}/actions`)
    const { entries } = (await history.json()) as ActionHistory
    expect(entries.map(({ id }) => id)).toEqual(['begin', 'a1', 'a3', 'a5', 'a7', 'a9'])
    const day = clock.now().toISOString().slice(0, 10)
    const differences = await member.browser.get(
      `/api/incidents/${incident}/differences?from=2020-01-01&to=${day}`,
    )
    expect(await differences.text()).not.toMatch(/V-2|T-1|S-1|sexual/)
    const text = await member.browser.get(`/api/incidents/${incident}/texts/T-1`)
    expect(await codeOf(text)).toBe('record.textUnknown')
  })

  test('who may read but not add is refused, and so is nobody', async () => {
    const incident = await story()
    const given = actionsOf({ b1: setting('C-1 sex', 'boy', ['a7']) })
    expect(await codeOf(send(member.browser, incident, given))).toBe('access.denied')
    expect(await codeOf(send(analyst.browser, incident, given))).toBe('access.denied')
  })

  test('what is closed takes nothing more', async () => {
    const incident = await story()
    await unprotected
      .updateTable('incident')
      .set({ state: 'frozen' })
      .where('id', '=', incident)
      .execute()
    const given = actionsOf({ b1: setting('C-1 sex', 'boy', ['a7']) })
    expect(await codeOf(send(monitor.browser, incident, given))).toBe('incident.unknown')
  })

  test('reading a confidential one is an entry in the log, adding to it is one with its commitment', async () => {
    const incident = await story('S1')
    await read(focal.browser, incident)
    const entries = await db
      .selectFrom('audit_entry')
      .select(['action', 'actor', 'class'])
      .where('object_id', '=', incident)
      .orderBy('seq')
      .execute()
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
      ['incident.record', monitor.actor.id],
      ['incident.edit', monitor.actor.id],
      ['incident.read', focal.actor.id],
    ])
  })
})

describe('texts', () => {
  test('lie encrypted, each under a key of its own; only what stands lies open beside them', async () => {
    const incident = await story()
    const kept = await unprotected
      .selectFrom('incident_text')
      .select(['id', 'class', 'key_id', 'sealed'])
      .where('incident_id', '=', incident)
      .orderBy('id')
      .execute()
    expect(kept.map((text) => [text.id, text.class])).toEqual([
      ['T-1', 'S1'],
      ['T-2', 'S2'],
    ])
    expect(new Set(kept.map((text) => text.key_id)).size).toBe(2)
    expect(kept.some((text) => text.sealed.includes(CANARY))).toBe(false)
    expect(await count('incident_words', incident)).toEqual({ n: 2 })
  })

  test('what was replaced no longer lies open, and is read one by one', async () => {
    const incident = await story()
    const given = actionsOf(
      { b1: setting(`${incident} confidentialAccount`, { text: 'T-3' }, ['a8']) },
      { 'T-3': 'Told anew.' },
    )
    expect((await send(monitor.browser, incident, given)).status).toBe(200)
    expect((await read(monitor.browser, incident)).texts).toMatchObject({ 'T-3': 'Told anew.' })
    const open = await asOwner(
      owner,
      `select words from incident_words where text_id = 'T-1' and incident_id = '${incident}'`,
    )
    expect(open.rows).toEqual([])
    const old = await monitor.browser.get(`/api/incidents/${incident}/texts/T-1`)
    expect(await old.json()).toEqual({ id: 'T-1', words: `Told by ${CANARY}.` })
  })

  test('come with the changes that refer to them, neither fewer nor more', async () => {
    const incident = await story()
    const account = { b1: setting(`${incident} confidentialAccount`, { text: 'T-5' }, ['a8']) }
    expect(await codeOf(send(monitor.browser, incident, actionsOf(account)))).toBe('record.texts')
    const more = actionsOf(account, { 'T-5': 'Here.', 'T-6': 'Of nothing.' })
    const problem = await problemOf(await send(monitor.browser, incident, more))
    expect(problem.title).toBe(
      'Texts are missing that the changes refer to (0), or texts came that none of them refers to (1).',
    )
    expect(await count('incident_text', incident)).toEqual({ n: 2 })
  })

  test('one whose key was destroyed is gone, and says so', async () => {
    const incident = await story()
    const { key_id: keyId } = await unprotected
      .selectFrom('incident_text')
      .select('key_id')
      .where('incident_id', '=', incident)
      .where('id', '=', 'T-1')
      .executeTakeFirstOrThrow()
    await keys.ask({ does: 'destroy', keyId, tombstone: 'none' })
    expect(await codeOf(monitor.browser.get(`/api/incidents/${incident}/texts/T-1`))).toBe(
      'record.textGone',
    )
  })

  test('where the keys are not to be had, nothing is half written', async () => {
    const incident = await begin(monitor.browser)
    const ask = keys.ask
    const failing = { ...keys, ask: () => Promise.resolve({ ok: false, problem: 'new' } as const) }
    Object.assign(keys, failing)
    expect(await codeOf(send(monitor.browser, incident, documented(incident)))).toBe('keys.new')
    Object.assign(keys, { ask })
    expect(await count('incident_action', incident)).toEqual({ n: 1 })
  })
})

describe('versions', () => {
  test('as of any day, and field by field between two', async () => {
    const incident = await story()
    const first = clock.now().toISOString().slice(0, 10)
    clock.advance(3 * 24 * 60 * 60_000)
    const later = clock.now().toISOString().slice(0, 10)
    const back = await returnAs({ db, app, clock }, monitor.actor.id)
    const change = actionsOf({ b1: setting('C-1 sex', 'boy', ['a7']) })
    expect((await send(back, incident, change)).status).toBe(200)
    const before = await read(back, incident, `&asOf=${first}`)
    expect([before.asOf, before.victims[0]?.facts['sex']?.value]).toEqual([first, 'girl'])
    const answer = await back.get(
      `/api/incidents/${incident}/differences?from=${first}&to=${later}`,
    )
    expect((await answer.json()) as RecordDifferences).toEqual({
      differences: [{ subject: 'C-1', field: 'sex', before: 'girl', after: 'boy' }],
    })
    expect(await codeOf(back.get(`/api/incidents/${incident}/record?asOf=2020-01-01`))).toBe(
      'incident.unknown',
    )
  })
})
