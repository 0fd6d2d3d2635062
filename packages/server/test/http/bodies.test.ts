import { once } from 'node:events'
import { connect } from 'node:net'
import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import * as fc from 'fast-check'
import { ENDPOINTS, type Endpoint } from '@vigil/contract/endpoints'
import { Problem } from '@vigil/contract/schemas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uuidV7 } from '../../src/uuid.ts'
import { type Browser, problemOf, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'

const { db } = await freshDatabase()
const { app } = startApp(db)
let browser: Browser

beforeAll(async () => {
  browser = await signUp(app)
})

function uploadOf(file: Blob, name = 'a.txt'): FormData {
  const form = new FormData()
  form.set('file', file, name)
  return form
}

describe('a body', () => {
  test.each([
    ['no JSON', '{"signInName":'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a string', '"amina"'],
    ['deep', '['.repeat(30_000)],
    ['deep and closed again', '['.repeat(33) + ']'.repeat(33)],
    ['wrong bytes', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
    ['a prototype', '{"__proto__":{"signInName":"amina","passphrase":"x"}}'],
  ])('that is %s is refused', async (_, body) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await browser.send('POST', '/api/session', { headers, body })
    expect((await problemOf(answer)).code).toBe('request.invalid')
  })

  test('is refused above 64 KiB, by its declared length or while it comes', async () => {
    const passphrase = 'x'.repeat(70_000)
    const answer = await browser.json('POST', '/api/session', { signInName: 'amina', passphrase })
    expect((await problemOf(answer)).code).toBe('request.tooLarge')
    const lie = await browser.send('POST', '/api/session', {
      headers: { 'content-type': 'application/json', 'content-length': '5' },
      body: `"${passphrase}"`,
    })
    expect((await problemOf(lie)).code).toBe('request.tooLarge')
  })
})

describe('an upload', () => {
  test('above 50 MB is refused by its declared length, before a byte is read', async () => {
    let read = 0
    const body = new ReadableStream({
      pull(controller) {
        read += 1
        controller.enqueue(new Uint8Array(1024))
      },
    })
    const headers = {
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': String(200 * 1024 * 1024),
    }
    const init = { headers, body, duplex: 'half' } as RequestInit
    const answer = await browser.send('POST', '/api/documents', init)
    expect((await problemOf(answer)).code).toBe('file.tooLarge')
    expect(read).toBeLessThan(3)
  })

  test('that does not tell its length is refused as soon as it is above 50 MB', async () => {
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        sent += 1024 * 1024
        controller.enqueue(new Uint8Array(1024 * 1024))
      },
    })
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const init = { headers, body, duplex: 'half' } as RequestInit
    const answer = await browser.send('POST', '/api/documents', init)
    expect((await problemOf(answer)).code).toBe('file.tooLarge')
    expect(sent).toBeLessThan(60 * 1024 * 1024)
  })

  test.each([
    ['without a file', () => new FormData()],
    [
      'with text in the place of the file',
      () => {
        const form = new FormData()
        form.set('file', 'text')
        return form
      },
    ],
    [
      'with two files',
      () => {
        const form = uploadOf(new Blob(['a']))
        form.append('file', new Blob(['b']), 'b.txt')
        return form
      },
    ],
  ])('%s is refused', async (_, make) => {
    const answer = await browser.send('POST', '/api/documents', { body: make() })
    expect((await problemOf(answer)).code).toBe('request.invalid')
  })

  test.each([
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary=other',
  ])('that is no multipart body is refused: %s', async (type) => {
    const answer = await browser.send('POST', '/api/documents', {
      headers: { 'content-type': type },
      body: '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nhello',
    })
    expect((await problemOf(answer)).code).toBe('request.invalid')
  })
})

describe('whatever is sent', () => {
  const id = uuidV7(new Date())
  // All but signing out, after which every other answer would be the same.
  const routes = Object.values<Endpoint>(ENDPOINTS)
    .filter((endpoint) => endpoint !== ENDPOINTS.signOut)
    .map(({ method, path }) => ({
      method: method.toUpperCase(),
      path: path.replace('{documentId}', id).replace('{language}', 'en'),
    }))
  const headerValue = fc.string({
    unit: fc.integer({ min: 33, max: 255 }).map((code) => String.fromCharCode(code)),
    maxLength: 60,
  })
  const body = fc.oneof(
    fc.json(),
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .record({ signInName: fc.anything(), passphrase: fc.anything(), name: fc.anything() })
      .map((value) =>
        JSON.stringify(value, (_, part: unknown) =>
          typeof part === 'bigint' ? String(part) : part,
        ),
      ),
  )

  test('the server answers with data or with one of its problems, never with a fault', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(
          fc.constantFrom(...routes),
          fc.constantFrom('application/json', 'multipart/form-data; boundary=x', 'text/plain', ''),
        ),
        fc.record(
          {
            'accept-language': headerValue,
            'accept-encoding': headerValue,
            referer: headerValue,
            range: headerValue,
          },
          { requiredKeys: [] },
        ),
        body,
        async ([{ method, path }, type], headers, sent) => {
          const init = {
            headers: { ...headers, 'content-type': type },
            ...(method === 'GET' ? {} : { body: sent as string }),
          }
          const answer = await browser.send(method, path, init)
          expect([path, answer.status]).not.toEqual([path, 500])
          if (answer.status >= 400) Problem.parse(await problemOf(answer))
        },
      ),
      { numRuns: process.env['VIGIL_TORTURE'] === '1' ? 10_000 : 300 },
    )
  })

  test('the server answers any address and any query', async () => {
    await fc.assert(
      fc.asyncProperty(fc.webPath(), fc.webQueryParameters(), async (path, query) => {
        for (const address of [
          `${path}?${query}`,
          `/api${path}`,
          `/api/documents?${query}&limit=${query}`,
          `/api/search?words=${query}`,
        ]) {
          const answer = await browser.get(address.startsWith('/') ? address : `/${address}`)
          expect([address, answer.status]).not.toEqual([address, 500])
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('over a socket', () => {
  let server: Server
  let port: number

  beforeAll(async () => {
    server = createAdaptorServer({ fetch: app.fetch }) as Server
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    port = typeof address === 'object' && address ? address.port : 0
  })
  afterAll(() => server.close())

  /** Sends raw bytes and gives the first line of the answer. */
  async function say(...lines: string[]): Promise<string> {
    const socket = connect(port, '127.0.0.1')
    socket.write(lines.join('\r\n'))
    const [first] = (await once(socket, 'data')) as [Buffer]
    socket.destroy()
    return first.toString().split('\r\n')[0] ?? ''
  }

  test('a file of 200 MB gets its answer while it is still being sent', async () => {
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
    const status = await say(
      'POST /api/documents HTTP/1.1',
      `Host: localhost:${port}`,
      'Sec-Fetch-Site: same-origin',
      `Cookie: ${cookie}`,
      'Content-Type: multipart/form-data; boundary=x',
      'Content-Length: 209715200',
      '',
      '--x',
    )
    expect(status).toBe('HTTP/1.1 413 Payload Too Large')
  })

  test.each([
    ['no host', ['GET /api/session HTTP/1.1', '', '']],
    ['two hosts', ['GET /api/session HTTP/1.1', 'Host: localhost', 'Host: evil.example', '', '']],
    [
      'a whole address',
      ['GET http://evil.example/api/session HTTP/1.1', 'Host: evil.example', '', ''],
    ],
    ['no HTTP', ['hello', '', '']],
    ['an endless header', ['GET / HTTP/1.1', `X: ${'x'.repeat(40_000)}`, '', '']],
  ])('a request with %s is refused', async (_, lines) => {
    expect(await say(...lines)).toMatch(/^HTTP\/1\.1 4\d\d /)
  })
})
