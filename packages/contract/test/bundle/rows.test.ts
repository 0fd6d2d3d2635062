import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Action, findActionFault } from '@vigil/core/incident'
import { canonicalJson, type Json } from '@vigil/core/log'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { countBundle, readJson, VECTORS } from './support.ts'
import { takenFrom, thereAndBack } from './round-trip.ts'
import { bundleOf, ShortBundle } from './short-bundle.ts'

const ROWS = join(VECTORS, '../bundle/rows.json')
const Row = ShortBundle.extend({
  name: z.string(),
  /** Incidents that are taken, and of the others the row with what is wrong. */
  taken: z.array(z.string()),
  refused: z.record(z.string(), z.array(z.string())),
})
const Rows = z.strictObject({ rule: z.string(), inWords: z.string(), cases: z.array(Row).min(1) })

const Counted = z.looseObject({ cases: z.array(ShortBundle.loose()) })
const COUNTED = readdirSync(VECTORS)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => Counted.parse(readJson(join(VECTORS, name))).cases)
  .map((short) => [short.name ?? '', bundleOf(short)] as const)

describe('rows that cannot be taken', () => {
  const { cases } = Rows.parse(readJson(ROWS))

  test.each(cases)('$name', ({ taken, refused, ...short }) => {
    const { incidents, faults } = takenFrom(bundleOf(short))
    expect(incidents.map(({ kept }) => kept.id)).toEqual(taken)
    const told = faults.map((one) => [
      one.row,
      'fault' in one
        ? [one.fault.code, one.fault.path, one.fault.value]
        : [one.refusal.code, ...one.refusal.ids],
    ])
    expect(Object.fromEntries(told)).toEqual(refused)
  })
})

describe('bundles of the vectors of counting, as records', () => {
  const whole = COUNTED.filter(([, bundle]) => takenFrom(bundle).faults.length === 0)

  test('most of them are taken whole', () => {
    expect(whole.length).toBeGreaterThan(COUNTED.length * 0.7)
  })

  test.each(whole)('%s', (_, bundle) => {
    const back = thereAndBack(bundle)
    expect(canonicalJson(back)).toBe(canonicalJson(bundle as Json))
    expect(countBundle(back)).toEqual(countBundle(bundle))
    for (const { actions } of takenFrom(bundle).incidents) {
      const earlier: Action[] = []
      for (const action of actions) {
        expect([action, findActionFault(earlier, action)]).toEqual([action, undefined])
        earlier.push(action)
      }
    }
  })
})
