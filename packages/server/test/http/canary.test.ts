import { Writable } from 'node:stream'
import { ENDPOINTS, type Endpoint } from '@vigil/contract/endpoints'
import { beforeAll, describe, expect, test } from 'vitest'
import { createLogger } from '../../src/logging.ts'
import { uuidV7 } from '../../src/uuid.ts'
import { grantOf } from '../support/accounts.ts'
import { Browser, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { enterAs } from '../support/people.ts'

/** Stands for whatever must not come out: a passphrase, a token, the words of an incident. */
const CANARY = 'canary7f3a'

const { db } = await freshDatabase()
const output: string[] = []
const destination = new Writable({
  write(chunk, _encoding, done) {
    output.push(String(chunk))
    done()
  },
})
const logger = createLogger({ level: 'debug', destination })

/** A database that fails at every statement as PostgreSQL does: with what was sent in its words. */
function failing(): typeof db {
  const fail = () => {
    throw Object.assign(new Error(`duplicate key value: (text)=(${CANARY})`), {
      code: '23505',
      detail: `Key (passphrase)=(${CANARY}) already exists.`,
      where: CANARY,
      hint: CANARY,
      parameters: [CANARY],
      query: `insert into account values ('${CANARY}')`,
    })
  }
  return new Proxy(db, {
    get: (target, name) => (name === 'destroy' ? target.destroy.bind(target) : fail),
  })
}

const ROUTES = Object.entries<Endpoint>(ENDPOINTS).map(([name, { method, path }]) => ({
  name,
  method: method.toUpperCase(),
  path,
}))

/** Addresses of a route: with ids that are none, and with such as there could be. */
function addressesOf(path: string): string[] {
  const id = uuidV7(new Date())
  return [CANARY, id].map((one) => {
    const address = path.replaceAll(/\{(\w+)\}/g, () => one)
    return `${address}?words=${CANARY}&reason=${CANARY}+${CANARY}&purpose=${CANARY}`
  })
}

const BODY = {
  name: CANARY,
  signInName: CANARY,
  passphrase: `the ${CANARY} sings at midnight`,
  reason: `because of ${CANARY}`,
  code: CANARY,
  title: CANARY,
  class: CANARY,
  text: { deep: { deeper: CANARY } },
}

let known: Browser
let unknown: Browser
let broken: Browser

beforeAll(async () => {
  const started = startApp(db, { logger })
  const { browser } = await enterAs({ db, ...started }, 'somebody', [
    grantOf('secretariat'),
    grantOf('data_protection_officer'),
  ])
  known = browser

  unknown = new Browser(started.app)
  unknown.setCookie('__Host-vigil', CANARY)
  broken = new Browser(startApp(failing(), { logger }).app)
  broken.setCookie('__Host-vigil', [...browser.cookies.values()][0] ?? '')
})

async function answerOf(browser: Browser, { method, path }: { method: string; path: string }) {
  const json = { 'content-type': 'application/json', authorization: CANARY }
  const hasBody = method !== 'GET'
  const answer = await browser.send(method, path, {
    headers: hasBody ? json : { authorization: CANARY },
    ...(hasBody && { body: JSON.stringify(BODY) }),
  })
  const headers = [...answer.headers].map(String).join('\n')
  return { status: answer.status, words: `${headers}\n${await answer.text()}` }
}

describe.each(ROUTES)('$name', ({ method, path }) => {
  test('tells nothing of what it was sent or of what it holds, whatever goes wrong', async () => {
    const tokens = [...known.cookies.values()]
    for (const browser of [known, unknown, broken]) {
      for (const address of addressesOf(path)) {
        const { status, words } = await answerOf(browser, { method, path: address })
        if (browser === broken) expect(status).toBeGreaterThanOrEqual(400)
        // What was done as asked may say what was asked.
        if (status < 400) continue
        for (const secret of [CANARY, ...tokens]) expect(words).not.toContain(secret)
      }
    }
  })
})

test('and nothing of it stands in the log, which is not empty', () => {
  const log = output.join('')
  expect(output.length).toBeGreaterThan(ROUTES.length)
  expect(log).toContain('"msg":"failed"')
  for (const secret of [CANARY, ...known.cookies.values()]) expect(log).not.toContain(secret)
})
