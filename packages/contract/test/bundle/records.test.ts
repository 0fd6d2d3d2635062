import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Action, findActionFault } from '@vigil/core/incident'
import { describe, expect, test } from 'vitest'
import { canonicalJson, type Json } from '@vigil/core/log'
import { DATA, figuresOf, readJson } from './support.ts'
import { backFrom, takenFrom, thereAndBack } from './round-trip.ts'

const FILE = join(DATA, 'scenario/scenario-mali.json')

describe.skipIf(!existsSync(FILE))('the scenario as records', () => {
  const { expected: _, ...bundle } = existsSync(FILE) ? readJson(FILE) : {}

  test('comes back as it was', () => {
    expect(canonicalJson(thereAndBack(bundle))).toBe(canonicalJson(bundle as Json))
  })

  test('keeps beside only what the record has no element for', () => {
    const { incidents, people } = takenFrom(bundle)
    const left = incidents.flatMap(({ kept }) => [
      ...Object.keys(kept.rest),
      ...kept.violations.flatMap(({ rest }) => Object.keys(rest)),
      ...people.children.flatMap(({ rest }) => Object.keys(rest)),
    ])
    expect([...new Set(left)].toSorted()).toEqual([
      'contextAdults',
      'demonstrates',
      'duplicateOf',
      'facilityKind',
      'id',
      'protectedPersons',
      'stateComments',
      'verificationImpediments',
    ])
    expect(incidents.flatMap(({ texts }) => texts).map(({ text }) => text)).toContain(
      'Radio report of the INC-03 explosion.',
    )
  })

  test('every action may be added after those before it', () => {
    const { incidents } = takenFrom(bundle)
    expect(incidents).toHaveLength(16)
    for (const { actions } of incidents) {
      const earlier: Action[] = []
      for (const action of actions) {
        expect([action, findActionFault(earlier, action)]).toEqual([action, undefined])
        earlier.push(action)
      }
    }
  })

  test('the same file again gives the same actions, another file other ids', () => {
    const [once, again] = [takenFrom(bundle), takenFrom(bundle)]
    expect(again).toEqual(once)
    const other = takenFrom(bundle, { file: 'cd'.repeat(32) })
    const ids = new Set(once.incidents.flatMap(({ actions }) => actions.map(({ id }) => id)))
    expect(other.incidents.flatMap(({ actions }) => actions).some(({ id }) => ids.has(id))).toBe(
      false,
    )
  })

  test('what is corrected here comes out as the record has it, all else as it stood', () => {
    const taken = takenFrom(bundle)
    const [first, ...others] = taken.incidents
    if (!first) throw new Error('No incident')
    const violation = first.kept.violations[0]?.subject ?? ''
    const before = first.actions.find(({ deed }) => deed.kind === 'set' && deed.element === 'end')
    const deed: Action['deed'] = {
      kind: 'correct',
      subject: violation,
      element: 'end',
      on: '2040-02-01',
      from: { on: '2031-08-20', estimated: false },
      to: { on: '2031-08-19', estimated: false },
      reason: 'T-1',
      replaces: [before?.id ?? ''],
    }
    const at = '2040-02-01T08:00:00Z'
    const stamp = {
      incident: first.incident,
      madeAt: at,
      receivedAt: at,
      by: 'Chi',
      for: null,
    }
    const actions = first.actions
    const corrected: Action = { id: 'here-1', ...stamp, deed }
    expect(findActionFault(actions, corrected)).toBeUndefined()
    const changed = [{ actions: [...actions, corrected], kept: first.kept }, ...others]
    const asItWas = canonicalJson(bundle as Json)
    expect(canonicalJson(backFrom(taken, changed))).toBe(
      asItWas.replace('"end":"2031-08-20"', '"end":"2031-08-19"'),
    )
  })

  test('gives the same figures', () => {
    expect(figuresOf(thereAndBack(bundle))).toEqual(figuresOf(bundle))
  })
})
