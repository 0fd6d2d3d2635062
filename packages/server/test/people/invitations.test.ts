import type { Invited, PersonList } from '@vigil/contract/schemas'
import { CODE_DIGITS, formatCode } from '@vigil/core/enrolment'
import { beforeEach, describe, expect, test } from 'vitest'
import { asOwner, forgetAccounts, grantOf } from '../support/accounts.ts'
import { Browser, PASSPHRASE, problemOf, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { enterAs } from '../support/people.ts'

const { db, owner } = await freshDatabase()
const { app, clock } = startApp(db)
const HOUR = 3_600_000
const ATTEMPTS = process.env['VIGIL_TORTURE'] === '1' ? 10_000 : 100

beforeEach(async () => {
  await asOwner(owner, 'delete from invitation')
  await forgetAccounts(owner)
})

const keeper = () => enterAs({ db, app, clock }, 'keeper', [grantOf('administrator')])

async function invite(browser: Browser, more: object = {}): Promise<Invited> {
  const body = { name: 'Bakari Example', grants: [grantOf('monitor')], ...more }
  const answer = await browser.json('POST', '/api/invitations', body)
  expect(answer.status).toBe(201)
  return (await answer.json()) as Invited
}

function enrol(code: string, { signInName = 'bakari', address = '10.0.0.9' } = {}) {
  const body = { code, signInName, passphrase: PASSPHRASE }
  return new Browser(app, { address }).json('POST', '/api/enrolment', body)
}

async function codeOf(answer: Promise<Response>): Promise<string> {
  return (await problemOf(await answer)).code
}

async function actionsOf(object: string | undefined): Promise<unknown[]> {
  const found = await db
    .selectFrom('audit_entry')
    .select(['action', 'decision'])
    .where('object_id', '=', object ?? '')
    .orderBy('seq')
    .execute()
  return found.map(({ action, decision }) => `${action} ${decision}`)
}

async function countAccounts(): Promise<number> {
  return (await db.selectFrom('account').select('id').execute()).length
}

test('an invited person types the code, chooses name and passphrase, and is in', async () => {
  const { browser, actor } = await keeper()
  const { invitation, code } = await invite(browser)
  expect(invitation).toMatchObject({ name: 'Bakari Example', state: 'open', secondOf: null })
  expect(invitation.invitedBy).toEqual({ id: actor.id, name: 'keeper' })
  const answer = await enrol(code.toLowerCase().replaceAll('-', ' '))
  expect(answer.status).toBe(201)
  const session = (await answer.json()) as { account: { id: string }; capabilities: string[] }
  expect(session.capabilities).toContain('incident.record')
  const list = (await (await browser.get('/api/people')).json()) as PersonList
  expect(list.invitations).toEqual([])
  expect(list.people.find(({ id }) => id === session.account.id)).toMatchObject({
    name: 'Bakari Example',
    signInName: 'bakari',
    grants: [{ role: 'monitor', grantedBy: { id: actor.id } }],
  })
  expect(await actionsOf(invitation.id)).toEqual(['account.invite allowed'])
  expect(await actionsOf(session.account.id)).toEqual(['account.create allowed'])
})

test('of the code only a hash is kept, and no list shows it', async () => {
  const { browser } = await keeper()
  const { code } = await invite(browser)
  const kept = await asOwner(owner, 'select invitation::text as row from invitation')
  const shown = await (await browser.get('/api/people')).text()
  for (const text of [String(kept.rows[0]?.row), shown]) {
    expect(text).toContain('Bakari Example')
    expect(text).not.toContain(code.slice(0, 5))
  }
})

describe('a code has one and the same answer', () => {
  test('once it was used, revoked, renewed or is three days old, and where there is none', async () => {
    const { browser } = await keeper()
    const used = await invite(browser)
    expect((await enrol(used.code)).status).toBe(201)
    const revoked = await invite(browser)
    await browser.send('DELETE', `/api/invitations/${revoked.invitation.id}`)
    const renewed = await invite(browser)
    await browser.send('POST', `/api/invitations/${renewed.invitation.id}/renew`)
    const codes = [used.code, revoked.code, renewed.code, 'ABCDE-ABCDE-ABCDE-ABCDE', 'nonsense']
    const bodies = []
    for (const code of codes) {
      const { requestId: _, ...body } = await problemOf(await enrol(code, { signInName: 'other' }))
      bodies.push(JSON.stringify(body))
    }
    const old = await invite(browser)
    clock.advance(72 * HOUR)
    const { requestId: _, ...body } = await problemOf(await enrol(old.code))
    expect(new Set([...bodies, JSON.stringify(body)]).size).toBe(1)
    expect(body.code).toBe('enrolment.wrong')
    expect(await countAccounts()).toBe(2)
  })

  test('of twenty who use it at the same moment one comes in', async () => {
    const { browser } = await keeper()
    const { code } = await invite(browser)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        enrol(code, { signInName: `racer${at}`, address: `10.1.${at}.1` }),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(await countAccounts()).toBe(2)
  })
})

test(`${ATTEMPTS} guesses from many addresses make no account and wait longer and longer`, async () => {
  const { browser } = await keeper()
  await invite(browser)
  const seen = new Map<string, number>()
  for (let at = 0; at < ATTEMPTS; at += 1) {
    const guess = formatCode(crypto.getRandomValues(new Uint8Array(CODE_DIGITS)))
    const address = `10.2.0.${at % 3}`
    const code = await codeOf(enrol(guess, { signInName: `guesser${at}`, address }))
    seen.set(code, (seen.get(code) ?? 0) + 1)
  }
  expect([...seen.keys()].toSorted()).toEqual(['enrolment.throttled', 'enrolment.wrong'])
  expect(seen.get('enrolment.wrong')).toBeLessThan(3 * 21)
  expect(await countAccounts()).toBe(1)
})

test('a name that somebody has leaves the code good', async () => {
  const { browser } = await keeper()
  const { code } = await invite(browser)
  expect(await codeOf(enrol(code, { signInName: 'keeper' }))).toBe('account.nameTaken')
  expect((await enrol(code)).status).toBe(201)
})

test('a second account of the same person is declared, shown, and in the log of the first', async () => {
  const { browser, actor } = await keeper()
  const { code, invitation } = await invite(browser, { secondOf: actor.id })
  expect(invitation.secondOf).toEqual({ id: actor.id, name: 'keeper' })
  expect((await enrol(code)).status).toBe(201)
  const { people } = (await (await browser.get('/api/people')).json()) as PersonList
  expect(people.find(({ name }) => name === 'Bakari Example')?.secondOf?.name).toBe('keeper')
  expect(await actionsOf(actor.id)).toContain('account.declareSecond allowed')
})

test('roles that exclude each other are refused before there is a code', async () => {
  const { browser } = await keeper()
  const grants = [grantOf('administrator'), grantOf('co_chair')]
  const body = { name: 'Bakari Example', grants }
  expect(await codeOf(browser.json('POST', '/api/invitations', body))).toBe('account.rolesExclude')
  const nobody = { ...body, grants: [], secondOf: '01900000-0000-7000-8000-000000000000' }
  expect(await codeOf(browser.json('POST', '/api/invitations', nobody))).toBe('account.unknown')
})

test('inviting asks for a fresh proof, and an accepted invitation cannot be changed', async () => {
  const { browser } = await keeper()
  const { invitation, code } = await invite(browser)
  const path = `/api/invitations/${invitation.id}`
  await enrol(code)
  expect(await codeOf(browser.send('DELETE', path))).toBe('invitation.unknown')
  expect(await codeOf(browser.send('POST', `${path}/renew`))).toBe('invitation.unknown')
  clock.advance(6 * 60_000)
  const again = browser.json('POST', '/api/invitations', { name: 'Chiara', grants: [] })
  expect(await codeOf(again)).toBe('access.stepUp')
  expect(await codeOf(browser.send('DELETE', path))).toBe('access.stepUp')
  expect(await codeOf(browser.send('POST', `${path}/renew`))).toBe('access.stepUp')
})
