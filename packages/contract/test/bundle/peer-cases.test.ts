import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  closedLeftOut,
  isRowOf,
  lateAsStored,
  type PeerCase,
  type PeerInput,
  storedTotals,
  theirsOf,
  toBundle,
  undecidedLeftOut,
} from './peer.ts'
import { at, DATA, figuresOf, readJson } from './support.ts'

const FILE = join(DATA, 'peer-cases/_all-spec-cases.json')
const TABLE = join(import.meta.dirname, '../../../../docs/measures/peer-cases.md')

type Place = readonly [kind: 'timely' | 'late' | 'open', table: string]

/** Where their figures stand with us: what is timely, late or open, and by what. */
const OURS: Readonly<Record<string, Place>> = {
  verified_information: ['timely', 'byCategory'],
  verified_information_violations: ['timely', 'byCategory'],
  verified_violations_by_perpetrator: ['timely', 'byAttribution'],
  late_verification: ['late', 'byCategory'],
  late_verification_violations: ['late', 'byCategory'],
  late_verification_violations_by_perpetrator: ['late', 'byAttribution'],
  verified_violations_by_region: ['timely', 'byRegion'],
  unverified_information: ['open', 'byCategory'],
  unverified_information_violations: ['open', 'byCategory'],
}
function placeOf({ indicator }: PeerCase['query']): Place {
  return OURS[indicator] ?? ['open', 'byCategory']
}

const SECTIONS = { timely: 'inPeriod', late: 'late', open: 'unverifiedAsOfCutoff' } as const

type Rows = Readonly<Record<string, number>>
type Change = (input: PeerInput) => PeerInput

/** What their method does otherwise, as a change of what goes in, and our rule. */
const REASONS: readonly (readonly [rule: string, change: Change])[] = [
  ['closing an incident is no status of verification (R-COUNT-8)', closedLeftOut],
  ['a total is derived, never stored (R-COUNT-10)', storedTotals],
  ['what nobody has decided is pending (K22)', undecidedLeftOut],
]

function rowsOf(input: PeerInput, query: PeerCase['query'], sections: readonly string[]): Rows {
  const [, table] = placeOf(query)
  const figures = figuresOf(toBundle(input, query))
  const rows: Record<string, number> = {}
  for (const section of sections) {
    for (const [row, count] of Object.entries((at(figures, `R.${section}.${table}`) ?? {}) as Rows))
      rows[row] = (rows[row] ?? 0) + count
  }
  return rows
}

/** The rules that explain a difference: the fewest changes that bring their figure about. */
function explain(
  input: PeerInput,
  query: PeerCase['query'],
  [row, theirs]: readonly [string, number],
) {
  const [kind] = placeOf(query)
  const isTheirs = (changed: PeerInput, sections: readonly string[]): boolean =>
    (rowsOf(changed, query, sections)[row] ?? 0) === theirs
  for (const some of subsets(REASONS)) {
    const changed = some.reduce((one, [, change]) => change(one), input)
    const rules = some.map(([rule]) => rule)
    if (isTheirs(changed, [SECTIONS[kind]])) return rules
    if (kind === 'open') continue
    const late =
      'late is what was verified after the previous cut-off, not after the quarter, and is never stored (R-COUNT-6)'
    if (isTheirs(lateAsStored(kind)(changed), ['inPeriod', 'late'])) return [...rules, late]
  }
  return []
}

/** All choices of some, the smallest first. */
function subsets<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const all = items.reduce<readonly (readonly Item[])[]>(
    (found, item) => [...found, ...found.map((one) => [...one, item])],
    [[]],
  )
  return all.toSorted((one, other) => one.length - other.length)
}

describe.skipIf(!existsSync(FILE))('the cases of the present information system', () => {
  const file = existsSync(FILE) ? readJson(FILE) : {}
  const inputs = (file['inputs'] ?? {}) as Readonly<Record<string, PeerInput>>
  const cases = ((file['cases'] ?? []) as readonly PeerCase[]).filter(({ query }) =>
    Object.hasOwn(OURS, query.indicator),
  )
  const lines = cases.flatMap(({ input_ref: ref, query, ...rest }) => {
    const input = inputs[ref] ?? { incidents: [], violations: [] }
    const theirs = theirsOf({ input_ref: ref, query, ...rest })
    const [kind] = placeOf(query)
    const ours = rowsOf(input, query, [SECTIONS[kind]])
    const rows = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].toSorted()
    return rows
      .filter((row) => isRowOf(query, row))
      .map((row) => {
        const [here, there] = [ours[row] ?? 0, theirs[row] ?? 0]
        const rules = here === there ? ['same'] : explain(input, query, [row, there])
        return { ...query, row, here, there, rules }
      })
  })

  test('each of their numbers is ours, or a rule explains the difference', () => {
    expect(lines.length).toBeGreaterThan(20)
    expect(lines.filter(({ rules }) => rules.length === 0)).toEqual([])
  })

  test('the table of them is up to date', async () => {
    const table = lines.map(
      ({ indicator, period, row, there, here, rules }) =>
        `| ${indicator} | ${period.from} to ${period.to} | ${row} | ${there} | ${here} | ${rules.join('; ')} |`,
    )
    const text = [
      '# What the present information system counts, and what we count',
      '',
      'For facts as its own tests have them: the figure it gives, ours, and the rule where they differ. Only indicators of its quarterly note whose table stands in a report of a bundle; those that cut by reason, method, age or month, and those that depend on who asks, belong to tables of an installation. Written by the test `packages/contract/test/bundle/peer-cases.test.ts`.',
      '',
      '| indicator | period | row | theirs | ours | rule |',
      '| --- | --- | --- | ---: | ---: | --- |',
      ...table,
      '',
    ].join('\n')
    await expect(text).toMatchFileSnapshot(TABLE)
  })
})
