import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { FIRST } from '../support/client.ts'
import { startVigil, temporaryDirectory } from '../support/vigil.ts'

const WATCH = pathToFileURL(join(import.meta.dirname, '../support/watch-sockets.ts')).href
const CONCLUSIONS = `Conclusions on children and armed conflict in Aldonia

1. The Working Group agreed to address the following:

(a) To the Government of Aldonia

Urging it to protect schools and hospitals.
`

function watched(file: string): NodeJS.ProcessEnv {
  return { NODE_OPTIONS: `--import=${WATCH}`, VIGIL_TEST_SOCKETS: file }
}

function attemptsIn(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
}

test.each([
  ['fetch', `await fetch('http://192.0.2.1/').catch(() => 0)`, 'connect 192.0.2.1'],
  ['a name', `await fetch('https://vigil.example/').catch(() => 0)`, 'connect vigil.example'],
  [
    'a socket',
    `try { (await import('node:net')).connect(25, '192.0.2.1') } catch {}`,
    'connect 192.0.2.1',
  ],
  [
    'a datagram',
    `try { (await import('node:dgram')).createSocket('udp4').send('x', 53, '192.0.2.1') } catch {}
     process.exit()`,
    'send by datagram',
  ],
  [
    'a thread',
    `const { Worker } = await import('node:worker_threads')
     new Worker("fetch('http://192.0.2.1/').catch(() => 0)", { eval: true })`,
    'connect 192.0.2.1',
  ],
])('the watch sees an attempt to reach another machine: %s', (_, code, attempt) => {
  const file = join(temporaryDirectory(), 'attempts')
  const env = { ...process.env, ...watched(file) }
  spawnSync(process.execPath, ['--input-type=module', '--eval', code], { env })
  expect(attemptsIn(file)).toEqual([attempt])
})

/** A visitor of the running server with one cookie. */
function visitorOf(address: string) {
  let cookie = ''
  return async (method: string, path: string, body?: unknown): Promise<Response> => {
    const isForm = body instanceof FormData
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        cookie,
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    })
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    return answer
  }
}

test('a server that is used from the first account to the last page reaches no other machine', async () => {
  const directory = temporaryDirectory()
  const file = join(directory, 'attempts')
  const vigil = await startVigil(['--data', join(directory, 'data')], { env: watched(file) })
  const ask = visitorOf(vigil.address)
  expect((await ask('POST', '/api/setup', FIRST)).status).toBe(201)
  const form = new FormData()
  form.set('file', new File([CONCLUSIONS], 'S-AC.51-2032-1.txt'))
  form.set('symbol', 'S/AC.51/2032/1')
  const imported = await ask('POST', '/api/documents', form)
  expect(imported.status).toBe(201)
  const { document } = (await imported.json()) as { document: { id: string } }
  const own = `/api/documents/${document.id}/renditions/en`
  for (const path of [
    '/',
    '/healthz',
    own,
    `${own}/annotation`,
    `${own}/original`,
    '/api/search?words=schools',
    '/api/actions',
    '/api/actions/export/xlsx?headings=en',
    '/api/letters',
    '/api/people',
    '/api/factors',
  ]) {
    expect([path, (await ask('GET', path)).status < 500]).toEqual([path, true])
  }
  expect((await ask('DELETE', '/api/session')).status).toBe(204)
  await vigil.end('SIGTERM')
  expect(attemptsIn(file)).toEqual([])
})
