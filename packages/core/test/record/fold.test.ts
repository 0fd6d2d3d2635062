import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import en from '../../src/i18n/en/record.json' with { type: 'json' }
import {
  compareVersions,
  findActionFault,
  fold,
  headsOf,
  historyOf,
} from '../../src/incident/index.ts'
import { actionsIn, fieldsIn, Line, vectors } from './story.ts'

const Known = z.record(z.string(), z.unknown())
const Story = z.strictObject({
  name: z.string(),
  actions: z.array(Line),
  known: Known,
  conflicts: z.array(z.string()),
  asOf: z
    .array(
      z.strictObject({
        day: z.iso.date(),
        known: Known,
        waiting: z.array(z.string()).default([]),
        /** What somebody who sets it now has to replace. */
        seen: z.record(z.string(), z.array(z.string())).default({}),
      }),
    )
    .default([]),
})
const STORIES = vectors('record', 'stories', z.array(Story))

describe('an incident is its actions', () => {
  test.each(STORIES)('$name', ({ actions, known, conflicts, asOf }) => {
    const story = actionsIn(actions)
    const record = fold(story)
    expect(fieldsIn(record)).toMatchObject(known)
    expect(record?.conflicts.map(({ register }) => register)).toEqual(conflicts)
    for (const { day, known: then, waiting, seen } of asOf) {
      const early = fold(story, day)
      expect(fieldsIn(early)).toMatchObject(then)
      expect(early?.waiting.map(({ id }) => id)).toEqual(waiting)
      for (const [register, heads] of Object.entries(seen)) {
        expect(early && headsOf(early.registers, register)).toEqual(heads)
      }
    }
  })

  test('before its first action there is none', () => {
    const story = actionsIn(STORIES[0]?.actions ?? [])
    expect(fold(story, '2031-03-09')).toBeUndefined()
    expect(fold([])).toBeUndefined()
  })

  test('a conflict shows who said what', () => {
    const record = fold(actionsIn(STORIES[1]?.actions ?? []))
    const [conflict] = record?.conflicts ?? []
    expect(conflict?.entries.map(({ action, value }) => [action.by, value])).toEqual([
      ['Amina', ['small_arms']],
      ['Bakary', ['landmine']],
    ])
  })
})

describe('two versions', () => {
  const story = actionsIn(STORIES.find(({ name }) => name.startsWith('R-KM-2'))?.actions ?? [])

  test('are compared field by field', () => {
    expect(compareVersions(fold(story, '2031-04-01'), fold(story))).toEqual([
      { subject: 'V-1', field: 'category', before: 'maiming', after: 'killing' },
    ])
  })

  test('that are the same differ in nothing', () => {
    expect(compareVersions(fold(story), fold([...story].reverse()))).toEqual([])
  })
})

describe('the history', () => {
  test('tells what was withdrawn and which texts are destroyed', () => {
    const told = (start: string) =>
      historyOf(actionsIn(STORIES.find(({ name }) => name.startsWith(start))?.actions ?? []))
    expect(told('Amina takes back').map(({ withdrawnOn }) => withdrawnOn)).toEqual([
      null,
      null,
      '2031-03-12',
      null,
    ])
    expect(told('a text is destroyed').map(({ texts }) => texts)).toEqual([
      [],
      [{ text: 'T-1', redactedOn: '2031-05-02' }],
      [{ text: 'T-reason', redactedOn: null }],
    ])
  })
})

describe('what is refused', () => {
  const Case = z.strictObject({
    name: z.string(),
    answer: z.string(),
    action: z
      .looseObject({})
      .transform((given) => Line.parse({ id: 'x1', by: 'Chi', on: '2031-03-20', ...given })),
  })
  const { before, cases } = vectors(
    'record',
    'refusals',
    z.strictObject({ before: z.array(Line), cases: z.array(Case) }),
  )
  const earlier = actionsIn(before)

  test.each(cases)('$name', ({ action, answer }) => {
    const [given] = actionsIn([action])
    expect(given && (findActionFault(earlier, given) ?? 'yes')).toBe(answer)
    if (answer !== 'yes') expect(en).toHaveProperty([`fault.${answer}`])
  })

  test('the first action of an incident is that it is recorded', () => {
    const [begin, add] = earlier
    expect(add && findActionFault([], add)).toBe('notBegun')
    expect(begin && findActionFault([], begin)).toBeUndefined()
  })
})
