import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { asvsDocument, checkTest, claimsDocument, findingsDocument } from '../lib/security.mjs'

const ROOT = join(import.meta.dirname, '../..')
const DATA = resolve(ROOT, process.env['VIGIL_DATA'] ?? '../shared/data')
const PUBLISHED = join(DATA, 'vectors/asvs/asvs-5.0.0.flat.json')

interface Published {
  readonly requirements: readonly { readonly req_id: string; readonly L: string }[]
}

describe('what ties requirements to tests', () => {
  test('takes tests that exist, by file and name', () => {
    expect(() => checkTest('server/http/headers › carries the security headers: %s')).not.toThrow()
    expect(() => checkTest('e2e/shell › single keys can be turned off')).not.toThrow()
  })

  test.each([
    'server/http/headers › makes coffee',
    'server/http/coffee › carries the security headers: %s',
    'server/http/headers › ',
    'server/http/headers',
  ])('refuses %s', (named) => {
    expect(() => checkTest(named)).toThrow(/^No (?:test|file of tests)/)
  })

  test('says something of every requirement of level 1, and of all 43 findings', () => {
    expect(asvsDocument()).not.toMatch(/^\| V[\d.]+ \| 1 \|[^|]+\| open \|  \|$/m)
    expect(findingsDocument().match(/^\| 0\d\d \|/gm)).toHaveLength(43)
  })

  test('says of every claim which test would fail, or what is open', () => {
    const rows = claimsDocument().match(/^\| .+\.? \|$/gm) ?? []
    const claims = rows.filter((row) => !row.startsWith('| claim |') && !row.startsWith('| --- |'))
    expect(claims.length).toBeGreaterThan(25)
    for (const row of claims) expect(row).toMatch(/ \| (?:tested \| `.+`|open \| .{30,}) \|$/)
  })
})

test.skipIf(!existsSync(PUBLISHED))('requirements and levels are those that were published', () => {
  const { requirements } = JSON.parse(readFileSync(PUBLISHED, 'utf8')) as Published
  const levels = Object.fromEntries(requirements.map(({ req_id: id, L }) => [id, Number(L)]))
  const kept = readFileSync(join(ROOT, 'docs/security/asvs-5.0.0.json'), 'utf8')
  expect((JSON.parse(kept) as { requirements: object }).requirements).toEqual(levels)
})
