import { ENDPOINTS, type Endpoint } from '@vigil/contract/endpoints'
import { Problem } from '@vigil/contract/schemas'
import { beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { mountEndpoints } from '../../src/http/mount.ts'
import type { App, Services } from '../../src/http/services.ts'
import { uuidV7 } from '../../src/uuid.ts'
import { createLogger } from '../../src/logging.ts'
import { forgetAccounts } from '../support/accounts.ts'
import { Browser, FIRST, problemOf, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'

const { db, owner } = await freshDatabase()
let app: App

beforeEach(async () => {
  await forgetAccounts(owner)
  ;({ app } = startApp(db))
})

const ID = uuidV7(new Date())
const ROUTES = Object.values<Endpoint>(ENDPOINTS).map(({ method, path, action }) => ({
  method: method.toUpperCase(),
  path: path.replace('{documentId}', ID).replace('{language}', 'en'),
  action,
}))
const WRITES = ROUTES.filter(({ method }) => method !== 'GET')

describe('a write', () => {
  test.each(WRITES)(
    'that a page of another site sends is refused: $method $path',
    async (route) => {
      const browser = await signUp(app)
      for (const headers of [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': 'none' },
        { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' },
      ]) {
        const answer = await browser.send(route.method, route.path, { headers })
        expect((await problemOf(answer)).code).toBe('request.origin')
      }
      expect((await browser.get('/api/session')).status).toBe(200)
    },
  )

  test('is judged by its Origin where the browser sends no more, and refused without any', async () => {
    await signUp(app)
    const ask = (headers: Record<string, string>) =>
      app.request('http://localhost:1612/api/session', {
        method: 'DELETE',
        headers: { host: 'localhost:1612', ...headers },
      })
    expect((await ask({ origin: 'http://localhost:1612' })).status).toBe(204)
    for (const origin of ['http://localhost:1613', 'https://localhost:1612', 'null', 'http://x']) {
      expect((await ask({ origin })).status).toBe(403)
    }
    expect((await ask({})).status).toBe(403)
  })

  test('is no form: only JSON and uploads are taken', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', '']) {
      const answer = await new Browser(app).send('POST', '/api/setup', {
        headers: { 'content-type': type },
        body: JSON.stringify(FIRST),
      })
      expect((await problemOf(answer)).code).toBe('request.invalid')
    }
  })
})

describe('a read', () => {
  const READS = ROUTES.filter(({ method }) => method === 'GET')

  test.each(READS)('that a page of another site fetches is refused: $path', async ({ path }) => {
    for (const site of ['cross-site', 'same-site']) {
      const fetched = { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' }
      const answer = await new Browser(app).get(path, fetched)
      expect([answer.status, (await problemOf(answer)).code]).toEqual([403, 'request.origin'])
    }
  })

  test('that follows a link from elsewhere is answered', async () => {
    const followed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    expect((await new Browser(app).get('/api/session', followed)).status).toBe(200)
  })
})

describe('a report of what the policy of a page refused', () => {
  const report = (directive: string) => ({
    'csp-report': { 'effective-directive': directive, 'document-uri': 'http://x/canary7f3a' },
  })

  async function send(browser: Browser, body: unknown): Promise<number> {
    const headers = { 'content-type': 'application/csp-report' }
    const answer = await browser.send('POST', '/violations', {
      headers,
      body: JSON.stringify(body),
    })
    return answer.status
  }

  test('is one line a minute that names the rule, and no word of the page', async () => {
    const lines: string[] = []
    const logger = createLogger({ level: 'warn', destination: { write: (one) => lines.push(one) } })
    const started = startApp(db, { logger })
    const browser = new Browser(started.app)
    for (let at = 0; at < 3; at += 1) expect(await send(browser, report('script-src'))).toBe(204)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('"directive":"script-src"')
    started.clock.advance(60_000)
    expect(await send(browser, report('connect-src'))).toBe(204)
    expect(lines).toHaveLength(2)
    expect(lines.join('')).not.toContain('canary7f3a')
  })

  test('that is none is taken without a word', async () => {
    const browser = new Browser(app)
    expect(await send(browser, { 'csp-report': { 'effective-directive': 'Ä\n"x"' } })).toBe(204)
    expect(await send(browser, [])).toBe(204)
    expect(await send(browser, 'x'.repeat(20_000))).toBe(413)
  })
})

test.each(ROUTES.filter(({ action }) => action))(
  'nobody signed out is answered: $method $path',
  async ({ method, path }) => {
    const answer = await new Browser(app).send(method, path)
    expect((await problemOf(answer)).code).toBe('access.signedOut')
  },
)

test('a request for a name that is not of this machine is refused: it may be a foreign page', async () => {
  for (const host of [
    'evil.example',
    'evil.example:1612',
    'localhost.evil.example',
    '10.0.0.1',
    '',
  ]) {
    const answer = await app.request('http://localhost/api/session', { headers: { host } })
    expect((await problemOf(answer)).code).toBe('request.origin')
  }
  for (const host of ['localhost:1612', '127.0.0.1:1612', '[::1]:1612', 'LOCALHOST']) {
    expect((await app.request('http://localhost/api/session', { headers: { host } })).status).toBe(
      200,
    )
  }
})

test('an address that does not exist and a method it does not take are said to be so', async () => {
  const browser = new Browser(app)
  expect(await problemOf(await browser.get('/api/nothing'))).toMatchObject({
    code: 'request.unknownAddress',
    status: 404,
  })
  const answer = await browser.send('PUT', '/api/session')
  expect(answer.headers.get('allow')).toBe('GET, POST, DELETE')
  expect(await problemOf(answer)).toMatchObject({ code: 'request.method', status: 405 })
})

describe('a refusal', () => {
  test('is problem details of the contract, with the number of the request', async () => {
    const answer = await new Browser(app).json('POST', '/api/session', { signInName: 'amina' })
    const problem = Problem.parse(await problemOf(answer))
    expect(problem).toEqual({
      type: 'urn:vigil:problem:request.invalid',
      title: 'The request cannot be understood as it stands.',
      detail: 'Correct the fields named and send it again.',
      status: 400,
      code: 'request.invalid',
      requestId: answer.headers.get('x-request-id'),
      fields: [{ path: 'passphrase', message: 'This is missing.' }],
    })
  })

  test('speaks the language that the browser asks for, English where it has none of those', async () => {
    const french = 'Il n’y a rien à cette adresse.'
    const english = 'There is nothing at this address.'
    const browser = new Browser(app)
    const titleFor = async (accepted: string) =>
      (await problemOf(await browser.get('/api/nothing', { 'accept-language': accepted }))).title
    expect(await titleFor('fr-CA,fr;q=0.9,en;q=0.5')).toBe(french)
    expect(await titleFor('en;q=0.5,fr;q=0.9')).toBe(french)
    expect(await titleFor('ar,de')).toBe(english)
  })

  test('names each field that is wrong', async () => {
    const body = { name: '', signInName: 'Ämina', passphrase: 'x'.repeat(1025) }
    const answer = await new Browser(app).json('POST', '/api/setup', body)
    const { fields } = await problemOf(answer)
    expect(fields).toEqual([
      { path: 'name', message: 'This is missing.' },
      { path: 'signInName', message: 'This does not have the form it must have.' },
      { path: 'passphrase', message: 'This is too long: at most 1,024 characters.' },
    ])
    const browser = await signUp(app)
    const list = await problemOf(await browser.get('/api/documents?limit=9999&kind=poem'))
    expect(list.fields).toEqual([
      { path: 'kind', message: 'This is none of the choices.' },
      { path: 'limit', message: 'This number is outside what is allowed.' },
    ])
  })

  test('of the last resort tells nothing about the inside', async () => {
    const broken = {
      ...db,
      selectFrom: () => {
        throw new Error('secret inside')
      },
    }
    const browser = new Browser(startApp(broken as unknown as typeof db).app)
    const answer = await browser.get('/api/session')
    expect(answer.status).toBe(500)
    const text = await answer.text()
    expect(text).not.toContain('secret inside')
    expect(JSON.parse(text)).toMatchObject({ code: 'server.failed' })
    expect(text).toContain(answer.headers.get('x-request-id'))
  })
})

test('a server that is stopping says so', async () => {
  const { app: stopping } = startApp(db, { stopping: AbortSignal.abort() })
  const answer = await new Browser(stopping).get('/api/session')
  expect(await problemOf(answer)).toMatchObject({ code: 'server.stopping', status: 503 })
})

test.each([
  ['nobody listens at its socket', { code: 'ENOENT', syscall: 'connect' }],
  ['its server crashed', { code: '57P02' }],
  ['the connection broke', { message: 'Connection terminated unexpectedly' }],
])('while the database is away (%s), the caller is asked to come again', async (_, fault) => {
  const away = {
    selectFrom() {
      throw Object.assign(new Error(), fault)
    },
  }
  const lines: string[] = []
  const destination = { write: (line: string) => lines.push(line) }
  const logger = createLogger({ level: 'info', destination })
  const answer = await new Browser(startApp(away as unknown as typeof db, { logger }).app).get(
    '/api/session',
  )
  expect(await problemOf(answer)).toMatchObject({ code: 'server.databaseAway', status: 503 })
  expect(answer.headers.get('retry-after')).toBe('5')
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
    'the database does not answer',
    'request',
  ])
  expect(lines.join('')).not.toContain(' at ')
})

test('health is that of server and database', async () => {
  const answer = await new Browser(app).get('/healthz')
  expect(await answer.json()).toEqual({ status: 'ok', version: '0.0.0-test', database: 'ok' })
})

test('a server whose handlers and endpoints do not match does not start', () => {
  const services = { db } as Services
  expect(() => createApp({ ...services, webRoot: '/nowhere' })).not.toThrow()
  const none = {} as Parameters<typeof mountEndpoints>[1]
  expect(() => mountEndpoints(app, none, services)).toThrow('do not match: health, readSession')
  const complete = Object.fromEntries(Object.keys(ENDPOINTS).map((name) => [name, () => undefined]))
  const more = { ...complete, extra: () => undefined } as unknown as typeof none
  expect(() => mountEndpoints(app, more, services)).toThrow('do not match: extra')
})
