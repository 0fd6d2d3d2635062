import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  candidatesFor,
  type Comparable,
  joinDuplicate,
  LIKELY_SCORE,
  scoreOf,
  separateDuplicate,
  WEIGHTS,
} from '../../src/duplicates/index.ts'
import {
  type Action,
  type Deed,
  findActionFault,
  fold,
  linkedTo,
} from '../../src/incident/index.ts'
import { isCategory } from '../../src/violations/index.ts'
import { actionsIn, Line, vectors } from './story.ts'

const Days = z.strictObject({ first: z.string(), last: z.string() })
const One = z.strictObject({
  categories: z.array(z.string().refine(isCategory)),
  days: Days,
  units: z.array(z.string()),
  children: z.number().nullable(),
  parties: z.array(z.string()),
  text: z.string().nullable(),
})
const Told = z.strictObject({
  one: One,
  others: z.array(
    z.strictObject({
      name: z.string(),
      other: One,
      score: z.number().nullable(),
      parts: z.record(z.string(), z.number()),
    }),
  ),
})
const { one, others } = vectors('record', 'duplicates', Told)
const first: Comparable = { id: 'INC-1', ...one }

describe('how alike two incidents are', () => {
  test.each(others)('$name', ({ other, score, parts }) => {
    const found = scoreOf(first, { id: 'INC-2', ...other })
    const said = Object.fromEntries(found.parts.map(({ part, likeness }) => [part, likeness]))
    expect(said).toMatchObject(parts)
    if (score !== null) expect(found.score).toBe(score)
  })

  test('the likely ones are shown, the likeliest first, and no other', () => {
    const all = others.map(({ other }, at) => ({ id: `INC-${at + 2}`, ...other }))
    const found = candidatesFor(first, [first, ...all])
    expect(found.map(({ id }) => id)).toEqual(['INC-2', 'INC-5', 'INC-7', 'INC-3', 'INC-6'])
    expect(found.every(({ score }) => score >= LIKELY_SCORE)).toBe(true)
  })

  test('is the same the other way round, within 0 and 100, and whole for itself', () => {
    const some: fc.Arbitrary<Comparable> = fc.record({
      id: fc.string(),
      categories: fc.subarray(['killing', 'maiming', 'abduction']),
      days: fc.option(
        fc
          .constantFrom('2031-03-01', '2031-03-05', '2031-03-30')
          .map((day) => ({ first: day, last: day })),
      ),
      units: fc.subarray(['A', 'B', 'C']),
      children: fc.option(fc.nat(20)),
      parties: fc.subarray(['ANS', 'NAF']),
      text: fc.option(fc.string()),
    })
    fc.assert(
      fc.property(some, some, (left, right) => {
        const { score } = scoreOf(left, right)
        expect(score).toBe(scoreOf(right, left).score)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
      }),
    )
    expect(scoreOf(first, first).score).toBe(100)
    expect(Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBe(100)
  })
})

const LINES = [
  { id: 'a1', kind: 'record' },
  { id: 'a2', kind: 'add', added: 'V-1', subject: 'violation', category: 'killing' },
]
const HEARD = [
  ...LINES,
  { id: 'a3', kind: 'add', added: 'S-9', subject: 'source' },
  {
    id: 'a4',
    kind: 'set',
    subject: 'S-9',
    element: 'category',
    claims: [{ value: 'secondary', sources: [] }],
  },
  { id: 'a5', kind: 'link', link: 'supports', from: 'S-9', to: 'V-1' },
]

function told(incident: string, lines: readonly object[]): Action[] {
  return actionsIn(
    lines.map((line) => Line.parse({ by: 'Amina', on: '2031-03-10', incident, ...line })),
  )
}

function stored(actions: readonly Action[], deeds: readonly Deed[], round: number): Action[] {
  const [{ incident } = { incident: '' }] = actions
  return deeds.reduce<Action[]>(
    (all, deed, at) => {
      const time = `2031-04-0${round}T08:00:${String(at).padStart(2, '0')}Z`
      const stamp = {
        id: `m${round}-${at}`,
        incident,
        madeAt: time,
        receivedAt: time,
        by: 'Chi',
        for: null,
      }
      expect(findActionFault(all, { ...stamp, deed })).toBeUndefined()
      return [...all, { ...stamp, deed }]
    },
    [...actions],
  )
}

function recordOf(actions: readonly Action[]) {
  const record = fold(actions)
  if (!record) throw new Error('no record')
  return record
}

describe('joining a duplicate', () => {
  const survivor = told('INC-1', LINES)
  const duplicate = told('INC-2', HEARD)
  const before = { survivor: recordOf(survivor), duplicate: recordOf(duplicate) }

  test('keeps its sources with the one that survives, and can be undone and done again', () => {
    const joined = joinDuplicate(before, 'T-1')
    if (typeof joined === 'string') throw new Error(joined)
    const [s1, d1] = [
      stored(survivor, joined.inSurvivor, 1),
      stored(duplicate, joined.inDuplicate, 1),
    ]
    expect(recordOf(d1).duplicateOf).toBe('INC-1')
    expect(linkedTo(recordOf(s1), 'supports', 'V-1').map(({ id }) => id)).toEqual(['S-9'])
    expect(recordOf(s1).sources[0]?.facts['category']?.value).toBe('secondary')

    const apart = separateDuplicate({ survivor: recordOf(s1), duplicate: recordOf(d1) }, 'T-2')
    if (typeof apart === 'string') throw new Error(apart)
    const [s2, d2] = [stored(s1, apart.inSurvivor, 2), stored(d1, apart.inDuplicate, 2)]
    expect(recordOf(d2).duplicateOf).toBeNull()
    expect(linkedTo(recordOf(s2), 'supports', 'V-1')).toEqual([])

    const again = joinDuplicate({ survivor: recordOf(s2), duplicate: recordOf(d2) }, 'T-3')
    if (typeof again === 'string') throw new Error(again)
    const s3 = stored(s2, again.inSurvivor, 3)
    expect(linkedTo(recordOf(s3), 'supports', 'V-1').map(({ id }) => id)).toEqual(['S-9'])
  })

  test('is refused with itself, with another duplicate, or twice', () => {
    const marked = (actions: Action[], of: string) =>
      recordOf(stored(actions, [{ kind: 'duplicate', of, reason: 'T-1', replaces: [] }], 1))
    expect(joinDuplicate({ ...before, duplicate: before.survivor }, 'T-1')).toBe('itself')
    expect(joinDuplicate({ ...before, duplicate: marked(duplicate, 'INC-3') }, 'T-1')).toBe(
      'duplicateAlready',
    )
    expect(joinDuplicate({ ...before, survivor: marked(survivor, 'INC-3') }, 'T-1')).toBe(
      'survivorIsDuplicate',
    )
    expect(separateDuplicate(before, 'T-1')).toBe('notJoined')
    const voided: Deed = {
      kind: 'void',
      subject: 'INC-1',
      voided: true,
      reason: 'T-1',
      replaces: [],
    }
    expect(
      joinDuplicate({ ...before, survivor: recordOf(stored(survivor, [voided], 1)) }, 'T-1'),
    ).toBe('voided')
  })
})
