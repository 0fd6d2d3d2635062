import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { GRAVE_UNITS } from '@vigil/core/violations'
import { describe, expect, test } from 'vitest'
import { at, DATA, figuresOf, readJson, VECTORS } from './support.ts'

/** R-COUNT-2: what was published, as parts and total; a part is one of the six violations, or one of the eight. */
interface Published {
  readonly report: string
  readonly parts: Readonly<Record<string, number>>
  readonly total: number
}

const PUBLISHED = readJson(join(VECTORS, 'published/totals.json'))['cases'] as readonly Published[]

/** Which stored category stands for a part that is published as one number. */
const STORED: Readonly<Record<string, string>> = {
  killing_maiming: 'killing',
  attacks: 'attack_on_school',
}

/** A bundle with as many units of each part, in one year. */
function bundleWith(parts: Readonly<Record<string, number>>) {
  const violations = Object.entries(parts).flatMap(([part, count]) => {
    const category = STORED[part] ?? part
    const isOfChildren = GRAVE_UNITS[category as keyof typeof GRAVE_UNITS] === 'children'
    const of = (id: string, victims: readonly object[]) => ({
      id,
      category,
      start: '2031-05-05',
      victims,
      attribution: { kind: 'unidentified' },
      statusHistory: [{ on: '2031-05-06', status: 'verified' }],
    })
    return isOfChildren
      ? [of(part, [{ tally: { unknown: count } }])]
      : Array.from({ length: count }, (_, place) => of(`${part} ${place}`, []))
  })
  return {
    incidents: [{ id: 'I', region: 'N', violations }],
    reports: [
      {
        id: 'R',
        kind: 'annual_report',
        start: '2031-01-01',
        end: '2031-12-31',
        cutoff: '2031-12-31',
      },
    ],
  }
}

test.each(PUBLISHED)('$report: the total is the sum of the parts', ({ parts, total }) => {
  const figures = figuresOf(bundleWith(parts))
  expect(at(figures, 'R.inPeriod.totalViolations')).toBe(total)
})

const FIGURES = join(DATA, 'un/verified_figures.csv')

describe.skipIf(!existsSync(FIGURES))('figures as published', () => {
  const rows = existsSync(FIGURES) ? readRows(readFileSync(FIGURES, 'utf8')) : []

  test('boys, girls and sex unknown add up where all three are given (R-COUNT-10)', () => {
    const split = rows.filter(
      ({ boys, girls, unknown }) => boys !== '' && girls !== '' && unknown !== '',
    )
    expect(split.length).toBeGreaterThan(20)
    const wrong = split.filter(
      ({ count, boys, girls, unknown }) =>
        Number(boys) + Number(girls) + Number(unknown) !== Number(count),
    )
    expect(wrong).toEqual([])
  })

  test('killed and maimed are killing and maiming; schools and hospitals are attacks (R-COUNT-2)', () => {
    let compared = 0
    for (const [whole, ...parts] of [
      ['KM', 'KM.killed', 'KM.maimed'],
      ['SH', 'SCH', 'HOS'],
    ]) {
      for (const row of rows.filter((one) => one.violation === whole && one.party === 'all')) {
        const found = parts.map((part) =>
          rows.find((one) => one.violation === part && one.of === row.of && one.party === 'all'),
        )
        if (found.some((one) => one === undefined)) continue
        expect([row.of, found.reduce((sum, one) => sum + Number(one?.count), 0)]).toEqual([
          row.of,
          Number(row.count),
        ])
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(5)
  })
})

/** Report, country and status tell the rows that belong together. */
function readRows(text: string) {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return lines.slice(1).map((line) => {
    const cells = [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell)
    const [document, , from, , country, violation, party, count, , boys, girls, unknown, status] =
      cells
    return {
      of: [document, from, country, status].join(' '),
      violation,
      party,
      count,
      boys,
      girls,
      unknown,
    }
  })
}
