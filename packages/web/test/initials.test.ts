import { expect, test } from 'vitest'
import { initialsOf } from '../src/shell/initials.ts'

test.each([
  ['Aminata Example', 'AE'],
  ['aminata', 'A'],
  ['Anne-Marie van der Example', 'AE'],
  ['  ', ''],
  ['𝒜da Example', '𝒜E'],
  ['أمينة مثال', 'أم'],
])('initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
