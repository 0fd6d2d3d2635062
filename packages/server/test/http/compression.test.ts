import { createAdaptorServer } from '@hono/node-server'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../../src/http/services.ts'
import { resolution, upload } from '../documents/library.ts'
import { type Browser, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'

const { db } = await freshDatabase()
const webRoot = mkdtempSync(join(tmpdir(), 'vigil-web-'))
writeFileSync(join(webRoot, 'index.html'), `<p nonce="__CSP_NONCE__">${'Vigil '.repeat(400)}</p>`)
afterAll(() => rmSync(webRoot, { recursive: true }))

const CONTENT = resolution('S/RES/7001 (2031)', 'Recalls the harvest; '.repeat(200))
const ALL = 'gzip, deflate, br, zstd'
let app: App
let amina: Browser
let document: string

beforeAll(async () => {
  ;({ app } = startApp(db, { webRoot }))
  amina = await signUp(app)
  const answer = await upload(amina, { name: 'a.txt', content: CONTENT })
  const imported = (await answer.json()) as { document: { id: string } }
  document = `/api/documents/${imported.document.id}`
})

async function ask(path: string, encodings?: string) {
  const headers = encodings === undefined ? {} : { 'accept-encoding': encodings }
  const answer = await amina.get(path, headers)
  const bytes = Buffer.from(await answer.arrayBuffer())
  return { answer, bytes, encoding: answer.headers.get('content-encoding') }
}

describe('an answer of more than a kilobyte travels compressed', () => {
  test('as brotli or gzip, as the browser takes it, and says so to caches', async () => {
    const path = `${document}/renditions/en`
    const plain = await ask(path)
    expect([plain.answer.status, plain.encoding]).toEqual([200, null])
    const brotli = await ask(path, ALL)
    const gzip = await ask(path, 'gzip, br;q=0')
    expect([brotli.encoding, gzip.encoding]).toEqual(['br', 'gzip'])
    expect(brotliDecompressSync(brotli.bytes).equals(plain.bytes)).toBe(true)
    expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true)
    for (const { answer } of [plain, brotli, gzip]) {
      expect(answer.headers.get('vary')).toBe('accept-encoding')
      expect(answer.headers.get('content-type')).toBe('application/json')
    }
    for (const { answer, bytes } of [brotli, gzip]) {
      expect(answer.headers.get('content-length')).toBe(String(bytes.byteLength))
      expect(bytes.byteLength).toBeLessThan(plain.bytes.byteLength / 3)
    }
  })

  test('the page as well', async () => {
    const { bytes, encoding } = await ask('/', ALL)
    expect(encoding).toBe('br')
    expect(brotliDecompressSync(bytes).toString()).toContain('Vigil Vigil')
  })

  test('and a question for its head alone tells the same length', async () => {
    const headers = { 'accept-encoding': 'gzip' }
    const path = `${document}/renditions/en`
    const head = await amina.send('HEAD', path, { headers })
    const { answer } = await ask(path, 'gzip')
    expect([head.status, await head.text()]).toEqual([200, ''])
    for (const name of ['content-length', 'content-encoding', 'content-type', 'vary']) {
      expect([name, head.headers.get(name)]).toEqual([name, answer.headers.get(name)])
    }
  })
})

describe('an answer travels as it is', () => {
  test('where the browser takes nothing that we have', async () => {
    for (const accepted of [undefined, '', 'identity', 'zstd', 'gzip;q=0, br;q=0.0']) {
      expect((await ask(`${document}/renditions/en`, accepted)).encoding).toBeNull()
    }
  })

  test('where it is small', async () => {
    const { answer, bytes, encoding } = await ask('/api/session', ALL)
    expect([answer.status, encoding]).toEqual([200, null])
    expect(answer.headers.get('content-length')).toBe(String(bytes.byteLength))
    expect(JSON.parse(bytes.toString())).toBeTypeOf('object')
  })

  test('where it is the original of a document', async () => {
    const { bytes, encoding } = await ask(`${document}/renditions/en/original`, ALL)
    expect([encoding, bytes.toString()]).toEqual([null, CONTENT])
  })

  test('cookies and refusals come through', async () => {
    const body = JSON.stringify({ signInName: 'amina', passphrase: 'wrong' })
    const headers = { 'content-type': 'application/json', 'accept-encoding': ALL }
    const answer = await amina.send('POST', '/api/session', { headers, body })
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ code: 'session.wrong' })
  })
})

describe('over a connection', () => {
  const server = createAdaptorServer({ fetch: (request, bindings) => app.fetch(request, bindings) })
  const DECODE = { br: brotliDecompressSync, gzip: gunzipSync }

  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  afterAll(() => void server.close())

  /** What travels, undecoded. */
  async function fetchRaw(path: string, encoding: string) {
    const { port } = server.address() as AddressInfo
    const cookie = [...amina.cookies].map((pair) => pair.join('=')).join('; ')
    const headers = { cookie, 'accept-encoding': encoding }
    const request = get({ host: 'localhost', port, path, headers, agent: false })
    const [answer] = (await once(request, 'response')) as [IncomingMessage]
    return { headers: answer.headers, status: answer.statusCode, bytes: await buffer(answer) }
  }

  test.each(['br', 'gzip'] as const)('page and data say that they are %s, and are', async (by) => {
    for (const path of ['/', `${document}/renditions/en`]) {
      const plain = await fetchRaw(path, 'identity')
      expect([path, plain.status, plain.headers['content-encoding']]).toEqual([
        path,
        200,
        undefined,
      ])
      const { headers, bytes } = await fetchRaw(path, by)
      expect(headers).toMatchObject({
        'content-type': plain.headers['content-type'],
        'content-encoding': by,
        'content-length': String(bytes.byteLength),
        vary: 'accept-encoding',
      })
      expect(withoutNonce(DECODE[by](bytes))).toBe(withoutNonce(plain.bytes))
    }
  })

  /** Every page has a nonce of its own. */
  function withoutNonce(bytes: Buffer): string {
    return bytes.toString().replace(/nonce="[^"]+"/, '')
  }
})
