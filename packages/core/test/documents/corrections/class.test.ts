import { expect, test } from 'vitest'
import type { VerbClass } from '../../../src/documents/index.ts'
import { proposeCorrection } from '../../../src/documents/index.ts'
import { fold, read } from './support.ts'

/** What becomes of a clause of its own when a person sets its class. */
function inClass(text: string, lemma: VerbClass | null) {
  const correctable = read([], [text])
  const [clause] = correctable.clauses
  const proposed = proposeCorrection(correctable, {
    id: '00000000-0000-4000-8000-000000000001',
    paragraph: 'para_1',
    text: clause?.text ?? '',
    change: { type: 'set', at: clause?.at ?? 0, fields: { lemma } },
  })
  if (!proposed.ok) throw new Error(proposed.problem)
  const { clauses } = fold({ ...correctable, corrections: [proposed.correction] })
  return { read: clause?.strength, kind: clauses[0]?.kind, strength: clauses[0]?.strength }
}

test.each([
  ['Urges all parties to spare schools;', 'encourage', { read: 4, kind: 'directive', strength: 2 }],
  ['Strongly urges all parties to stop;', 'request', { read: 5, kind: 'directive', strength: 4 }],
  ['Encourages the parties to talk;', 'demand', { read: 2, kind: 'directive', strength: 6 }],
  ['Urges all parties to spare wells;', 'welcome', { read: 4, kind: 'expressive', strength: 1 }],
  ['Urges all parties to spare wells;', null, { read: 4, kind: 'directive', strength: 1 }],
] as const)('%s set to %s has the strength of that class', (text, lemma, expected) => {
  expect(inClass(text, lemma)).toEqual(expected)
})
