import { expect, test } from 'vitest'
import en from '../../src/i18n/en/record.json' with { type: 'json' }
import { type ActionOf, Deed } from '../../src/incident/index.ts'
import { REFUSAL_RULES, seenAnswers } from '../../src/verification/index.ts'
import { MISSING_RULES } from '../../src/violations/index.ts'

function answer(by: string, entity: 'mission' | 'unicef'): ActionOf<'decide'> {
  const deed = Deed.parse({
    kind: 'decide',
    violation: 'V-1',
    level: 2,
    round: 1,
    outcome: 'verified',
    on: '2031-03-20',
    entity,
    reason: 'T-1',
    sources: { primary: 1, secondary: 0 },
    tally: null,
    attribution: { of: null, verified: false },
    replaces: [],
  })
  if (deed.kind !== 'decide') throw new Error('no decision')
  const at = '2031-03-20T08:00:00Z'
  return { id: by, incident: 'INC-1', madeAt: at, receivedAt: at, by, for: null, deed }
}

const CHI = { by: 'Chi', for: null }
const DORA = { by: 'Dora', for: null }

test('a first answer is hidden from the other until the second is given, where the task force chose so', () => {
  const first = { level2: [answer('Chi', 'mission')] }
  const both = { level2: [answer('Chi', 'mission'), answer('Dora', 'unicef')] }
  const seen = [
    seenAnswers(first, DORA, true),
    seenAnswers(first, CHI, true),
    seenAnswers(first, DORA, false),
    seenAnswers(both, DORA, true),
  ]
  expect(seen.map(({ answers, hidden }) => [answers.length, hidden])).toEqual([
    [0, 1],
    [1, 0],
    [1, 0],
    [2, 0],
  ])
})

test('every refusal, and everything that may be missing, has a sentence', () => {
  const keys = Object.keys(en)
  const reasons = Object.keys(REFUSAL_RULES).map((reason) => `refusal.${reason}`)
  const missing = Object.keys(MISSING_RULES).map((reason) => `missing.${reason}`)
  expect([...reasons, ...missing].filter((key) => !keys.includes(key))).toEqual([])
  const said = keys.filter((key) => /^(?:refusal|missing)\./.test(key))
  expect(said.sort()).toEqual([...reasons, ...missing].sort())
})
