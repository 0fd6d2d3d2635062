import type { Person } from '@vigil/contract/schemas'
import type { Role } from '@vigil/core/policy'
import { beforeEach, describe, expect, test } from 'vitest'
import { asOwner, forgetAccounts, grantOf } from '../support/accounts.ts'
import { problemOf, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { enterAs } from '../support/people.ts'

const { db, owner } = await freshDatabase()
const { app, clock } = startApp(db)
const MINUTE = 60_000
beforeEach(() => forgetAccounts(owner))

const keeper = () => enterAs({ db, app, clock }, 'keeper', [grantOf('administrator')])
const somebody = (role: Role = 'monitor') =>
  enterAs({ db, app, clock }, 'somebody', [grantOf(role)])

async function personOf(answer: Response): Promise<Person> {
  expect(answer.status).toBe(200)
  return (await answer.json()) as Person
}

function grants(...given: ReturnType<typeof grantOf>[]) {
  return { grants: given }
}

async function lastEntry() {
  const found = await asOwner(owner, 'select * from audit_entry order by seq desc limit 1')
  return found.rows[0] as Record<string, unknown>
}

test('an administrator sees everybody, their roles, and who gave them', async () => {
  const { browser, actor } = await keeper()
  const other = await somebody()
  const path = `/api/people/${other.actor.id}/grants`
  clock.advance(1)
  const coast = grantOf('focal_point', { operation: 'aldonia', regions: ['coast'] })
  await personOf(await browser.json('POST', path, grants({ ...coast, until: '2030-01-31' })))
  const { people } = (await (await browser.get('/api/people')).json()) as { people: Person[] }
  expect(people.map(({ name }) => name)).toEqual(['keeper', 'somebody'])
  expect(people[1]?.grants).toMatchObject([
    { role: 'monitor', grantedBy: null, endedAt: null },
    {
      role: 'focal_point',
      operation: 'aldonia',
      regions: ['coast'],
      until: '2030-01-31',
      grantedBy: { id: actor.id, name: 'keeper' },
      grantedAt: clock.now().toISOString(),
    },
  ])
  expect(JSON.stringify(people)).not.toContain('argon2')
})

test('a role holds from the next request on, and ends with the next one', async () => {
  const { browser } = await keeper()
  const other = await somebody('secretariat')
  expect((await other.browser.get('/api/incidents')).status).toBe(403)
  clock.advance(1)
  const path = `/api/people/${other.actor.id}/grants`
  const given = await personOf(await browser.json('POST', path, grants(grantOf('focal_point'))))
  expect(await lastEntry()).toMatchObject({ action: 'account.grant', object_id: other.actor.id })
  expect((await other.browser.get('/api/incidents')).status).toBe(200)

  const role = given.grants.find((one) => one.role === 'focal_point')
  const taken = await personOf(await browser.send('DELETE', `${path}/${role?.id}`))
  expect(taken.grants.at(-1)).toMatchObject({ endedAt: clock.now().toISOString() })
  expect(await lastEntry()).toMatchObject({ action: 'account.revoke', decision: 'allowed' })
  expect((await other.browser.get('/api/incidents')).status).toBe(403)
  const again = await problemOf(await browser.send('DELETE', `${path}/${role?.id}`))
  expect([again.status, again.code]).toEqual([404, 'grant.unknown'])
})

describe('what is refused leaves everything as it was, and is in the log:', () => {
  test.each([
    ['account.rolesExclude', grantOf('administrator'), 409],
    ['account.days', grantOf('focal_point', { from: '2031-02-01', until: '2031-01-31' }), 422],
  ] as const)('%s', async (code, grant, status) => {
    const { browser } = await keeper()
    const { actor } = await somebody()
    const path = `/api/people/${actor.id}/grants`
    const problem = await problemOf(await browser.json('POST', path, grants(grant)))
    expect([problem.code, problem.status]).toEqual([code, status])
    expect(await db.selectFrom('account_grant').select('id').execute()).toHaveLength(2)
    expect(await lastEntry()).toMatchObject({ decision: 'refused', reason: code })
  })

  test('roles of one’s own', async () => {
    const { browser, actor } = await keeper()
    const path = `/api/people/${actor.id}/grants`
    const more = await problemOf(await browser.json('POST', path, grants(grantOf('auditor'))))
    const [own] = await db.selectFrom('account_grant').select('id').execute()
    const fewer = await problemOf(await browser.send('DELETE', `${path}/${own?.id}`))
    expect([more.code, fewer.code]).toEqual(['account.ownRoles', 'account.ownRoles'])
  })

  test('a role of somebody else than the address says', async () => {
    const { browser, actor } = await keeper()
    const other = await somebody()
    const [own] = await db
      .selectFrom('account_grant')
      .select('id')
      .where('account_id', '=', actor.id)
      .execute()
    const path = `/api/people/${other.actor.id}/grants/${own?.id}`
    expect((await problemOf(await browser.send('DELETE', path))).code).toBe('grant.unknown')
  })

  test('somebody who is not there', async () => {
    const { browser } = await keeper()
    const path = '/api/people/01900000-0000-7000-8000-000000000000/grants'
    const problem = await problemOf(await browser.json('POST', path, grants(grantOf('monitor'))))
    expect(problem.code).toBe('account.unknown')
  })

  test('who signed in too long ago', async () => {
    const { browser } = await keeper()
    const { actor } = await somebody()
    clock.advance(6 * MINUTE)
    const path = `/api/people/${actor.id}/grants`
    const given = await problemOf(await browser.json('POST', path, grants(grantOf('analyst'))))
    const [held] = await db
      .selectFrom('account_grant')
      .select('id')
      .where('account_id', '=', actor.id)
      .execute()
    const taken = await problemOf(await browser.send('DELETE', `${path}/${held?.id}`))
    expect([given.code, taken.code]).toEqual(['access.stepUp', 'access.stepUp'])
    expect((await browser.get('/api/people')).status).toBe(200)
  })
})

test('two roles that exclude each other are not given at the same moment', async () => {
  const { browser } = await keeper()
  const made = await enterAs({ db, app, clock }, 'somebody', [])
  const path = `/api/people/${made.actor.id}/grants`
  const answers = await Promise.all(
    (['administrator', 'monitor', 'auditor', 'analyst'] as const).map((role) =>
      browser.json('POST', path, grants(grantOf(role))),
    ),
  )
  const held = await db
    .selectFrom('account_grant')
    .select('role')
    .where('account_id', '=', made.actor.id)
    .execute()
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(held.length)
  const outside = held.filter(({ role }) => ['administrator', 'auditor'].includes(role))
  expect([0, held.length]).toContain(outside.length)
})
