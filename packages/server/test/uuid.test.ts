import { expect, test } from 'vitest'
import { uuidV7 } from '../src/uuid.ts'

const NOON = new Date('2024-01-25T12:00:00Z')

test('an id is a UUID of version 7 that begins with its moment', () => {
  expect(uuidV7(NOON)).toMatch(/^018d407d-c200-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('ids of one millisecond order as they were made, and none comes twice', () => {
  const made = Array.from({ length: 3000 }, () => uuidV7(NOON))
  expect(made.toSorted()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
})

test('an id of a later millisecond orders after all earlier ones', () => {
  const earlier = Array.from({ length: 100 }, () => uuidV7(NOON))
  const later = uuidV7(new Date(NOON.getTime() + 1))
  expect([later, ...earlier].toSorted().at(-1)).toBe(later)
})
