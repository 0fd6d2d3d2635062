import * as fc from 'fast-check'
import { type Action, Deed, fold, headsOf, OUTCOMES, REGISTERS } from '../../src/incident/index.ts'
import { Entity } from '../../src/policy/index.ts'
import { INCIDENT } from './story.ts'

const VIOLATIONS = ['V-1', 'V-2']
const PEOPLE = ['Amina', 'Bakary', 'Chi', 'Dora']

/** A wish of somebody who has seen the record as it stood after the first `seen` actions. */
const someWish = fc.record({
  what: fc.constantFrom(
    'set',
    'link',
    'void',
    'duplicate',
    'withdraw',
    'stop',
    'decide',
    'sendBack',
    'reopen',
  ),
  violation: fc.constantFrom(...VIOLATIONS),
  word: fc.constantFrom('small_arms', 'landmine'),
  yes: fc.boolean(),
  outcome: fc.constantFrom(...OUTCOMES),
  level: fc.constantFrom(1, 2, 3),
  entity: fc.constantFrom(...Entity.options),
  by: fc.constantFrom(...PEOPLE),
  seen: fc.double({ min: 0, max: 1, noNaN: true }),
  day: fc.integer({ min: 1, max: 28 }),
})
type Wish = typeof someWish extends fc.Arbitrary<infer W> ? W : never

/**
 * Actions that people made at the same time and apart: everybody replaces what they saw, which may be
 * long out of date, and clocks of devices are wrong. They come in the order in which they arrived.
 */
export const someActions: fc.Arbitrary<Action[]> = fc
  .array(someWish, { maxLength: 25 })
  .map((wishes) =>
    wishes.reduce<Action[]>((actions, wish) => [...actions, acted(wish, actions)], begun()),
  )

function begun(): Action[] {
  const deeds = [
    { kind: 'record' },
    ...VIOLATIONS.map((added) => ({
      kind: 'add',
      added,
      subject: 'violation',
      category: 'killing',
    })),
    { kind: 'add', added: 'C-1', subject: 'victim', category: null },
  ]
  return deeds.map((deed, at) => stamped(Deed.parse(deed), { at, by: 'Amina', day: 1 }))
}

function acted(wish: Wish, actions: readonly Action[]): Action {
  const seen = actions.slice(0, 4 + Math.floor(wish.seen * (actions.length - 3)))
  const at = actions.length
  return stamped(Deed.parse(deedOf(wish, seen)), { at, by: wish.by, day: wish.day })
}

function deedOf(wish: Wish, seen: readonly Action[]): object {
  const record = fold(seen)
  const violation = record?.violations.find(({ id }) => id === wish.violation)
  const round = violation?.verification.rounds.length ?? 1
  const replacing = (register: string) => ({
    replaces: record ? headsOf(record.registers, register) : [],
  })
  const withdrawn = { action: seen.at(-1)?.id, reason: 'T-1' }
  const deeds = { ...factsOf(wish, replacing), ...decisionsOf(wish, round, replacing) }
  return { kind: wish.what, ...{ ...deeds, withdraw: withdrawn }[wish.what] }
}

type Replacing = (register: string) => { readonly replaces: string[] }

function factsOf({ violation, word, yes }: Wish, replacing: Replacing) {
  const reason = 'T-1'
  const claims = [{ value: word, sources: [] }]
  const link = { link: 'victim_of', from: 'C-1', to: violation, linked: yes }
  return {
    set: {
      subject: violation,
      element: 'weapon',
      claims,
      stands: yes ? 0 : null,
      ...replacing(REGISTERS.fact(violation, 'weapon')),
    },
    link: { ...link, ...replacing(REGISTERS.link('victim_of', 'C-1', violation)) },
    void: { subject: violation, voided: yes, reason, ...replacing(REGISTERS.voided(violation)) },
    duplicate: { of: yes ? 'INC-2' : null, reason, ...replacing(REGISTERS.duplicate) },
  }
}

function decisionsOf(wish: Wish, round: number, replacing: Replacing) {
  const { violation, level, entity, outcome } = wish
  const by = level === 1 ? 'level 1' : entity
  const ending = REGISTERS.outcome(violation, round)
  const base = { violation, round, on: '2031-04-01', reason: 'T-1' }
  return {
    stop: { violation, stopped: wish.yes, on: base.on, ...replacing(REGISTERS.stopped(violation)) },
    decide: {
      ...base,
      level,
      entity,
      outcome,
      tally: null,
      sources: { primary: 1, secondary: 0 },
      attribution: { of: null, verified: false },
      ...replacing(level === 3 ? ending : REGISTERS.answer(violation, round, by)),
    },
    sendBack: { ...base, level: 3, ...replacing(ending) },
    reopen: { ...base, entity, coChair: true, cause: 'new_information' },
  }
}

function stamped(deed: Deed, { at, by, day }: { at: number; by: string; day: number }): Action {
  const madeAt = `2031-03-${String(day).padStart(2, '0')}T08:00:00Z`
  const receivedAt = `2031-${String(4 + Math.floor(at / 28)).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}T08:00:00Z`
  return { id: `a${at}`, incident: INCIDENT, madeAt, receivedAt, by, for: null, deed }
}
