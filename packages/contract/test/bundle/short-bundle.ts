import { z } from 'zod'

/**
 * A bundle as the vectors write it: what is not said is usual. Reports are named by what they are, a
 * violation says its history in words, victims are named by their ids.
 */
export const ShortBundle = z.strictObject({
  name: z.string().optional(),
  violations: z.array(z.record(z.string(), z.unknown())).default([]),
  /** Names of usual reports, or whole ones. */
  reports: z.array(z.union([z.string(), z.record(z.string(), z.unknown())])).default(['Q1']),
  /** Whatever else the bundle has, in its own form; lists are added to the usual ones by id. */
  bundle: z.record(z.string(), z.unknown()).default({}),
})
type ShortBundle = z.infer<typeof ShortBundle>

type Fields = Readonly<Record<string, unknown>>

const QUARTERS = [
  ['2031-01-01', '2031-03-31'],
  ['2031-04-01', '2031-06-30'],
  ['2031-07-01', '2031-09-30'],
  ['2031-10-01', '2031-12-31'],
] as const

/** Cut-offs fall on the last day of the period. */
const REPORTS: Readonly<Record<string, Fields>> = Object.fromEntries([
  ...QUARTERS.map(([start, end], at) => {
    const previousCutoff = QUARTERS[at - 1]?.[1] ?? '2030-12-31'
    const kind = 'global_horizontal_note'
    return [`Q${at + 1}`, { kind, start, end, cutoff: end, previousCutoff, months: 3 }]
  }),
  [
    'Y',
    {
      kind: 'annual_report',
      start: '2031-01-01',
      end: '2031-12-31',
      cutoff: '2031-12-31',
      previousCutoff: '2030-12-31',
      months: 12,
    },
  ],
])

/** Two groups, two forces, and an alliance that nobody is in. */
const PARTIES: readonly Fields[] = [
  { id: 'RIVER', class: 'armed_group' },
  { id: 'HILL', class: 'armed_group' },
  { id: 'ARMY', class: 'state_force' },
  { id: 'POLICE', class: 'state_force' },
  { id: 'ALLIANCE', class: 'armed_group', umbrella: true },
]

/** Children with odd numbers are boys, those with even ones girls. */
const CHILDREN: readonly Fields[] = Array.from({ length: 9 }, (_, at) => ({
  id: `C-${at + 1}`,
  sex: at % 2 === 0 ? 'male' : 'female',
}))

/** The whole bundle that a short one stands for. */
export function bundleOf({ violations, reports, bundle }: Omit<ShortBundle, 'name'>): Fields {
  return {
    ...bundle,
    regions: merge([{ id: 'NORTH' }, { id: 'SOUTH' }], bundle['regions']),
    parties: merge(PARTIES, bundle['parties']),
    children: merge(CHILDREN, bundle['children']),
    incidents: bundle['incidents'] ?? incidentsOf(violations, bundle['incident']),
    reports: reports.map(reportOf),
  }
}

function without(fields: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name))
}

function reportOf(report: string | Fields): Fields {
  if (typeof report !== 'string') {
    const like = z.string().parse(report['like'])
    return { id: like, ...REPORTS[like], ...without(report, 'like') }
  }
  return { id: report, ...REPORTS[report] }
}

/** Entries of the second list stand in place of those of the first with the same id. */
function merge(usual: readonly Fields[], own: unknown): readonly unknown[] {
  const given = (own ?? []) as readonly Fields[]
  const ids = new Set(given.map(({ id }) => id))
  return [...usual.filter(({ id }) => !ids.has(id)), ...given]
}

/** Violations that name one incident share it; the others have one each. `incidents` may say more of it. */
function incidentsOf(violations: readonly Fields[], more: unknown): readonly Fields[] {
  const about = (more ?? {}) as Readonly<Record<string, Fields>>
  const groups = Map.groupBy(violations, (one) =>
    String(one['incident'] ?? `I-${String(one['id'])}`),
  )
  return [...groups].map(([id, some]) => ({
    id,
    region: 'NORTH',
    violations: some.map(violationOf),
    ...about[id],
  }))
}

function violationOf({ by, history, victims, ...given }: Fields): Fields {
  const own = without(given, 'incident')
  return {
    ...(victims === undefined ? {} : { victims: (victims as readonly unknown[]).map(victimOf) }),
    attribution: attributionOf(by),
    ...(own['verifiedNotLaterThan'] === undefined && {
      statusHistory: historyOf(history, String(own['start'])),
    }),
    ...own,
  }
}

/** `C-1` is a child of 12 years, `G-1` a group; others are written out. */
function victimOf(victim: unknown): unknown {
  if (typeof victim !== 'string') return victim
  return victim.startsWith('G') ? { group: victim } : { child: victim, ageAtStart: 12 }
}

/** `RIVER`, `crossfire RIVER ARMY`, `unidentified`; RIVER where nothing is said. */
function attributionOf(by: unknown): unknown {
  if (by !== undefined && typeof by !== 'string') return by
  const [first = '', ...parties] = (by ?? 'RIVER').split(' ')
  if (['joint', 'crossfire'].includes(first)) return { kind: first, parties }
  return first === 'unidentified' ? { kind: first } : { kind: 'party', party: first }
}

/** `2031-01-05 verified` an entry; reported and verified on its first day where nothing is said. */
function historyOf(history: unknown, start: string): readonly Fields[] {
  const entries = (history ?? [
    `${start} report_pending_verification`,
    `${start} verified`,
  ]) as readonly string[]
  return entries.map((entry) => {
    const [on, status] = entry.split(' ')
    return { on, status: status === 'pending' ? 'report_pending_verification' : status }
  })
}
