import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findFaults, findOverdue, readFrames, readLooks } from '../lib/dependencies.mjs'
import { checkDependencies } from '../verify/gates/dependencies.ts'

const TEXT = readFileSync(join(import.meta.dirname, '../../docs/DEPENDENCIES.md'), 'utf8')

/** A small policy of two packages, `known` with a fault that is known. */
function policy({ exposed = '`one`', tools = '`two`', known = '' } = {}): string {
  return `
| \`one\`, \`two\` | 1.0.0, 2.0.0 |

| risk | what meets it | critical | high | other | looked at every |
| --- | --- | --- | --- | --- | --- |
| exposed | strangers | 2 | 7 | 30 | 30 |
| tools | ourselves | 14 | 30 | 90 | 90 |

| risk | looked at | packages |
| --- | --- | --- |
| exposed | 2026-03-01 | ${exposed} |
| tools | 2026-03-01 | ${tools} |

| package | fault | severity | learned | mended until |
| --- | --- | --- | --- | --- |
${known}`
}

const DIRECT = [
  { name: 'one', version: '1.0.0' },
  { name: 'two', version: '2.0.0' },
]

describe('packages from elsewhere', () => {
  test('all stand in the policy, by their exact version, each with a day and a risk', async () => {
    expect(await checkDependencies()).toMatchObject({ passed: 1, failed: 0 })
    expect(readLooks(TEXT).length).toBeGreaterThan(50)
  })

  test('are mended the sooner the worse the fault is and the more meets them', () => {
    const frames = readFrames(TEXT)
    expect(Object.keys(frames)).toEqual(['exposed', 'product', 'tools'])
    const inOrder = (days: readonly number[]) => days.toSorted((one, other) => one - other)
    const bySeverity = Object.values(frames).map((days) => days.slice(0, 3))
    for (const days of bySeverity) expect(days).toEqual(inOrder([...new Set(days)]))
    for (const at of [0, 1, 2]) {
      const byRisk = bySeverity.map((days) => days[at] ?? 0)
      expect(byRisk).toEqual(inOrder(byRisk))
    }
    expect(bySeverity.flat().every((days) => days > 0)).toBe(true)
  })

  test.each([
    ['a package without a line', policy({ exposed: '' }), 'one stands 0 times'],
    ['one with two lines', policy({ tools: '`one`, `two`' }), 'one stands 2 times'],
    ['a line whose package is gone', policy({ tools: '`two`, `three`' }), 'three is gone'],
    ['another version', policy().replace('1.0.0', '1.0.1'), 'one 1.0.0 does not stand'],
    ['a day that is none', policy().replace('2026-03-01', 'lately'), 'lately of one is no day'],
    ['a risk that is none', policy().replace('| tools | 2026', '| toys | 2026'), 'toys of two'],
    [
      'a known fault that is to be mended too late',
      policy({ known: '| `one` | a hole | high | 2026-03-01 | 2026-03-09 |' }),
      '`one` would be mended too late',
    ],
    [
      'a known fault without a last day',
      policy({ known: '| `one` | a hole | high | 2026-03-01 | |' }),
      '`one` says too little of a known fault',
    ],
  ])('%s is a fault', (_, text, fault) => {
    expect(findFaults(text, DIRECT).join('\n')).toContain(fault)
  })

  test('no known fault stays longer than its days', () => {
    const known = '| `one` | a hole | high | 2026-03-01 | 2026-03-08 |'
    expect(findFaults(policy({ known }), DIRECT)).toEqual([])
    expect(findFaults(policy(), DIRECT)).toEqual([])
  })

  test('are said to be looked at again once their days are over, and not before', () => {
    expect(findOverdue(policy(), '2026-03-31')).toEqual([])
    expect(findOverdue(policy(), '2026-04-01')).toEqual(['one'])
    expect(findOverdue(policy(), '2026-06-01')).toEqual(['one', 'two'])
  })
})
