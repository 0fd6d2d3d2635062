import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toSafeText } from '../../src/sheets/cell.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+41 22', "'+41 22"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['  =1', "'  =1"],
  ['\u{feff}=1', "'\u{feff}=1"],
  ['＝1', "'＝1"],
  ['\u0000=1', "'=1"],
  ['a=1', 'a=1'],
  ['(a) Urging', '(a) Urging'],
  ['', ''],
])('%j stands in a cell as %j', (text, cell) => {
  expect(toSafeText(text)).toBe(cell)
})

test('whatever the text, no cell begins like a formula, and nothing printable is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const cell = toSafeText(text)
      expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
      expect(toSafeText(cell)).toBe(cell)
      const kept = [...text.toWellFormed()].filter((sign) => /[\P{C}\n]/u.test(sign)).join('')
      const shown = [...cell.replace(/^'/, '')].filter((sign) => /[\P{C}\n]/u.test(sign)).join('')
      expect(shown).toBe(kept.replace(/^'/, ''))
    }),
    { numRuns: 100, seed: 1612 },
  )
})
