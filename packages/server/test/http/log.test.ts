import { Writable } from 'node:stream'
import { beforeEach, expect, test } from 'vitest'
import { createLogger } from '../../src/logging.ts'
import { forgetAccounts } from '../support/accounts.ts'
import { Browser, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'

const { db, owner } = await freshDatabase()
let log: string

function createTestLogger() {
  log = ''
  const destination = new Writable({
    write(chunk, _encoding, done) {
      log += String(chunk)
      done()
    },
  })
  return createLogger({ level: 'debug', destination })
}

beforeEach(() => forgetAccounts(owner))

const CANARY = 'canary7f3a'

test('nothing that a person types, holds or is called ever stands in the log', async () => {
  const { app } = startApp(db, { logger: createTestLogger() })
  const name = `${CANARY}-name`
  const passphrase = `the ${CANARY} sings at midnight`
  const browser = new Browser(app)
  await browser.json('POST', '/api/setup', { name, signInName: name, passphrase })
  await browser.json('POST', '/api/session', { signInName: name, passphrase: `${CANARY} wrong` })
  await browser.json('POST', '/api/session', { signInName: name, passphrase })
  await browser.get(`/api/search?words=${CANARY}`)
  await browser.get(`/api/${CANARY}/x?words=${CANARY}`)
  await browser.get(`/documents/${CANARY}`, {
    accept: 'text/html',
    referer: CANARY,
    'user-agent': CANARY,
  })
  await browser.get('/api/session', { cookie: `__Host-vigil=${CANARY}`, authorization: CANARY })
  await browser.json('PATCH', `/api/documents/${CANARY}`, { title: CANARY })
  const upload = new FormData()
  upload.set('file', new File([`${CANARY} in a file`], `${CANARY}.txt`))
  upload.set('symbol', CANARY)
  const imported = await browser.send('POST', '/api/documents', { body: upload })
  expect([201, 422]).toContain(imported.status)
  const tokens = [...browser.cookies.values()]
  expect(log.trim().split('\n').length).toBeGreaterThanOrEqual(9)
  for (const secret of [CANARY, ...tokens]) expect(log).not.toContain(secret)
})

test('a fault is logged with its kind, code and place, never with its message', async () => {
  const failing = {
    selectFrom() {
      throw Object.assign(new TypeError(`${CANARY} is not a function`), { code: '22P02' })
    },
  }
  const logger = createTestLogger()
  const browser = new Browser(startApp(failing as unknown as typeof db, { logger }).app)
  const answer = await browser.get('/api/session')
  const [failed, request] = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object)
  expect(failed).toMatchObject({
    level: 'error',
    msg: 'failed',
    route: 'readSession',
    err: { kind: 'TypeError', code: '22P02', at: expect.arrayContaining([expect.any(String)]) },
  })
  expect(request).toMatchObject({ msg: 'request', status: 500 })
  expect(request).toHaveProperty('requestId', answer.headers.get('x-request-id'))
  expect(log).not.toContain(CANARY)
})

test('one line a request says what was asked, by whom, with which outcome and how long it took', async () => {
  const { app } = startApp(db, { logger: createTestLogger() })
  const browser = await signUp(app)
  log = ''
  const answer = await browser.get('/api/documents?words=x')
  const { id } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
  expect(log.trim().split('\n')).toHaveLength(1)
  expect(JSON.parse(log)).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    requestId: answer.headers.get('x-request-id'),
    method: 'GET',
    route: 'listDocuments',
    status: 200,
    ms: expect.any(Number),
    accountId: id,
    msg: 'request',
  })
})

test('what a programmer passes to the log by mistake is hidden', () => {
  const logger = createTestLogger()
  logger.info({ passphrase: CANARY, account: { name: CANARY }, a: { b: { token: CANARY } } }, 'x')
  expect(log).not.toContain(CANARY)
  expect(log).toContain('[hidden]')
})
