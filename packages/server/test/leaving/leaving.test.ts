import type { LeavingReceipt } from '@vigil/contract/schemas'
import { conditionOf, type Grant, type IncidentFacts, type Role } from '@vigil/core/policy'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { createAccount, findAccount } from '../../src/accounts/accounts.ts'
import { hashPassphrase } from '../../src/accounts/passphrase.ts'
import { endByHand } from '../../src/leaving/by-hand.ts'
import { readParties } from '../../src/leaving/parties.ts'
import { isAsSaid } from '../../src/policy/where.ts'
import { uuidV7 } from '../../src/uuid.ts'
import { asOwner, grantOf } from '../support/accounts.ts'
import { Browser, PASSPHRASE, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { enterAs, returnAs } from '../support/people.ts'
import { acceptAll, begin, codeOf, handedTo, nameTo, stateOf } from './steps.ts'

const { db, owner, unprotected } = await freshDatabase()
const { app, clock } = startApp(db)
const SEATED = { operation: 'aldonia', regions: ['coast'], entity: 'mission' } as const
/** What a passphrase costs is tested elsewhere. */
const CHEAP = { memory: 64, passes: 1, parallelism: 1 } as const
const REASON = 'Her contract is over and she is gone'

let count = 0
/** Somebody with a name of their own. */
async function enter(...roles: (Role | Grant)[]) {
  count += 1
  const name = `person-${count}`
  const grants = roles.map((one) => (typeof one === 'string' ? grantOf(one, SEATED) : one))
  return { name, ...(await enterAs({ db, app, clock }, name, grants)) }
}

/** There is an administrator, an auditor and a secretariat beside whoever is tried. */
const keeper = await enter('administrator')
await enter('administrator', 'auditor', 'secretariat')

async function record(facts: Partial<IncidentFacts> & { owner: string }): Promise<string> {
  const id = uuidV7(clock.now())
  const usual = { ...SEATED, region: 'coast', class: 'S1', state: 'submitted', assignee: null }
  const { regions: _, ...row } = { ...usual, ...facts }
  await unprotected
    .insertInto('incident')
    .values({ id, recorded_at: clock.now(), ...row })
    .execute()
  return id
}

async function actionsAbout(id: string): Promise<string[]> {
  const entries = await db
    .selectFrom('audit_entry')
    .select('action')
    .where('object_id', '=', id)
    .where('decision', '=', 'allowed')
    .orderBy('seq')
    .execute()
  return entries.map(({ action }) => action)
}

describe('somebody leaves', () => {
  test('gives what they have to a successor, both say so, and the account ends', async () => {
    const leaver = await enter('monitor')
    const successor = await enter('monitor')
    const owned = await record({ owner: leaver.actor.id, class: 'S0' })
    const draft = await record({ owner: leaver.actor.id, state: 'draft' })
    const given = await record({ owner: uuidV7(clock.now()), assignee: leaver.actor.id })
    const begun = await begin(leaver.browser)
    expect(begun.obstacles).toEqual([{ what: 'given', count: 3 }])
    expect((await nameTo(leaver.browser, successor.name, begun)).status).toBe(200)
    expect(await codeOf(leaver.browser.send('POST', '/api/own/leaving/end'))).toBe(
      'leaving.obstacles',
    )
    expect((await successor.browser.get(`/api/incidents/${owned}`)).status).toBe(404)
    await acceptAll(successor.browser)
    const again = await returnAs({ db, app, clock }, leaver.actor.id)
    clock.advance(6 * 60_000)
    expect(await codeOf(again.send('POST', '/api/own/leaving/end'))).toBe('access.stepUp')
    const fresh = await returnAs({ db, app, clock }, leaver.actor.id)
    const answer = await fresh.send('POST', '/api/own/leaving/end')
    expect(answer.status).toBe(200)
    const receipt = (await answer.json()) as LeavingReceipt
    const passed = receipt.leaving.holdings
    expect(new Set(passed.map(({ id }) => id))).toEqual(new Set([owned, draft, given]))
    expect(new Set(passed.map((one) => one.successor?.id))).toEqual(new Set([successor.actor.id]))
    for (const id of [owned, draft, given]) {
      expect((await successor.browser.get(`/api/incidents/${id}`)).status).toBe(200)
      expect((await actionsAbout(id))[0]).toBe('handover.done')
    }
    const left = await unprotected
      .selectFrom('incident')
      .select('id')
      .where((row) =>
        row.or([row('owner', '=', leaver.actor.id), row('assignee', '=', leaver.actor.id)]),
      )
      .execute()
    expect(left).toEqual([])
    expect((await fresh.get('/api/own/factors')).status).toBe(401)
    expect(await actionsAbout(leaver.actor.id)).toEqual([
      'leaving.begin',
      'leaving.name',
      'handover.accept',
      'leaving.end',
    ])
    const [handed] = await handedTo(successor.browser)
    expect(handed?.passedAt).not.toBeNull()
  })

  test('and stays: nothing has changed', async () => {
    const leaver = await enter('monitor')
    const successor = await enter('monitor')
    const owned = await record({ owner: leaver.actor.id })
    await nameTo(leaver.browser, successor.name, await begin(leaver.browser))
    await acceptAll(successor.browser)
    expect((await leaver.browser.send('DELETE', '/api/own/leaving')).status).toBe(200)
    expect((await leaver.browser.get(`/api/incidents/${owned}`)).status).toBe(200)
    expect((await successor.browser.get(`/api/incidents/${owned}`)).status).toBe(404)
    expect(await handedTo(successor.browser)).toEqual([])
  })

  test('a successor refuses with a reason, and another is named', async () => {
    const leaver = await enter('monitor')
    const [one, two] = [await enter('monitor'), await enter('monitor')]
    await record({ owner: leaver.actor.id })
    const begun = await begin(leaver.browser)
    await nameTo(leaver.browser, one.name, begun)
    const [handed] = await handedTo(one.browser)
    const body = { handovers: [handed?.id], reason: 'I go on leave myself next week' }
    expect((await one.browser.json('POST', '/api/own/handed/refusal', body)).status).toBe(200)
    const told = await stateOf(leaver.browser.get('/api/own/leaving'))
    expect(told.holdings[0]).toMatchObject({ state: 'refused', reason: body.reason })
    expect(await codeOf(one.browser.json('POST', '/api/own/handed/acceptance', body))).toBe(
      'handover.unknown',
    )
    const named = await stateOf(nameTo(leaver.browser, two.name, begun))
    expect(named.holdings[0]).toMatchObject({ state: 'waiting', reason: null })
    expect(await handedTo(one.browser)).toEqual([])
  })

  test.each([
    ['nobody has the name', () => 'nobody-at-all'],
    ['their roles do not let them', async () => (await enter('focal_point')).name],
    ['it is the leaver', (leaver: { name: string }) => leaver.name],
  ])('nobody is named where %s, and the answer is the same', async (_, nameOf) => {
    const leaver = await enter('monitor')
    await record({ owner: leaver.actor.id })
    const begun = await begin(leaver.browser)
    const answer = nameTo(leaver.browser, await nameOf(leaver), begun)
    expect(await codeOf(answer)).toBe('leaving.noSuccessor')
  })

  test('nobody accepts what is handed to somebody else', async () => {
    const leaver = await enter('monitor')
    const [successor, other] = [await enter('monitor'), await enter('monitor')]
    await record({ owner: leaver.actor.id })
    await nameTo(leaver.browser, successor.name, await begin(leaver.browser))
    const [handed] = await handedTo(successor.browser)
    const body = { handovers: [handed?.id] }
    expect(await codeOf(other.browser.json('POST', '/api/own/handed/acceptance', body))).toBe(
      'handover.unknown',
    )
  })

  test('who accepted and lost the role since takes nothing over', async () => {
    const leaver = await enter('monitor')
    const successor = await enter('monitor')
    await record({ owner: leaver.actor.id })
    await nameTo(leaver.browser, successor.name, await begin(leaver.browser))
    await acceptAll(successor.browser)
    await db
      .updateTable('account_grant')
      .set({ ended_at: clock.now() })
      .where('account_id', '=', successor.actor.id)
      .execute()
    const now = await stateOf(leaver.browser.get('/api/own/leaving'))
    expect(now.holdings.map(({ state }) => state)).toEqual(['unfit'])
    expect(await codeOf(leaver.browser.send('POST', '/api/own/leaving/end'))).toBe(
      'leaving.obstacles',
    )
  })

  test('the only reader of a region stays until somebody else reads it', async () => {
    const leaver = await enter(grantOf('focal_point', { ...SEATED, regions: ['delta'] }))
    await record({ owner: uuidV7(clock.now()), region: 'delta' })
    const begun = await begin(leaver.browser)
    expect(begun.obstacles).toEqual([{ what: 'unread', count: 1 }])
    const other = await enter(grantOf('focal_point', { ...SEATED, regions: ['delta'] }))
    expect((await stateOf(leaver.browser.get('/api/own/leaving'))).obstacles).toEqual([])
    expect((await leaver.browser.send('POST', '/api/own/leaving/end')).status).toBe(200)
    expect(other.actor.id).not.toBe(leaver.actor.id)
  })

  test('a co-chair stays until the seat has a successor', async () => {
    const seat = grantOf('co_chair', { entity: 'unicef' })
    const leaver = await enter(seat)
    expect((await begin(leaver.browser)).obstacles).toEqual([
      { what: 'seat', role: 'co_chair', operation: 'aldonia', entity: 'unicef' },
    ])
    await enter(seat)
    expect((await leaver.browser.send('POST', '/api/own/leaving/end')).status).toBe(200)
  })
})

describe('an administrator ends the account of somebody who is gone', () => {
  const path = (id: string, more = '') => `/api/people/${id}/leaving${more}`

  async function fresh() {
    return returnAs({ db, app, clock }, keeper.actor.id)
  }

  async function gone() {
    count += 1
    const signInName = `gone-${count}`
    const passphrase = await hashPassphrase(PASSPHRASE, CHEAP)
    const given = { name: 'Amina', signInName, passphrase, grants: [grantOf('monitor', SEATED)] }
    const account = await createAccount(db, { ...given, now: clock.now() })
    return { id: String(account?.id), signInName }
  }

  function signIn(signInName: string, address: string) {
    const body = { signInName, passphrase: PASSPHRASE }
    return new Browser(app, { address }).json('POST', '/api/session', body)
  }

  test('nobody signs in to it at once; it ends once everything is accepted', async () => {
    const { id, signInName } = await gone()
    const owned = await record({ owner: id })
    const browser = await fresh()
    expect((await signIn(signInName, '10.1.0.1')).status).toBe(200)
    const begun = await stateOf(browser.json('POST', path(id), { reason: REASON }))
    expect(begun.holdings).toMatchObject([{ id: owned, label: null, state: 'unnamed' }])
    expect(await codeOf(signIn(signInName, '10.1.0.2'))).toBe('session.wrong')
    expect(await codeOf(browser.send('POST', path(id, '/end')))).toBe('leaving.obstacles')
    const successor = await enter('monitor')
    const things = [{ kind: 'incident_owned', id: owned }]
    const named = { things, successor: successor.name }
    expect((await browser.json('POST', path(id, '/successor'), named)).status).toBe(200)
    await acceptAll(successor.browser)
    expect((await browser.send('POST', path(id, '/end'))).status).toBe(200)
    expect(await codeOf(browser.json('POST', path(id), { reason: REASON }))).toBe('account.ended')
    const grants = { grants: [grantOf('monitor')] }
    expect(await codeOf(browser.json('POST', `/api/people/${id}/grants`, grants))).toBe(
      'account.ended',
    )
    expect((await successor.browser.get(`/api/incidents/${owned}`)).status).toBe(200)
    const { rows } = await asOwner(owner, `select passphrase from account where id = '${id}'`)
    expect(rows).toEqual([{ passphrase: expect.stringContaining('none') as string }])
  })

  test('and takes it back: its owner signs in as before', async () => {
    const { id, signInName } = await gone()
    const browser = await fresh()
    await browser.json('POST', path(id), { reason: REASON })
    expect((await browser.send('DELETE', path(id))).status).toBe(200)
    expect((await signIn(signInName, '10.1.0.3')).status).toBe(200)
  })

  test('never their own, nor of somebody who leaves of their own accord', async () => {
    const browser = await fresh()
    const body = { reason: REASON }
    expect(await codeOf(browser.json('POST', path(keeper.actor.id), body))).toBe('leaving.own')
    const leaver = await enter('monitor')
    await begin(leaver.browser)
    expect(await codeOf(browser.send('POST', path(leaver.actor.id, '/end')))).toBe(
      'leaving.unknown',
    )
  })

  test('everything that opened it is worth nothing: codes, duties, openings, invitations', async () => {
    const { id } = await gone()
    const browser = await fresh()
    const now = clock.now()
    await asOwner(
      owner,
      `insert into totp values (gen_random_uuid(), '${id}', repeat('x', 40)::bytea, now(), now());
       insert into recovery_sheet values (gen_random_uuid(), '${id}', now());
       insert into recovery (id, account_id, asked_at, reason, waits_until)
         values (gen_random_uuid(), '${id}', now(), 'Every device was lost', now());
       insert into officer_in_charge (id, absent, officer, from_day, until_day, un_staff, set_at, set_by)
         values (gen_random_uuid(), '${id}', '${keeper.actor.id}', '2026-01-01', '2027-01-01', false, now(), '${id}');
       insert into invitation (id, name, grants, invited_at, invited_by, code_sha256, expires_at)
         values (gen_random_uuid(), 'Dina', '[]', now(), '${id}', sha256('${id}'), '${now.getFullYear() + 1}-01-01')`,
    )
    const begun = await stateOf(browser.json('POST', path(id), { reason: REASON }))
    expect(begun.holdings.map(({ kind }) => kind)).toEqual(['absence', 'invitation'])
    expect((await browser.send('POST', path(id, '/end'))).status).toBe(200)
    const left = await sql<{ left: number }>`
      select ((select count(*) from session where account_id = ${id})
        + (select count(*) from totp where account_id = ${id})
        + (select count(*) from recovery_sheet where account_id = ${id})
        + (select count(*) from recovery where account_id = ${id} and cancelled_at is null)
        + (select count(*) from officer_in_charge where absent = ${id} and ended_at is null)
        + (select count(*) from invitation where invited_by = ${id} and revoked_at is null)
        + (select count(*) from account_grant where account_id = ${id} and ended_at is null)
        )::int as left`.execute(unprotected)
    expect(left.rows).toEqual([{ left: 0 }])
  })
})

test('no row is readable only by somebody who has left', async () => {
  const parties = await readParties(db, clock.now())
  const open = parties.filter(({ isOpen }) => isOpen)
  const everybody = isAsSaid({
    kind: 'any',
    of: open.map(({ id, grants }) =>
      conditionOf({ actor: { id, grants }, action: 'incident.read', purpose: 'reporting' }),
    ),
  })
  const ended = unprotected.selectFrom('account').select('id').where('ended_at', 'is not', null)
  const held = await unprotected
    .selectFrom('incident')
    .select('id')
    .where((row) => row.or([row('owner', 'in', ended), row('assignee', 'in', ended)]))
    .execute()
  expect(held).toEqual([])
  const passed = unprotected
    .selectFrom('handover')
    .innerJoin('leaving', 'leaving.id', 'leaving_id')
    .select('object_id')
    .where('ended_at', 'is not', null)
  const unread = await unprotected
    .selectFrom('incident')
    .select('id')
    .where('id', 'in', passed)
    .where((row) => row.not(everybody))
    .execute()
  expect(unread).toEqual([])
  const all = await passed.execute()
  expect(all.length).toBeGreaterThanOrEqual(4)
})

describe('whoever holds the machine ends an account', () => {
  async function gone(more: { owns: boolean }) {
    const person = await enter('monitor')
    if (more.owns) await record({ owner: person.actor.id })
    return { ...person, asked: { signInName: person.name, reason: REASON, now: clock.now() } }
  }

  test('at once, where it has nothing', async () => {
    const { asked, browser, actor } = await gone({ owns: false })
    expect(await endByHand(db, asked)).toEqual({ outcome: 'ended' })
    expect((await browser.get('/api/own/factors')).status).toBe(401)
    expect((await actionsAbout(actor.id)).at(-1)).toBe('account.end')
    expect(await endByHand(db, asked)).toEqual({ outcome: 'unknown' })
  })

  test('or closes it until the successor has accepted', async () => {
    const { asked, browser } = await gone({ owns: true })
    const successor = await enter('monitor')
    const unfit = { ...asked, successor: (await enter('focal_point')).name }
    expect(await endByHand(db, unfit)).toEqual({ outcome: 'noSuccessor' })
    expect((await browser.get('/api/own/factors')).status).toBe(200)
    const obstacles = [{ what: 'given', count: 1 }]
    const named = { ...asked, successor: successor.name }
    expect(await endByHand(db, named)).toEqual({ outcome: 'closed', obstacles })
    expect((await browser.get('/api/own/factors')).status).toBe(401)
    await acceptAll(successor.browser)
    expect(await endByHand(db, asked)).toEqual({ outcome: 'ended' })
  })

  test('never that of the last administrator', async () => {
    const others = await db
      .selectFrom('account_grant')
      .select('id')
      .where('role', '=', 'administrator')
      .where('account_id', '!=', keeper.actor.id)
      .where('ended_at', 'is', null)
      .execute()
    const ids = others.map(({ id }) => id)
    const end = (ended_at: Date | null) =>
      db.updateTable('account_grant').set({ ended_at }).where('id', 'in', ids).execute()
    await end(clock.now())
    const asked = { signInName: keeper.name, reason: REASON, now: clock.now() }
    expect(await endByHand(db, asked)).toEqual({ outcome: 'last' })
    expect((await findAccount(db, keeper.name))?.id).toBe(keeper.actor.id)
    await end(null)
  })
})
