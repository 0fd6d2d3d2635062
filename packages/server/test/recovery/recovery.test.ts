import type { Recovery, RecoveryCode } from '@vigil/contract/schemas'
import type { Grant } from '@vigil/core/policy'
import { beforeEach, describe, expect, test } from 'vitest'
import { addAccount } from '../../src/accounts/administer.ts'
import { recoverByHand } from '../../src/recovery/by-hand.ts'
import { asOwner, forgetAccounts, grantOf } from '../support/accounts.ts'
import { Browser, PASSPHRASE, problemOf, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { enterAs } from '../support/people.ts'

const { db, owner } = await freshDatabase()
const { app, clock } = startApp(db)
const HOUR = 3_600_000
const REASON = 'Both devices were taken at a checkpoint'
const NEW_PASSPHRASE = 'the tide turns twice a day'

beforeEach(async () => {
  await asOwner(owner, 'delete from recovery')
  await forgetAccounts(owner)
})

const enter = (name: string, ...grants: Grant[]) => enterAs({ db, app, clock }, name, grants)
const keeperOf = (entity: Grant['entity'], name: string) =>
  enter(name, grantOf('administrator', { entity }))

async function makeOwner(): Promise<string> {
  const grants = [grantOf('monitor', { entity: 'unicef' })]
  const account = { name: 'Amina', signInName: 'amina', passphrase: PASSPHRASE, grants }
  const made = await addAccount(db, { ...account, now: clock.now() })
  return String(made?.id)
}

function signIn(passphrase: string) {
  const browser = new Browser(app, { address: '10.9.9.9' })
  const answer = browser.json('POST', '/api/session', { signInName: 'amina', passphrase })
  return { browser, answer }
}

async function ask(browser: Browser): Promise<Recovery> {
  const body = { signInName: 'amina', reason: REASON }
  const answer = await browser.json('POST', '/api/recoveries', body)
  expect(answer.status).toBe(201)
  return (await answer.json()) as Recovery
}

function enrol(code: string, signInName = 'amina') {
  const body = { code, signInName, passphrase: NEW_PASSPHRASE }
  return new Browser(app).json('POST', '/api/enrolment', body)
}

async function codeOf(answer: Promise<Response>): Promise<string> {
  return (await problemOf(await answer)).code
}

/** Two administrators of other units have agreed, and the owner's time to object is over. */
async function agreed() {
  const accountId = await makeOwner()
  const [one, two] = [await keeperOf('mission', 'one'), await keeperOf('rc_office', 'two')]
  const { id } = await ask(one.browser)
  const path = `/api/recoveries/${id}`
  expect((await two.browser.send('POST', `${path}/approval`)).status).toBe(200)
  return { accountId, id, path, one, two }
}

/** Somebody of the same name, signed in when the time is over. */
async function later(name: string) {
  clock.advance(48 * HOUR)
  return keeperOf('mission', name)
}

test('two agree, nobody objects, and the code opens the account to its owner alone', async () => {
  const { accountId, path } = await agreed()
  const early = await keeperOf('mission', 'early')
  expect(await codeOf(early.browser.send('POST', `${path}/code`))).toBe('recovery.notReady')
  const { browser } = await later('late')
  const answer = await browser.send('POST', `${path}/code`)
  const { code, recovery } = (await answer.json()) as RecoveryCode
  expect(recovery.state).toBe('handed')
  await asOwner(
    owner,
    `insert into totp values (gen_random_uuid(), '${accountId}', repeat('x', 40)::bytea, now(), now())`,
  )
  const old = signIn(PASSPHRASE)
  await old.answer
  expect(await codeOf(enrol(code, 'somebody-else'))).toBe('enrolment.wrong')
  expect((await enrol(code)).status).toBe(201)
  expect(await codeOf(enrol(code))).toBe('enrolment.wrong')
  expect(await db.selectFrom('totp').select('id').execute()).toEqual([])
  expect((await signIn(PASSPHRASE).answer).status).toBe(401)
  expect((await signIn(NEW_PASSPHRASE).answer).status).toBe(200)
  const entries = await db
    .selectFrom('audit_entry')
    .select('action')
    .where('object_id', '=', accountId)
    .where('decision', '=', 'allowed')
    .orderBy('seq')
    .execute()
  expect(entries.map(({ action }) => action)).toEqual([
    'account.create',
    'account.recover',
    'account.recover',
    'account.recover',
    'account.reopen',
  ])
})

test('the owner sees it wherever they are signed in, and ends it', async () => {
  await makeOwner()
  const { browser, answer } = signIn(PASSPHRASE)
  expect((await answer).status).toBe(200)
  const [one, two] = [await keeperOf('mission', 'one'), await keeperOf('rc_office', 'two')]
  const { id } = await ask(one.browser)
  await two.browser.send('POST', `/api/recoveries/${id}/approval`)
  const own = (await (await browser.get('/api/own/recovery')).json()) as {
    recoveries: Recovery[]
  }
  expect(own.recoveries).toMatchObject([{ id, state: 'waiting', reason: REASON }])
  expect((await browser.send('DELETE', `/api/own/recovery/${id}`)).status).toBe(200)
  const late = await later('late')
  const code = late.browser.send('POST', `/api/recoveries/${id}/code`)
  expect(await codeOf(code)).toBe('recovery.notReady')
})

test('nobody objects to the recovery of somebody else', async () => {
  const { id } = await agreed()
  const other = await enter('other', grantOf('monitor'))
  expect(await codeOf(other.browser.send('DELETE', `/api/own/recovery/${id}`))).toBe(
    'recovery.unknown',
  )
  const own = (await (await other.browser.get('/api/own/recovery')).json()) as object
  expect(own).toEqual({ recoveries: [], handed: 0, glass: [] })
})

describe('nobody agrees', () => {
  test.each([
    ['twice', 'mission', 'recovery.again'],
    ['for the owner’s own unit', 'unicef', 'recovery.sameUnit'],
    ['without a unit', null, 'recovery.sameUnit'],
  ] as const)('%s', async (_, entity, code) => {
    await makeOwner()
    const one = await keeperOf('mission', 'one')
    const { id } = await ask(one.browser)
    const two = code === 'recovery.again' ? one : await keeperOf(entity, 'two')
    const path = `/api/recoveries/${id}/approval`
    expect(await codeOf(two.browser.send('POST', path))).toBe(code)
  })

  test('to open their own account', async () => {
    const one = await keeperOf('mission', 'one')
    const body = { signInName: 'one', reason: REASON }
    expect(await codeOf(one.browser.json('POST', '/api/recoveries', body))).toBe('recovery.self')
    expect(await db.selectFrom('recovery').select('id').execute()).toEqual([])
  })

  test('as a co-chair, where no small team was chosen', async () => {
    await makeOwner()
    const chair = await enter('chair', grantOf('data_protection_officer'))
    const body = { signInName: 'amina', reason: REASON }
    expect(await codeOf(chair.browser.json('POST', '/api/recoveries', body))).toBe(
      'recovery.noRole',
    )
  })
})

test('on the machine there is a code at once, and an entry without an actor', async () => {
  const accountId = await makeOwner()
  const given = { signInName: 'amina', reason: 'On the machine itself', now: clock.now() }
  const code = await recoverByHand(db, given)
  expect((await enrol(String(code))).status).toBe(201)
  const entry = await db
    .selectFrom('audit_entry')
    .select(['actor', 'request_id', 'object_id'])
    .where('action', '=', 'account.recover')
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  expect(entry).toEqual({ actor: null, request_id: null, object_id: accountId })
  expect(await recoverByHand(db, { ...given, signInName: 'nobody' })).toBeUndefined()
})
