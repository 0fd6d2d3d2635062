import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { ENDPOINTS, type Endpoint } from '@vigil/contract/endpoints'
import { afterAll, describe, expect, test } from 'vitest'
import { uuidV7 } from '../../src/uuid.ts'
import { Browser, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'

const { db } = await freshDatabase()
const webRoot = mkdtempSync(join(tmpdir(), 'vigil-web-'))
const SCRIPT = 'export const answer = 42\n'.repeat(100)
mkdirSync(join(webRoot, 'assets'))
writeFileSync(
  join(webRoot, 'index.html'),
  '<meta property="csp-nonce" nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__" src="/assets/app-1a2b.js"></script>',
)
writeFileSync(join(webRoot, 'assets/app-1a2b.js'), SCRIPT)
writeFileSync(join(webRoot, 'assets/ready-3c.js'), SCRIPT)
writeFileSync(join(webRoot, 'assets/ready-3c.js.br'), 'as the build left it')
writeFileSync(join(webRoot, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
writeFileSync(join(webRoot, 'notes.exe'), 'not served')
afterAll(() => rmSync(webRoot, { recursive: true }))

const browser = new Browser(startApp(db, { webRoot }).app)
const VISIT = { accept: 'text/html,*/*;q=0.8', 'sec-fetch-mode': 'navigate' }

describe('every answer', () => {
  test.each([
    ['page', '/', VISIT],
    ['script', '/assets/app-1a2b.js', {}],
    ['data', '/api/session', {}],
    ['refusal', '/api/documents', {}],
    ['nothing', '/api/nothing', {}],
    ['health', '/healthz', {}],
  ])('carries the security headers: %s', async (_, path, headers) => {
    const answer = await browser.get(path, headers)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining(
        'camera=(), display-capture=(), geolocation=()',
      ),
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cache-control': expect.any(String),
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(answer.headers.has('strict-transport-security')).toBe(false)
  })

  test.each(['/', '/assets/app-1a2b.js', '/api/session', '/api/documents', '/healthz'])(
    'lets no other origin read it: %s',
    async (path) => {
      const answer = await browser.get(path, { ...VISIT, origin: 'https://elsewhere.example' })
      const shared = [...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))
      expect(shared).toEqual([])
    },
  )

  test('has a number of its own, whatever number the caller sends', async () => {
    const ids = new Set<string | null>()
    for (let ask = 0; ask < 20; ask += 1) {
      ids.add(
        (await browser.get('/healthz', { 'x-request-id': 'forged' })).headers.get('x-request-id'),
      )
    }
    expect(ids.size).toBe(20)
    expect(ids).not.toContain('forged')
  })

  test('insists on https where the server has it', async () => {
    const secure = new Browser(startApp(db, { tls: true }).app, { origin: 'https://vigil.example' })
    const answer = await secure.get('/api/session')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('strict-transport-security')).toBe(
      'max-age=63072000; includeSubDomains',
    )
  })

  test('of data is never kept by browser or proxy', async () => {
    const person = await signUp(startApp(db).app)
    const addresses = Object.values<Endpoint>(ENDPOINTS)
      .filter(({ method }) => method === 'get')
      .map(({ path }) => path.replaceAll(/\{\w+\}/g, uuidV7(new Date())))
    let answered = 0
    for (const path of ['/api/nothing', ...addresses]) {
      const { status, headers } = await person.get(path)
      expect([path, headers.get('cache-control')]).toEqual([path, 'no-store'])
      if (status === 200) answered += 1
    }
    expect(answered).toBeGreaterThan(10)
  })
})

describe('the page', () => {
  test('has a strict policy with a nonce that is new every time and stands in it', async () => {
    const nonces = new Set<string>()
    for (let visit = 0; visit < 3; visit += 1) {
      const answer = await browser.get('/', VISIT)
      const policy = answer.headers.get('content-security-policy') ?? ''
      const [, nonce = ''] = /script-src 'self' 'nonce-([\w-]{22})'/.exec(policy) ?? []
      expect(policy).toBe(
        `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; ` +
          "font-src 'self'; img-src 'self' blob: data:; connect-src 'self'; manifest-src 'self'; " +
          "worker-src 'self'; require-trusted-types-for 'script'; trusted-types vigil; " +
          "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; report-uri /violations",
      )
      const text = await answer.text()
      expect(text).not.toContain('__CSP_NONCE__')
      expect(text.split(`nonce="${nonce}"`)).toHaveLength(3)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(3)
  })

  test('is what every address answers that a person goes to', async () => {
    for (const path of ['/documents', '/documents/x/para_7', '/index.html', '/anything?words=x']) {
      const answer = await browser.get(path, VISIT)
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        200,
        'text/html; charset=utf-8',
      ])
    }
  })

  test('is what the address of Vigil itself answers to any program', async () => {
    for (const headers of [{}, { accept: '*/*' }, { accept: 'application/json' }]) {
      const answer = await browser.get('/', headers)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        'text/html; charset=utf-8',
      ])
    }
    expect((await browser.get('/documents', { accept: '*/*' })).status).toBe(404)
  })

  test('is not what a script, a picture or the interface gets', async () => {
    for (const [path, headers] of [
      ['/assets/gone.js', VISIT],
      ['/api/gone', VISIT],
      ['/picture.png', { accept: 'image/*', 'sec-fetch-mode': 'no-cors' }],
      ['/documents', { accept: 'text/html', 'sec-fetch-mode': 'cors' }],
      ['/notes.exe', {}],
    ] as const) {
      const answer = await browser.get(path, headers)
      expect([path, answer.status]).toEqual([path, 404])
    }
  })
})

async function scriptFor(accepted: string) {
  const answer = await browser.get('/assets/app-1a2b.js', { 'accept-encoding': accepted })
  expect(answer.headers.get('vary')).toBe('accept-encoding')
  return [answer.headers.get('content-encoding'), Buffer.from(await answer.arrayBuffer())] as const
}

describe('a file of the application', () => {
  test('with a hash in its name is kept for ever, any other is asked for again', async () => {
    const hashed = await browser.get('/assets/app-1a2b.js')
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(hashed.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    const icon = await browser.get('/icon.svg')
    expect(icon.headers.get('cache-control')).toBe('no-cache')
    const etag = icon.headers.get('etag') ?? ''
    const again = await browser.get('/icon.svg', { 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test('travels compressed where the browser takes it', async () => {
    const [br, brotli] = await scriptFor('gzip, deflate, br, zstd')
    expect([br, brotliDecompressSync(brotli).toString()]).toEqual(['br', SCRIPT])
    const [gzip, gzipped] = await scriptFor('gzip, br;q=0')
    expect([gzip, gunzipSync(gzipped).toString()]).toEqual(['gzip', SCRIPT])
    const [none, plain] = await scriptFor('')
    expect([none, plain.toString()]).toEqual([null, SCRIPT])
  })

  test('is sent as the build compressed it, where it did', async () => {
    const answer = await browser.get('/assets/ready-3c.js', { 'accept-encoding': 'br' })
    expect(await answer.text()).toBe('as the build left it')
  })

  test.each([
    '/../package.json',
    '/assets/..%2f..%2fetc/passwd',
    '/%2e%2e/index.html',
    '/assets//',
  ])('cannot be reached around the folder: %s', async (path) => {
    expect((await browser.get(path)).status).toBe(404)
  })
})
