import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Action,
  compareVersions,
  findActionFault,
  findSubject,
  findSubjectAlone,
  fold,
  historyOf,
  type IncidentRecord,
} from '../../src/incident/index.ts'
import { canFollow } from '../../src/verification/index.ts'
import { someActions } from './random.ts'
import { INCIDENT } from './story.ts'

const RUNS = process.env['VIGIL_TORTURE'] === '1' ? 20_000 : 300

/** Actions, and the same in another order, some of them twice. */
const reordered = someActions.chain((actions) =>
  fc.tuple(
    fc.constant(actions),
    fc.shuffledSubarray(actions, { minLength: actions.length }),
    fc.subarray(actions),
  ),
)

/** What a record says, without the objects that it says it with. */
function said(record: IncidentRecord | undefined): unknown {
  return {
    fields: compareVersions(undefined, record),
    conflicts: record?.conflicts.map(({ register, entries }) => [
      register,
      entries.map(({ action }) => action.id),
    ]),
    history: record?.violations.map(({ verification }) => verification.history),
    waiting: record?.waiting.map(({ id }) => id),
  }
}

test('whatever order actions arrive in, and however often, the record is the same', () => {
  fc.assert(
    fc.property(reordered, ([actions, shuffled, again]) => {
      expect(said(fold([...shuffled, ...again]))).toEqual(said(fold(actions)))
    }),
    { numRuns: RUNS },
  )
})

test('a subject taken by itself has the facts that it has in the whole', () => {
  fc.assert(
    fc.property(someActions, (actions) => {
      const record = fold(actions)
      for (const id of ['V-1', 'V-2', 'C-1', INCIDENT]) {
        const whole = findSubject(record, id)
        const alone = findSubjectAlone(actions, id)
        expect([alone?.facts, alone?.voided]).toEqual([whole?.facts, whole?.voided])
      }
    }),
    { numRuns: RUNS },
  )
})

test('nothing that was set is lost unseen: it stands, was replaced by who saw it, or is in a conflict', () => {
  fc.assert(
    fc.property(someActions, (actions) => {
      const record = fold(actions)
      const sets = actions.filter(({ deed }) => deed.kind === 'set')
      const withdrawn = actions.flatMap(({ deed }) =>
        deed.kind === 'withdraw' ? [deed.action] : [],
      )
      const live = sets.filter(({ id }) => !withdrawn.includes(id))
      const replaced = new Set(
        live.flatMap(({ deed }) => (deed.kind === 'set' ? deed.replaces : [])),
      )
      for (const one of live.filter(({ id }) => !replaced.has(id))) {
        expect(claimsStanding(record, one)).toContainEqual(
          one.deed.kind === 'set' && one.deed.claims[0],
        )
      }
    }),
    { numRuns: RUNS },
  )
})

function claimsStanding(record: IncidentRecord | undefined, { deed }: Action): unknown {
  if (deed.kind !== 'set') return []
  return record?.violations.find(({ id }) => id === deed.subject)?.facts[deed.element]?.claims
}

test('as of a day the record is that of the actions which had arrived by then', () => {
  fc.assert(
    fc.property(someActions, fc.nat(30), (actions, length) => {
      const prefix = actions.slice(0, length)
      const day = prefix.at(-1)?.receivedAt.slice(0, 10) ?? '2030-01-01'
      expect(said(fold(actions, day))).toEqual(said(fold(prefix)))
    }),
    { numRuns: RUNS },
  )
})

test('the history holds every action once, in an order that does not depend on arrival', () => {
  fc.assert(
    fc.property(reordered, ([actions, shuffled, again]) => {
      const ids = historyOf([...shuffled, ...again]).map(({ action }) => action.id)
      expect([...ids].sort()).toEqual(actions.map(({ id }) => id).sort())
      expect(ids).toEqual(historyOf(actions).map(({ action }) => action.id))
    }),
    { numRuns: RUNS },
  )
})

test('a status moves only by the table, whatever was decided at the same time', () => {
  fc.assert(
    fc.property(someActions, (actions) => {
      for (const { verification } of fold(actions)?.violations ?? []) {
        const statuses = verification.history.map(({ status }) => status)
        expect(statuses[0]).toBe('report_pending_verification')
        for (const [at, status] of statuses.slice(1).entries()) {
          expect(canFollow(statuses[at] ?? status, status)).toBe(true)
        }
        expect(verification.status).toBe(statuses.at(-1))
      }
    }),
    { numRuns: RUNS },
  )
})

test('whatever names a subject of another incident is refused, and says nothing where it arrives', () => {
  fc.assert(
    fc.property(someActions, fc.nat(40), (actions, at) => {
      const one = actions[4 + (at % Math.max(1, actions.length - 4))]
      fc.pre(one !== undefined && JSON.stringify(one.deed).includes('V-'))
      const text = JSON.stringify(one).replaceAll(/"V-(\d)"/g, '"W-$1"')
      const foreign = { ...(JSON.parse(text) as Action), id: 'foreign' }
      expect(findActionFault(actions, foreign)).toBe('unknownSubject')
      const before = said(fold(actions))
      expect(said(fold([...actions, foreign]))).toEqual({
        ...(before as object),
        waiting: ['foreign'],
      })
    }),
    { numRuns: RUNS },
  )
})
