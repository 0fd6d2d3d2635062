import { ENDPOINTS } from '@vigil/contract/endpoints'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addressOf, call } from '../src/api/call.ts'
import { ConnectionError, ProblemError } from '../src/problem-error.ts'

const REFUSED = {
  type: 'about:blank',
  title: 'There is no such document.',
  status: 404,
  detail: 'Look for it in the list.',
  code: 'document.unknown',
  requestId: '0197a2f0-0000-7000-8000-000000000002',
}

const fetched = vi.fn<typeof fetch>()

beforeEach(() => {
  vi.stubGlobal('fetch', fetched)
  vi.stubGlobal('document', { documentElement: { lang: 'fr' } })
})

afterEach(() => {
  vi.unstubAllGlobals()
  fetched.mockReset()
})

describe('an address', () => {
  test('has its parameters filled in and leaves out what is not asked', () => {
    const address = addressOf(ENDPOINTS.readRendition, {
      params: { documentId: 'a/b', language: 'en' },
      query: { words: undefined, kind: '', limit: 8 },
    })
    expect(address).toBe('/api/documents/a%2Fb/renditions/en?limit=8')
  })
})

describe('asking the server', () => {
  test('says the language of the page and its own time, and parses the answer', async () => {
    fetched.mockResolvedValue(Response.json({ state: 'setup' }))
    expect(await call('readSession', {})).toEqual({ state: 'setup' })
    expect(fetched.mock.calls[0]?.[1]?.headers).toEqual({
      'accept-language': 'fr',
      'x-device-time': expect.stringMatching(/^\d{13}$/),
    })
  })

  test('a refusal is thrown with its sentence and its number', async () => {
    fetched.mockResolvedValue(Response.json(REFUSED, { status: 404 }))
    const asked = call('readDocument', { params: { documentId: 'x' } })
    await expect(asked).rejects.toBeInstanceOf(ProblemError)
    await expect(asked).rejects.toMatchObject({ problem: { requestId: REFUSED.requestId } })
  })

  test.each([
    ['an answer that is not from Vigil', () => Promise.resolve(new Response('<h1>Proxy</h1>'))],
    [
      'a refusal that is not from Vigil',
      () => Promise.resolve(new Response('no', { status: 502 })),
    ],
    ['no answer at all', () => Promise.reject(new TypeError('network'))],
  ])('%s is a lost connection', async (_name, answer) => {
    fetched.mockImplementation(answer)
    await expect(call('readSession', {})).rejects.toBeInstanceOf(ConnectionError)
  })

  test('what is not wanted any more is not a lost connection', async () => {
    const asking = new AbortController()
    fetched.mockRejectedValue(new DOMException('stopped', 'AbortError'))
    asking.abort()
    await expect(call('readSession', {}, asking.signal)).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})
