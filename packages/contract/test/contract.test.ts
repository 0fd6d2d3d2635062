import { Action } from '@vigil/core/policy'
import en from '@vigil/core/i18n/en/problems.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import committed from '../openapi.json' with { type: 'json' }
import { ENDPOINTS, type Endpoint } from '../src/endpoints.ts'
import { openApiDocument } from '../src/openapi.ts'
import { PROBLEMS } from '../src/problems.ts'
import { problemsOf } from '../src/routes.ts'
import { Passphrase, SignInName } from '../src/schemas/index.ts'

const endpoints = Object.entries<Endpoint>(ENDPOINTS)

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly security: readonly object[]
  readonly responses: Readonly<Record<string, { readonly description: string }>>
}

function operationOf({ path, method }: Endpoint): Operation {
  const paths = committed.paths as unknown as Record<string, Record<string, Operation>>
  const operation = paths[path]?.[method]
  if (!operation) throw new Error(`${method} ${path} is not described`)
  return operation
}

describe('problems', () => {
  test.each(Object.keys(PROBLEMS))('%s has a sentence and says what to do', (code) => {
    const catalogue: Readonly<Record<string, string>> = en
    expect(catalogue[code]).toMatch(/^[A-Z].*\.$/)
    expect(catalogue[`${code}.help`]).toMatch(/^[A-Z].*\.$/)
  })

  test('the catalogue says nothing that no code, field, fact or passphrase has', () => {
    const left = Object.keys(en).filter(
      (key) =>
        !(key.replace(/\.help$/, '') in PROBLEMS) && !/^(field|passphrase|facts)\./.test(key),
    )
    expect(left).toEqual([])
  })

  test('every code is the answer of some endpoint, or of an address that is none', () => {
    const answered = new Set(endpoints.flatMap(([, endpoint]) => problemsOf(endpoint)))
    const elsewhere = ['request.unknownAddress', 'request.method']
    expect(Object.keys(PROBLEMS).filter((code) => !answered.has(code as 'file.empty'))).toEqual(
      elsewhere,
    )
  })
})

describe('the interface description', () => {
  test('is the committed one', () => {
    expect(JSON.parse(JSON.stringify(openApiDocument()))).toEqual(committed)
  })

  test.each(endpoints)('describes %s with every problem it can answer', (name, endpoint) => {
    const operation = operationOf(endpoint)
    expect(operation.operationId).toBe(name)
    expect(operation.summary).toBe(endpoint.summary)
    expect(operation.responses).toHaveProperty(String(endpoint.status))
    for (const code of problemsOf(endpoint)) {
      expect(operation.responses[PROBLEMS[code]]?.description.split(', ')).toContain(code)
    }
  })

  test.each(endpoints)('says of %s whether one must be signed in', (_, endpoint) => {
    expect(operationOf(endpoint).security).toEqual(endpoint.action ? [{ session: [] }] : [])
  })

  test('describes nothing that the table does not have', () => {
    const described = Object.values(committed.paths).flatMap((methods) => Object.keys(methods))
    expect(described).toHaveLength(endpoints.length)
  })
})

describe('endpoints', () => {
  test.each(endpoints)('%s names the door that its answer is', (_, { action, reads }) => {
    expect(reads === null).toBe(action === null)
  })

  test.each(endpoints)(
    '%s has a path, an action that exists and at most one kind of body',
    (_, endpoint) => {
      expect(endpoint.path).toMatch(/^\/(healthz|api\/[a-z/{}A-Z]+)$/)
      if (endpoint.action) expect([...Action.options, 'own']).toContain(endpoint.action)
      expect(endpoint.body && endpoint.upload).toBeUndefined()
      if (endpoint.method === 'get') expect(endpoint.body ?? endpoint.upload).toBeUndefined()
      const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(Object.keys(endpoint.params?.shape ?? {})).toEqual(names)
    },
  )
})

describe('a passphrase', () => {
  test.each([
    ['a lighthouse keeps its own counsel', true],
    ['été comme hiver', true],
    ['灯台は自分の助言を守るものである', true],
    ['fourteen chars', false],
    ['😀😀😀😀😀😀😀', false],
    ['passwordpassword', false],
    ['Correct Horse Battery Staple', false],
    ['123456789012345678', false],
    ['qwertyuiopasdfghjkl', false],
    ['abababababababababab', false],
    ['x'.repeat(1025), false],
  ])('%s is taken: %s', (passphrase, taken) => {
    expect(Passphrase.safeParse(passphrase).success).toBe(taken)
  })

  test('is judged in no time, whatever it is', () => {
    const started = performance.now()
    for (const word of ['passphrase', 'pass', '1234', 'mot de ', 'aB1!']) {
      Passphrase.safeParse(word.repeat(1024 / word.length))
    }
    expect(performance.now() - started).toBeLessThan(200)
  })
})

test.each([
  ['amina', 'amina'],
  [' Amina.K-2 ', 'amina.k-2'],
  ['a', null],
  ['-amina', null],
  ['amina@example.org', null],
  ['аmina', null],
])('the name %s is signed in with as %s', (typed, name) => {
  expect(SignInName.safeParse(typed).data ?? null).toBe(name)
})
