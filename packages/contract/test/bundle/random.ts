import * as fc from 'fast-check'

/** Days that lie on, just before and just after the ends of periods, and some between. */
const DAYS = [
  '2030-11-15',
  '2030-12-31',
  '2031-01-01',
  '2031-02-14',
  '2031-03-31',
  '2031-04-01',
  '2031-05-20',
  '2031-06-30',
  '2031-07-01',
  '2031-08-08',
  '2031-09-30',
  '2031-10-01',
  '2031-12-31',
  '2032-01-01',
]
const CHILDREN = ['C-1', 'C-2', 'C-3', 'C-4', 'C-5', 'C-6']
const GROUPS = ['G-1', 'G-2']
const PARTIES = ['A', 'B', 'S', 'T', 'U', 'X']

const someDay = fc.constantFrom(...DAYS)
const someCategory = fc.constantFrom(
  'recruitment_use',
  'maiming',
  'sexual_violence',
  'abduction',
  'killing',
  'attack_on_school',
  'denial_humanitarian_access',
  'military_use',
  'deprivation_of_liberty',
)

interface Entry {
  readonly on: string
  readonly status: string
}

/** Statuses as mrm.md 3.2 lets them follow each other, on days that never go back. */
const someHistory: fc.Arbitrary<Entry[]> = fc
  .tuple(
    fc.array(someDay, { minLength: 5, maxLength: 5 }),
    fc.integer({ min: 1, max: 5 }),
    fc.array(
      fc.constantFrom('verified', 'verified', 'verified', 'reported_not_verified', 'not_mrm'),
      {
        minLength: 3,
        maxLength: 3,
      },
    ),
  )
  .map(([days, length, decisions]) =>
    days
      .toSorted()
      .slice(0, length)
      .map((on, at) => ({
        on,
        status:
          at % 2 === 0 ? 'report_pending_verification' : (decisions[(at - 1) / 2] ?? 'verified'),
      })),
  )

const someAttribution = fc.oneof(
  fc.record({ kind: fc.constant('party'), party: fc.constantFrom(...PARTIES) }),
  fc.record({
    kind: fc.constant('party'),
    party: fc.constantFrom(...PARTIES),
    status: fc.constantFrom('alleged', 'verified'),
  }),
  fc.record({
    kind: fc.constantFrom('joint', 'crossfire'),
    parties: fc.uniqueArray(fc.constantFrom(...PARTIES), { minLength: 2, maxLength: 3 }),
  }),
  fc.constant({ kind: 'unidentified' }),
)

const someChild = fc.record({
  child: fc.constantFrom(...CHILDREN),
  ageAtStart: fc.constantFrom(7, 14, 15, 17, null),
})
const someOthers = fc.oneof(
  fc.record({ group: fc.constantFrom(...GROUPS) }),
  fc.record({
    tally: fc.record({ male: fc.nat(3), female: fc.nat(3), unknown: fc.nat(3) }),
  }),
)

/** No child and no group twice. */
const someVictims = fc
  .tuple(
    fc.uniqueArray(someChild, { selector: ({ child }) => child, maxLength: 3 }),
    fc.uniqueArray(someOthers, { selector: (one) => JSON.stringify(one), maxLength: 1 }),
  )
  .map(([children, others]) => [...children, ...others])

const someViolation = fc
  .record({
    category: someCategory,
    start: someDay,
    end: fc.option(someDay, { freq: 2 }),
    victims: someVictims,
    attribution: someAttribution,
    statusHistory: someHistory,
    reRecruitment: fc.boolean(),
    facilityKind: fc.constantFrom('school', 'hospital'),
    vacated: fc.boolean(),
    earlierStart: fc.option(fc.tuple(someDay, someDay), { freq: 3 }),
    endRecordedOn: fc.option(someDay, { freq: 2 }),
  })
  .map(({ earlierStart, endRecordedOn, ...violation }) => ({
    ...violation,
    ...(earlierStart && {
      corrections: [
        { on: earlierStart[0], field: 'start', from: earlierStart[1], to: violation.start },
      ],
    }),
    ...(endRecordedOn && violation.end && { recordedOn: { end: endRecordedOn } }),
  }))

const someIncident = fc.record({
  region: fc.constantFrom('N', 'S'),
  isDuplicate: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
  foundOn: fc.option(someDay),
  violations: fc.array(someViolation, { minLength: 1, maxLength: 2 }),
})

/** A random bundle; everything in it keeps the format, and nearly all of it the rules. */
export interface RandomBundle {
  readonly [key: string]: unknown
  readonly children: readonly { readonly id: string; readonly sex: string }[]
  readonly groups: readonly { readonly id: string; readonly tally: object }[]
  readonly incidents: readonly RandomIncident[]
  readonly partyRelations: readonly RandomRelation[]
  readonly reports: readonly RandomReport[]
}
interface RandomRelation {
  readonly type: string
  readonly party: string
  readonly of: string
  readonly from: string | null
  readonly to: string | null
}
interface RandomReport {
  readonly id: string
  readonly kind: string
  readonly start: string
  readonly end: string
  readonly cutoff: string
  readonly previousCutoff: string
  readonly months: number
}
export interface RandomIncident {
  readonly id: string
  readonly region: string
  readonly duplicateOf?: string
  readonly recordedOn?: Readonly<Record<string, string>>
  readonly violations: readonly (Readonly<Record<string, unknown>> & {
    readonly id: string
    readonly statusHistory: readonly Entry[]
  })[]
}

const QUARTERS = [
  ['2031-01-01', '2031-03-31'],
  ['2031-04-01', '2031-06-30'],
  ['2031-07-01', '2031-09-30'],
  ['2031-10-01', '2031-12-31'],
] as const

/** Four quarters without a gap, a year, and an ad hoc report across them. */
const REPORTS: readonly RandomReport[] = [
  ...QUARTERS.map(([start, end], at) => ({
    id: `Q${at + 1}`,
    kind: 'global_horizontal_note',
    start,
    end,
    cutoff: end,
    previousCutoff: QUARTERS[at - 1]?.[1] ?? '2030-12-31',
    months: 3,
  })),
  period('Y', 'country_report', ['2031-01-01', '2031-12-31']),
  period('AD', 'ad_hoc', ['2031-02-01', '2031-05-31']),
]

function period(id: string, kind: string, [start, end]: readonly [string, string]): RandomReport {
  return { id, kind, start, end, cutoff: end, previousCutoff: '2030-12-31', months: 12 }
}

export const randomBundle: fc.Arbitrary<RandomBundle> = fc
  .record({
    incidents: fc.array(someIncident, { maxLength: 8 }),
    sexes: fc.array(fc.constantFrom('male', 'female', 'unknown'), { minLength: 6, maxLength: 6 }),
    sizes: fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }),
    until: fc.constantFrom(...DAYS.slice(2, 10)),
    isProvisional: fc.boolean(),
  })
  .map(({ incidents, sexes, sizes, until, isProvisional }) => ({
    regions: [{ id: 'N' }, { id: 'S' }],
    parties: [
      { id: 'A', class: 'armed_group' },
      { id: 'B', class: 'armed_group' },
      { id: 'S', class: 'state_force' },
      { id: 'T', class: 'other_party' },
      { id: 'U', class: 'armed_group', umbrella: true },
      { id: 'X', class: 'armed_group', provisional: isProvisional },
    ],
    partyRelations: [
      { type: 'member_of', party: 'A', of: 'U', from: '2031-01-01', to: until },
      { type: 'member_of', party: 'X', of: 'U', from: null, to: null },
      { type: 'splinter_of', party: 'B', of: 'A', from: '2031-01-01', to: null },
    ],
    children: CHILDREN.map((id, at) => ({ id, sex: sexes[at] ?? 'unknown' })),
    groups: GROUPS.map((id, at) => ({
      id,
      tally: { male: sizes[at] ?? 0, female: sizes[at + 2] ?? 0, unknown: sizes[at + 4] ?? 0 },
    })),
    incidents: incidents.map((incident, at) => incidentOf(incident, at)),
    reports: REPORTS,
  }))

type Drawn = typeof someIncident extends fc.Arbitrary<infer Incident> ? Incident : never

/** A duplicate is one of an incident before it, so that there is no circle. */
function incidentOf(
  { region, isDuplicate, foundOn, violations }: Drawn,
  at: number,
): RandomIncident {
  const survivor = isDuplicate && at > 0 ? { duplicateOf: `I-${at - 1}` } : {}
  return {
    id: `I-${at}`,
    region,
    ...survivor,
    ...(foundOn && 'duplicateOf' in survivor && { recordedOn: { duplicateOf: foundOn } }),
    violations: violations.map((violation, place) => ({ id: `V-${at}-${place}`, ...violation })),
  }
}
