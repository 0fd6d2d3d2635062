import { expect, test } from 'vitest'
import { z } from 'zod'
import { BREAK_GLASS, glassState, isSecondPerson } from '../../src/policy/index.ts'
import { read } from './cases.ts'

const Hand = z.strictObject({ by: z.string(), for: z.string().nullable().default(null) })
const moment = z.iso.datetime()
const vectors = z
  .strictObject({
    states: z.array(
      z.strictObject({
        name: z.string(),
        waitsUntil: moment,
        openUntil: moment.nullable(),
        endedAt: moment.nullable(),
        now: moment,
        counter: z.enum(['running', 'used up', 'lost']).default('running'),
        doubt: z.enum(['before_log', 'off_device']).nullable().default(null),
        answer: z.enum(['waiting', 'open', 'over']),
      }),
    ),
    second: z.array(
      z.strictObject({ name: z.string(), asked: Hand, second: Hand, answer: z.boolean() }),
    ),
  })
  .parse(read('glass'))

test.each(vectors.states)('$name', ({ now, counter, doubt, answer, ...request }) => {
  const isUsedUp = counter === 'lost' ? null : counter === 'used up'
  expect(glassState(request, now, { isUsedUp, doubt })).toBe(answer)
})

test.each(vectors.second)('$name', ({ asked, second, answer }) => {
  expect(isSecondPerson(asked, second)).toBe(answer)
})

test('a record is open for an hour, and a request waits for a day', () => {
  expect(BREAK_GLASS).toEqual({ openMinutes: 60, waitMinutes: 1440 })
})
