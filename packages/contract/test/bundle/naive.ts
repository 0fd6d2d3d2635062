/**
 * Counting once more, deliberately simple and in another way: for each report the bundle is rewritten as
 * it was known at the cut-off, and every table is filled by walking through all of it. It shares no code
 * with the engine, and its names are those of the bundle.
 */
import type { JsonObject } from './support.ts'

interface Correction {
  readonly on: string
  readonly field: string
  readonly from: unknown
}
interface Victim {
  readonly child?: string
  readonly group?: string
  readonly tally?: Sexes
  readonly ageAtStart?: number | null
}
interface Sexes {
  readonly male: number
  readonly female: number
  readonly unknown: number
}
interface Violation {
  readonly id: string
  readonly category: string
  readonly start: string
  readonly end?: string | null
  readonly victims: readonly Victim[]
  readonly attribution: {
    readonly kind: string
    readonly party?: string
    readonly parties?: readonly string[]
    readonly status?: string
  }
  readonly statusHistory: readonly { readonly on: string; readonly status: string }[]
  readonly reRecruitment?: boolean
  readonly facilityKind?: string
  readonly vacated?: boolean
  readonly corrections?: readonly Correction[]
  readonly recordedOn?: Readonly<Record<string, string>>
}
interface Incident {
  readonly id: string
  readonly region: string
  readonly duplicateOf?: string
  readonly recordedOn?: Readonly<Record<string, string>>
  readonly violations: readonly Violation[]
}
interface Report {
  readonly id: string
  readonly kind: string
  readonly start: string
  readonly end: string
  readonly cutoff: string
  readonly previousCutoff: string
}
export interface NaiveBundle {
  readonly parties: readonly {
    readonly id: string
    readonly class: string
    readonly umbrella?: boolean
    readonly provisional?: boolean
  }[]
  readonly partyRelations: readonly {
    readonly type: string
    readonly party: string
    readonly of: string
    readonly from: string | null
    readonly to: string | null
  }[]
  readonly children: readonly { readonly id: string; readonly sex: string }[]
  readonly groups: readonly { readonly id: string; readonly tally: Sexes }[]
  readonly incidents: readonly Incident[]
  readonly reports: readonly Report[]
}

const FIVE = ['recruitment_use', 'killing', 'maiming', 'sexual_violence', 'abduction']
const EIGHT = [...FIVE, 'attack_on_school', 'attack_on_hospital', 'denial_humanitarian_access']

/** A violation as a report sees it. */
interface Seen {
  readonly violation: Violation
  readonly region: string
  readonly status: string
  readonly since: string
}

/** What the simple way finds. */
export interface NaiveFigures {
  /** The main tables of every report, in the names of the wire. */
  readonly figures: JsonObject
  /** By report, the violations of children and groups beyond the first of each, in children (K14). */
  readonly further: Readonly<Record<string, number>>
}

export function countNaively(bundle: NaiveBundle): NaiveFigures {
  const output: Record<string, unknown> = {}
  const further: Record<string, number> = {}
  const seen = new Map<string, Set<string>>()
  const anywhere = new Set<string>()
  for (const report of bundle.reports) {
    const series = report.kind === 'ad_hoc' ? report.id : report.kind
    const before = seen.get(series) ?? new Set()
    const now = asKnown(bundle, report.cutoff)
    const first = firstOf(series, bundle)
    const fresh = now.filter(
      ({ status, violation }) => status === 'verified' && !before.has(violation.id),
    )
    const inPeriod = fresh.filter((one) => anchor(one) >= report.start && anchor(one) <= report.end)
    const late = fresh.filter((one) => anchor(one) < report.start && isLate(one, report, first))
    for (const { violation } of [...inPeriod, ...late]) {
      before.add(violation.id)
      anywhere.add(violation.id)
    }
    seen.set(series, before)
    further[report.id] = furtherOf(inPeriod, bundle)
    output[report.id] = tables({ bundle, report, now, inPeriod, late })
  }
  output['excludedEverywhere'] = leftOut(bundle, anywhere)
  return { figures: output, further }
}

function furtherOf(seen: readonly Seen[], bundle: NaiveBundle): number {
  const victims = seen
    .filter(({ violation }) => FIVE.includes(violation.category))
    .flatMap(({ violation }) => violation.victims)
  const names = [...new Set(victims.flatMap(({ child, group }) => child ?? group ?? []))]
  return total(
    names.map((name) => {
      const own = victims.filter(({ child, group }) => name === (child ?? group))
      const [first] = own
      return first ? (own.length - 1) * total(Object.values(sexesOf(first, bundle))) : 0
    }),
  )
}

/** K6: in a series only what was verified before it began is lost; else R-COUNT-6 as it is written. */
function isLate(one: Seen, report: Report, first: Report): boolean {
  if (one.since > report.previousCutoff && one.since <= report.cutoff) return true
  return report !== first && (anchor(one) >= first.start || one.since > first.previousCutoff)
}

function firstOf(series: string, { reports }: NaiveBundle): Report {
  const own = reports.filter(({ id, kind }) => kind === series || id === series)
  const [first] = own.toSorted((a, b) => a.start.localeCompare(b.start))
  if (!first) throw new Error(`No report of ${series}`)
  return first
}

function asKnown(bundle: NaiveBundle, cutoff: string): Seen[] {
  const found: Seen[] = []
  for (const incident of bundle.incidents) {
    const foundOn = incident.recordedOn?.['duplicateOf'] ?? ''
    if (incident.duplicateOf !== undefined && foundOn <= cutoff) continue
    for (const given of incident.violations) {
      const violation = rewrite(given, cutoff)
      const entries = violation.statusHistory.filter(({ on }) => on <= cutoff)
      const last = entries[entries.length - 1]
      if (last) {
        const { region } = incident
        found.push({ violation, region, status: last.status, since: last.on })
      }
    }
  }
  return found
}

/** Only starts are corrected in random bundles, and only ends have a date of recording. */
function rewrite(violation: Violation, cutoff: string): Violation {
  const later = (violation.corrections ?? []).filter(({ on }) => on > cutoff)
  const start = later.length > 0 ? String(later[0]?.from) : violation.start
  const isEndKnown = (violation.recordedOn?.['end'] ?? '') <= cutoff
  return { ...violation, start, end: isEndKnown ? (violation.end ?? null) : null }
}

function anchor({ violation, since }: Seen): string {
  if (violation.category !== 'recruitment_use') return violation.start
  return violation.end && violation.end < since ? violation.end : since
}

interface Material {
  readonly bundle: NaiveBundle
  readonly report: Report
  readonly now: readonly Seen[]
  readonly inPeriod: readonly Seen[]
  readonly late: readonly Seen[]
}

function tables({ bundle, report, now, inPeriod, late }: Material): JsonObject {
  const grave = inPeriod.filter(({ violation }) => EIGHT.includes(violation.category))
  const lateGrave = late.filter(({ violation }) => EIGHT.includes(violation.category))
  const ofChildren = grave.filter(({ violation }) => FIVE.includes(violation.category))
  const units = (one: Seen) => unitsOf(one.violation, bundle)
  const open = now.filter(
    ({ violation, status }) =>
      EIGHT.includes(violation.category) &&
      ['report_pending_verification', 'reported_not_verified'].includes(status) &&
      violation.start >= report.start &&
      violation.start <= report.end,
  )
  const military = inPeriod.filter(({ violation }) => violation.category === 'military_use')
  return {
    inPeriod: {
      byCategory: table(grave, ({ violation }) => violation.category, units),
      totalViolations: total(grave.map(units)),
      childViolations: total(ofChildren.map(units)),
      distinctChildren: distinct(ofChildren, bundle),
      childrenWithMultipleViolations: repeated(ofChildren),
      byAttribution: table(grave, ({ violation }) => row(violation, bundle), units),
      byUmbrella: table(grave, ({ violation }) => umbrella(violation, bundle), units),
      byClass: table(grave, ({ violation }) => classRow(violation, bundle), units),
      byRegion: table(grave, ({ region }) => region, units),
    },
    late: {
      byCategory: table(lateGrave, ({ violation }) => violation.category, units),
      totalViolations: total(lateGrave.map(units)),
      distinctChildren: distinct(lateGrave, bundle).total,
      byAttribution: table(lateGrave, ({ violation }) => row(violation, bundle), units),
    },
    distinctChildrenInPeriodOrLate: distinct([...grave, ...lateGrave], bundle).total,
    militaryUse: {
      schools: military.filter(({ violation }) => violation.facilityKind === 'school').length,
      vacated: military.filter(
        ({ violation: { vacated, end } }) => vacated === true && (!end || end <= report.cutoff),
      ).length,
      byAttribution: table(
        military,
        ({ violation }) => row(violation, bundle),
        () => 1,
      ),
    },
    unverifiedAsOfCutoff: {
      byCategory: table(open, ({ violation }) => violation.category, units),
      violationIds: open.map(({ violation }) => violation.id).toSorted(),
    },
  }
}

function table(
  seen: readonly Seen[],
  key: (one: Seen) => string | undefined,
  amount: (one: Seen) => number,
): Record<string, number> {
  const rows: Record<string, number> = {}
  for (const one of seen) {
    const name = key(one)
    if (name !== undefined && amount(one) > 0) rows[name] = (rows[name] ?? 0) + amount(one)
  }
  return rows
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}

function unitsOf({ category, victims }: Violation, bundle: NaiveBundle): number {
  if (!FIVE.includes(category)) return category === 'deprivation_of_liberty' ? victims.length : 1
  return total(victims.map((victim) => total(Object.values(sexesOf(victim, bundle)))))
}

function sexesOf(victim: Victim, { children, groups }: NaiveBundle): Sexes {
  if (victim.tally) return victim.tally
  const group = groups.find(({ id }) => id === victim.group)
  if (group) return group.tally
  const sex = children.find(({ id }) => id === victim.child)?.sex
  return {
    male: sex === 'male' ? 1 : 0,
    female: sex === 'female' ? 1 : 0,
    unknown: sex === 'unknown' ? 1 : 0,
  }
}

function distinct(seen: readonly Seen[], bundle: NaiveBundle): Sexes & { total: number } {
  const done = new Set<string>()
  const all: Sexes[] = []
  for (const { violation } of seen) {
    if (!FIVE.includes(violation.category)) continue
    for (const victim of violation.victims) {
      const name = victim.child ?? victim.group
      if (name !== undefined && done.has(name)) continue
      if (name !== undefined) done.add(name)
      all.push(sexesOf(victim, bundle))
    }
  }
  const [male, female, unknown] = (['male', 'female', 'unknown'] as const).map((sex) =>
    total(all.map((one) => one[sex])),
  ) as [number, number, number]
  return { total: male + female + unknown, male, female, unknown }
}

function repeated(seen: readonly Seen[]): string[] {
  const named = seen.flatMap(({ violation }) =>
    violation.victims.flatMap(({ child }) => child ?? []),
  )
  return [...new Set(named.filter((child, at) => named.indexOf(child) !== at))].toSorted()
}

function row({ attribution }: Violation, { parties }: NaiveBundle): string {
  const { kind, party, parties: several = [], status } = attribution
  if (kind === 'unidentified' || status === 'alleged') return 'unidentified'
  const printed = (id: string) =>
    parties.find((one) => one.id === id)?.provisional ? 'unidentified' : id
  if (kind === 'party') return printed(String(party))
  return `${kind}:${several.map(printed).toSorted().join('+')}`
}

function classRow({ attribution }: Violation, { parties }: NaiveBundle): string {
  const { kind, party, parties: several = [], status } = attribution
  if (kind === 'unidentified' || status === 'alleged') return 'unidentified'
  if (kind === 'crossfire') return 'crossfire'
  const named = kind === 'party' ? [String(party)] : several
  const classes = parties.filter(({ id }) => named.includes(id)).map((one) => one.class)
  return classes.every((one) => one === classes[0]) ? (classes[0] ?? '') : 'mixed'
}

function umbrella({ attribution, start }: Violation, bundle: NaiveBundle): string | undefined {
  const { kind, party, status } = attribution
  const own = bundle.parties.find(({ id }) => id === party)
  if (kind !== 'party' || status === 'alleged' || own?.provisional) return undefined
  if (own?.umbrella) return own.id
  return bundle.partyRelations.find(
    ({ type, party: member, from, to }) =>
      type === 'member_of' &&
      member === party &&
      (from === null || from <= start) &&
      (to === null || start <= to),
  )?.of
}

function leftOut({ incidents }: NaiveBundle, counted: ReadonlySet<string>): Record<string, string> {
  const reasons: Record<string, string> = {}
  for (const { duplicateOf, violations } of incidents) {
    for (const { id, category, statusHistory } of violations) {
      if (!EIGHT.includes(category) || counted.has(id)) continue
      const status = statusHistory[statusHistory.length - 1]?.status ?? ''
      if (duplicateOf !== undefined) reasons[id] = `duplicate of ${duplicateOf}`
      else if (status !== 'verified') reasons[id] = status
    }
  }
  return reasons
}
