import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { at, DATA, figuresOf, type JsonObject, readJson } from './support.ts'

const FILE = join(DATA, 'scenario/scenario-mali.json')

/** Tables hold the rows that are expected and no other (K8); sections may hold further keys (K7). */
const TABLE = /(^|\.)(by\w+|sharesPercent1dp|publicByCategoryThreshold5|excludedEverywhere)$/

/** Remarks for people beside the figures (K7). */
const REMARK = /\.note$/

function* leavesOf(value: unknown, path: string): Generator<readonly [string, unknown]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) yield [path, value]
  else {
    for (const [key, one] of Object.entries(value))
      yield* leavesOf(one, path === '' ? key : `${path}.${key}`)
  }
}

function* tablesOf(value: unknown, path: string): Generator<readonly [string, JsonObject]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  if (TABLE.test(path)) yield [path, value as JsonObject]
  for (const [key, one] of Object.entries(value))
    yield* tablesOf(one, path === '' ? key : `${path}.${key}`)
}

describe.skipIf(!existsSync(FILE))('the scenario', () => {
  const { expected, ...bundle } = existsSync(FILE) ? readJson(FILE) : {}
  const figures = existsSync(FILE) ? figuresOf(bundle) : {}
  const leaves = [...leavesOf(expected, '')].filter(([path]) => !REMARK.test(path))

  test('expects many figures', () => {
    expect(leaves.length).toBeGreaterThan(170)
  })

  test.each(leaves)('%s is as expected', (path, figure) => {
    expect(at(figures, path)).toEqual(figure)
  })

  test('has no row in any table that is not expected', () => {
    const tables = [...tablesOf(expected, '')]
    expect(tables.length).toBeGreaterThan(20)
    for (const [path, table] of tables) {
      const rows = Object.keys(at(figures, path) as JsonObject)
      expect([path, rows.toSorted()]).toEqual([path, Object.keys(table).toSorted()])
    }
  })

  test('every report prints every section, with the policies it was counted by', () => {
    for (const report of ['CR', 'AR-2031', 'GHN-2031-Q3']) {
      for (const section of [
        'inPeriod.byUmbrella',
        'inPeriod.distinctChildrenRecruited',
        'late.byAttribution',
        'distinctChildrenInPeriodOrLate',
        'militaryUse.vacated',
        'unverifiedAsOfCutoff.violationIds',
        'detention.detentionSource',
        'stock.associated.atCutoff.total',
        'policies.continuingCategories',
      ]) {
        expect([report, section, at(figures[report], section)]).not.toContain(undefined)
      }
    }
  })
})
