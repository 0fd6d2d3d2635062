import { DemonstrationPerson, grantOf, signInNameOf } from '@vigil/core/demonstration'
import { capabilities } from '@vigil/core/policy'
import { beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { checkDemonstration, settleDemonstration } from '../../src/demonstration/plant.ts'
import { refusalOf } from '../support/refusal.ts'
import { Browser, problemOf, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'

const { db, unprotected } = await freshDatabase()
const { db: worked, unprotected: atWork } = await freshDatabase()
const NOW = new Date('2026-03-02T08:00:00Z')
const DEMONSTRATION = readConfig({ data: '/somewhere', demonstration: true }, {})
const PLAIN = readConfig({ data: '/somewhere' }, {})

beforeAll(() => settleDemonstration(db, DEMONSTRATION, NOW))

describe('a demonstration', () => {
  const { app } = startApp(db, { isDemonstration: true })

  test.each(DemonstrationPerson.options)(
    'lets anybody be its %s, with that role alone',
    async (person) => {
      const browser = new Browser(app)
      const answer = await browser.json('POST', '/api/demonstration/person', { person })
      const session = await answer.json()
      expect(session).toMatchObject({
        state: 'signedIn',
        account: { signInName: signInNameOf(person) },
        capabilities: capabilities({ id: '', grants: [grantOf(person, '2026-03-02')] }),
      })
      expect(await (await browser.get('/api/session')).json()).toMatchObject({ state: 'signedIn' })
    },
  )

  test('ends the session of whom one was before', async () => {
    const browser = new Browser(app)
    await browser.json('POST', '/api/demonstration/person', { person: 'monitor' })
    const before = new Map(browser.cookies)
    await browser.json('POST', '/api/demonstration/person', { person: 'auditor' })
    const late = new Browser(app)
    for (const [name, value] of before) late.setCookie(name, value)
    expect(await (await late.get('/api/session')).json()).toEqual({ state: 'signedOut' })
  })

  test('holds the real conclusions on Mali, once, however often it is started', async () => {
    await settleDemonstration(db, DEMONSTRATION, NOW)
    const held = await unprotected.selectFrom('document').select('symbol').execute()
    expect(held).toEqual([{ symbol: 'S/AC.51/2023/3' }])
    const people = await unprotected.selectFrom('account').select('id').execute()
    expect(people).toHaveLength(DemonstrationPerson.options.length)
  })

  test('is not worked in', async () => {
    expect(await refusalOf(settleDemonstration(db, PLAIN, NOW))).toBe('refusal.demonstration.only')
  })

  test('is for this machine alone, and on data of its own', async () => {
    const refused = async (more: object) =>
      refusalOf(Promise.resolve().then(() => checkDemonstration({ ...DEMONSTRATION, ...more })))
    expect(await refused({ host: '192.0.2.1' })).toBe('refusal.demonstration.host')
    const databaseUrl = 'postgres://vigil@localhost/vigil'
    expect(await refused({ databaseUrl })).toBe('refusal.demonstration.database')
    expect(() => checkDemonstration(DEMONSTRATION)).not.toThrow()
    expect(DEMONSTRATION.data).toBe(PLAIN.data)
    expect(readConfig({ demonstration: true }, {}).data).not.toBe(readConfig({}, {}).data)
  })
})

describe('where people work', () => {
  test('a demonstration starts beside it until there is an account, or says that it did not', async () => {
    const begin = async (beginDemonstration: (() => Promise<string>) | null) =>
      new Browser(startApp(worked, { beginDemonstration }).app).send('POST', '/api/demonstration')
    const address = 'http://localhost:9'
    expect(await (await begin(() => Promise.resolve(address))).json()).toEqual({ address })
    expect((await problemOf(await begin(null))).code).toBe('demonstration.none')
    const failed = await begin(() => Promise.reject(new Error('no room on the disk')))
    expect((await problemOf(failed)).code).toBe('demonstration.failed')
    await signUp(startApp(worked).app)
    const late = await begin(() => Promise.resolve(address))
    expect((await problemOf(late)).code).toBe('setup.done')
  })

  test('nobody is anybody else, not even where the names are the same', async () => {
    const { app } = startApp(worked)
    const browser = new Browser(app)
    await atWork
      .updateTable('account')
      .set({ sign_in_name: signInNameOf('administrator') })
      .execute()
    const answer = await browser.json('POST', '/api/demonstration/person', {
      person: 'administrator',
    })
    expect((await problemOf(answer)).code).toBe('demonstration.none')
    expect(browser.cookies.size).toBe(0)
  })

  test('no demonstration is planted', async () => {
    const planted = settleDemonstration(worked, DEMONSTRATION, NOW)
    expect(await refusalOf(planted)).toBe('refusal.demonstration.inUse')
    await settleDemonstration(worked, PLAIN, NOW)
  })
})
