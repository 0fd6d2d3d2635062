import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countNaively, type NaiveBundle } from './naive.ts'
import { type RandomBundle, randomBundle, type RandomIncident } from './random.ts'
import { at, countBundle, figuresOf, type JsonObject } from './support.ts'

const RUNS = process.env['VIGIL_TORTURE'] === '1' ? 10_000 : 500
/** For properties that count a bundle again. */
const AGAIN = RUNS / 5

const FIVE = ['recruitment_use', 'killing', 'maiming', 'sexual_violence', 'abduction']
const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4']
const REPORTS = [...QUARTERS, 'Y', 'AD']
const TOTALS = ['byCategory', 'byAttribution', 'byClass', 'byRegion']

type Table = Readonly<Record<string, number>>

interface Counted {
  readonly bundle: RandomBundle
  readonly figures: JsonObject
}

/** Random bundles with their figures, each counted once for all properties; the same ones every time. */
const ALL: readonly Counted[] = fc
  .sample(randomBundle, { numRuns: RUNS, seed: 2010 })
  .map(countable)
const SOME = ALL.slice(0, AGAIN)

/** Without the violations that K20 refuses, which random children meet with. */
function countable(bundle: RandomBundle): Counted {
  const answer = countBundle(bundle)
  if ('figures' in answer) return { bundle, figures: answer.figures }
  if (!('refused' in answer) || answer.refused[0] !== 'K20.afterDeath')
    throw new Error(JSON.stringify({ answer, bundle }))
  const refused = answer.refused[1]
  return countable(
    change(bundle, (incident) => ({
      ...incident,
      violations: incident.violations.filter(({ id }) => id !== refused),
    })),
  )
}

function change(
  bundle: RandomBundle,
  to: (incident: RandomIncident) => RandomIncident,
): RandomBundle {
  return { ...bundle, incidents: bundle.incidents.map(to) }
}

/** Checks each; a failure shows the bundle. */
function each(counted: readonly Counted[], check: (one: Counted) => void): void {
  for (const one of counted) {
    try {
      check(one)
    } catch (error) {
      throw new Error(JSON.stringify(one.bundle), { cause: error })
    }
  }
}

function table(figures: JsonObject, path: string): Table {
  return (at(figures, path) ?? {}) as Table
}

function sum(one: Table): number {
  return Object.values(one).reduce((all, count) => all + count, 0)
}

/** What of `found` has a key in `expected`; the tables inside are left whole, so that no row may be too many. */
function onlyKeysOf(expected: unknown, found: unknown): unknown {
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) return found
  return Object.fromEntries(Object.keys(expected).map((key) => [key, at(found, key)]))
}

function naively(bundle: RandomBundle) {
  return countNaively(bundle as unknown as NaiveBundle)
}

test('random bundles hold what properties are about', () => {
  const sums = ALL.map(({ figures }) =>
    QUARTERS.map((id) => [
      Number(at(figures, `${id}.inPeriod.totalViolations`)),
      Number(at(figures, `${id}.late.totalViolations`)),
      Array.isArray(at(figures, `${id}.revisions`)) ? 1 : 0,
      sum(table(figures, `${id}.inPeriod.byUmbrella`)),
    ]),
  ).flat()
  for (const column of [0, 1, 2, 3]) {
    expect(sums.filter((row) => (row[column] ?? 0) > 0).length).toBeGreaterThan(RUNS / 25)
  }
})

test('a second, simple implementation gives the same figures', () => {
  each(ALL, ({ bundle, figures }) => {
    const naive = naively(bundle).figures
    for (const [report, sections] of Object.entries(naive)) {
      for (const [section, expected] of Object.entries(sections as JsonObject)) {
        const found = at(figures, `${report}.${section}`)
        expect([report, section, onlyKeysOf(expected, found)]).toEqual([report, section, expected])
      }
    }
  })
})

test('1: rows of attribution, class and region add up to the total', () => {
  each(ALL, ({ figures }) => {
    for (const report of REPORTS) {
      const whole = at(figures, `${report}.inPeriod.totalViolations`)
      for (const name of TOTALS)
        expect([name, sum(table(figures, `${report}.inPeriod.${name}`))]).toEqual([name, whole])
      const late = at(figures, `${report}.late.totalViolations`)
      expect(sum(table(figures, `${report}.late.byAttribution`))).toBe(late)
    }
  })
})

test('2: boys, girls and unknown add up, in each category and for distinct children', () => {
  each(ALL, ({ figures }) => {
    for (const report of REPORTS) {
      const { total, ...sexes } = table(figures, `${report}.inPeriod.distinctChildren`)
      expect(sum(sexes)).toBe(total)
      const byCategory = table(figures, `${report}.inPeriod.byCategory`)
      for (const category of FIVE) {
        const row = table(figures, `${report}.inPeriod.bySex.${category}`)
        expect([category, sum(row)]).toEqual([category, byCategory[category] ?? 0])
      }
    }
  })
})

test('3: violations of children less children are what children and groups suffered beyond the first (K14)', () => {
  each(ALL, ({ bundle, figures }) => {
    const { further } = naively(bundle)
    for (const report of REPORTS) {
      const section = at(figures, `${report}.inPeriod`) as JsonObject
      const violations = Number(section['childViolations'])
      const children = Number(at(section, 'distinctChildren.total'))
      expect(violations - children).toBe(further[report])
      const listed = section['childrenWithMultipleViolations'] as readonly string[]
      expect(violations - children).toBeGreaterThanOrEqual(listed.length)
    }
  })
})

test('4: each verified violation that is no duplicate is in exactly one report of a gapless series', () => {
  let placed = 0
  each(SOME.slice(0, AGAIN / 4), ({ bundle }) => {
    for (const violation of bundle.incidents.flatMap(({ violations }) => violations)) {
      const alone = { ...bundle, incidents: [{ id: 'I', region: 'N', violations: [violation] }] }
      const figures = figuresOf(alone)
      const counts = QUARTERS.flatMap((id) => [
        Number(at(figures, `${id}.inPeriod.totalViolations`)),
        Number(at(figures, `${id}.late.totalViolations`)),
      ]).filter((count) => count > 0)
      expect(counts.length).toBeLessThanOrEqual(1)
      const year = at(figures, 'Y.inPeriod.totalViolations')
      if (Number(year) > 0) expect(counts).toHaveLength(1)
      placed += counts.length
    }
  })
  expect(placed).toBeGreaterThan(AGAIN / 8)
})

test('5: what is decided after a cut-off never changes its report', () => {
  let compared = 0
  each(SOME, ({ bundle, figures }) => {
    const forgotten = change(bundle, (incident) => ({
      ...incident,
      violations: incident.violations
        .map((one) => ({
          ...one,
          statusHistory: one.statusHistory.filter(({ on }) => on <= '2031-06-30'),
        }))
        .filter((one) => one.statusHistory.length > 0),
    }))
    const answer = countBundle(forgotten)
    if (!('figures' in answer)) return
    for (const report of ['Q1', 'Q2', 'AD']) expect(answer.figures[report]).toEqual(figures[report])
    compared += 1
  })
  expect(compared).toBeGreaterThan(AGAIN / 2)
})

const PENDING = {
  id: 'V-new',
  category: 'abduction',
  start: '2031-02-14',
  victims: [{ child: 'C-1' }],
  attribution: { kind: 'unidentified' },
  statusHistory: [{ on: '2031-02-14', status: 'report_pending_verification' }],
}
const VERIFIED = [...PENDING.statusHistory, { on: '2031-02-15', status: 'verified' }]

function withViolation(bundle: RandomBundle, violation: RandomIncident['violations'][number]) {
  const incident = { id: 'I-new', region: 'N', violations: [violation] }
  return figuresOf({ ...bundle, incidents: [...bundle.incidents, incident] })
}

test('6: a pending violation changes the table of the unverified alone', () => {
  each(SOME, ({ bundle, figures }) => {
    const more = withViolation(bundle, PENDING)
    for (const report of REPORTS) {
      const [before, after] = [figures[report], more[report]] as [JsonObject, JsonObject]
      expect({ ...after, unverifiedAsOfCutoff: null }).toEqual({
        ...before,
        unverifiedAsOfCutoff: null,
      })
    }
    const ids = at(more, 'Q1.unverifiedAsOfCutoff.violationIds')
    expect(ids).toContain('V-new')
  })
})

test('6: military use and detention never change a total', () => {
  each(SOME, ({ bundle, figures }) => {
    for (const category of ['military_use', 'deprivation_of_liberty']) {
      const more = withViolation(bundle, {
        ...PENDING,
        category,
        victims: [],
        statusHistory: VERIFIED,
      })
      for (const report of REPORTS) {
        expect(at(more, `${report}.inPeriod`)).toEqual(at(figures, `${report}.inPeriod`))
        expect(at(more, `${report}.late.byCategory`)).toEqual(
          at(figures, `${report}.late.byCategory`),
        )
      }
    }
  })
})

test('7: splitting a party, or ending a membership, changes only umbrellas of later acts', () => {
  each(SOME, ({ bundle, figures }) => {
    const split = figuresOf({
      ...bundle,
      partyRelations: [
        { type: 'member_of', party: 'A', of: 'U', from: '2031-01-01', to: '2031-01-01' },
        { type: 'splinter_of', party: 'T', of: 'S', from: '2031-03-01', to: null },
      ],
    })
    for (const report of REPORTS) {
      for (const name of ['totalViolations', 'byClass', 'sharesPercent1dp', 'byAttribution']) {
        const path = `${report}.inPeriod.${name}`
        expect([path, at(split, path)]).toEqual([path, at(figures, path)])
      }
    }
  })
})

test('8: counted again, in whatever order the incidents come, a report is the same', () => {
  each(SOME, ({ bundle, figures }) => {
    expect(figuresOf({ ...bundle, incidents: bundle.incidents.toReversed() })).toEqual(figures)
    expect(JSON.stringify(figuresOf(bundle))).toBe(JSON.stringify(figures))
  })
})

test('9: nothing said in words about people, places and sources reaches a figure', () => {
  each(SOME, ({ bundle }) => {
    const told = {
      ...change(bundle, (incident) => ({
        ...incident,
        summary: 'SECRET',
        place: { name: 'SECRET', lat: 12.5 },
        violations: incident.violations.map((one) => ({
          ...one,
          legalCharacterNote: 'SECRET',
          facility: `SECRET ${one.id}`,
        })),
      })),
      children: bundle.children.map((child) => ({
        ...child,
        name: 'SECRET',
        decisionNote: 'SECRET',
      })),
      detentionCases: [
        { child: 'C-1', apprehendedAt: '2031-02-01', place: 'SECRET', charge: 'SECRET' },
      ],
    }
    expect(JSON.stringify(figuresOf(told))).not.toContain('SECRET')
  })
})
