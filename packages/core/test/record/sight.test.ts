import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Action,
  fold,
  historyOf,
  type IncidentRecord,
  isOf,
  seenBy,
  seesAction,
  textsStanding,
} from '../../src/incident/index.ts'
import type { SensitivityClass } from '../../src/policy/index.ts'
import { someActions } from './random.ts'

const RUNS = process.env['VIGIL_TORTURE'] === '1' ? 20_000 : 300

const everything = (): boolean => true
const coded = (sensitivity: SensitivityClass): boolean =>
  sensitivity !== 'S0' && sensitivity !== 'S1'

/** Everything a record says, as one text. */
function said(record: IncidentRecord): string {
  return JSON.stringify({ ...record, registers: [...record.registers.keys()] })
}

/** Names of sources and of violations of sexual violence, which whoever sees coded facts never learns. */
function hiddenIn(record: IncidentRecord): string[] {
  const violent = record.violations.filter(({ category }) => category === 'sexual_violence')
  return [...record.sources, ...violent].map(({ id }) => id)
}

/** The same actions, of which one violation is of sexual violence, and a source that came last. */
const delicate = someActions.map((actions): Action[] => [
  ...actions.map((action) =>
    isOf(action, 'add') && action.deed.added === 'V-2'
      ? { ...action, deed: { ...action.deed, category: 'sexual_violence' as const } }
      : action,
  ),
  ...actions.slice(0, 1).map((action): Action => ({
    ...action,
    id: 'the-source',
    deed: { kind: 'add', added: 'S-1', subject: 'source', category: null },
  })),
])

/** Each name stands as a whole word of its own. */
function names(text: string, id: string): boolean {
  return text.includes(JSON.stringify(id))
}

test('who sees every class sees the record as it is', () => {
  fc.assert(
    fc.property(someActions, (actions) => {
      const record = fold(actions)
      if (record) expect(seenBy(record, everything)).toEqual(record)
    }),
    { numRuns: RUNS },
  )
})

test('who sees what is coded learns of no source and no sexual violence, by no door', () => {
  let met = 0
  fc.assert(
    fc.property(delicate, (actions) => {
      const record = fold(actions)
      if (!record) return
      const seen = seenBy(record, coded)
      const history = historyOf(actions).filter(({ action }) => seesAction(record, action, coded))
      const told = said(seen) + JSON.stringify(history.map(({ action }) => action.deed))
      for (const id of hiddenIn(record)) {
        met += 1
        expect(names(told, id)).toBe(false)
      }
    }),
    { numRuns: RUNS },
  )
  expect(met).toBeGreaterThan(RUNS)
})

test('a text stands as long as something that stands refers to it, and no longer', () => {
  const begun = {
    incident: 'I',
    madeAt: '2031-01-01T08:00:00Z',
    receivedAt: '2031-01-01T08:00:00Z',
    by: 'P',
    for: null,
  }
  const set = (id: string, text: string, replaces: string[]): Action => ({
    ...begun,
    id,
    deed: {
      kind: 'set',
      subject: 'I',
      element: 'publicAccount',
      claims: [{ value: { text }, sources: [] }],
      stands: 0,
      replaces,
    },
  })
  const record = (actions: readonly Action[]) =>
    fold([{ ...begun, id: 'a0', deed: { kind: 'record' } }, ...actions]) ?? expect.fail()
  expect(textsStanding(record([set('a1', 'T1', [])]))).toEqual(['T1'])
  const replaced = record([set('a1', 'T1', []), set('a2', 'T2', ['a1'])])
  expect(textsStanding(replaced)).toEqual(['T2'])
})
