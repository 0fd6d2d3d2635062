import { GRAVE_UNITS } from '@vigil/core/violations'
import type { JsonObject } from './support.ts'

/** Facts as the present information system holds them, in the neutral form of the shared data. */
export interface PeerInput {
  readonly incidents: readonly {
    readonly id: string
    readonly status?: string
    readonly incident_date?: string
    readonly reporting_location_hierarchy?: string
  }[]
  readonly violations: readonly PeerViolation[]
  readonly perpetrators?: readonly {
    readonly violations: readonly string[]
    readonly armed_force_group_party_name: string
  }[]
}
interface PeerViolation {
  readonly id: string
  readonly incident: string
  readonly type: string
  readonly ctfmr_verified?: string
  readonly ctfmr_verified_date?: string
  readonly is_late_verification?: boolean
  readonly violation_tally?: {
    readonly boys: number
    readonly girls: number
    readonly unknown: number
    readonly total: number
  }
}
export interface PeerCase {
  readonly input_ref: string
  readonly query: {
    readonly indicator: string
    readonly period: { readonly from: string; readonly to: string }
  }
  readonly expected: readonly JsonObject[]
}

const CATEGORIES: Readonly<Record<string, string>> = {
  recruitment: 'recruitment_use',
  attack_on_schools: 'attack_on_school',
  attack_on_hospitals: 'attack_on_hospital',
  deprivation_liberty: 'deprivation_of_liberty',
}

function categoryOf(type: string): string {
  return CATEGORIES[type] ?? type
}

/** The facts read into our model, and a report of their period, which stands by itself. */
export function toBundle(
  input: PeerInput,
  { period: { from, to } }: PeerCase['query'],
): JsonObject {
  const parties = [...new Set(input.perpetrators?.map((one) => one.armed_force_group_party_name))]
  return {
    parties: parties.map((id) => ({ id, class: 'armed_group' })),
    incidents: input.incidents.map(({ id, ...incident }) => ({
      id,
      region: incident.reporting_location_hierarchy?.split('.')[1] ?? 'not said',
      violations: input.violations
        .filter((one) => one.incident === id)
        .map((one) => violationOf(one, incident.incident_date ?? from, input)),
    })),
    reports: [
      {
        id: 'R',
        kind: 'ad_hoc',
        start: from,
        end: to,
        cutoff: to,
        previousCutoff: dayBefore(from),
      },
    ],
  }
}

function violationOf(violation: PeerViolation, start: string, { perpetrators = [] }: PeerInput) {
  const { id, type, violation_tally: tally } = violation
  const parties = perpetrators
    .filter((one) => one.violations.includes(id))
    .map((one) => one.armed_force_group_party_name)
  const counted = tally && { male: tally.boys, female: tally.girls, unknown: tally.unknown }
  return {
    id,
    category: categoryOf(type),
    start,
    victims: counted ? [{ tally: counted }] : [],
    attribution:
      parties.length === 0
        ? { kind: 'unidentified' }
        : { kind: parties.length === 1 ? 'party' : 'joint', party: parties[0], parties },
    ...decisionOf(violation, start),
  }
}

/** Verified without a date is verified, no one knows when (K32). */
function decisionOf(
  { ctfmr_verified: status, ctfmr_verified_date: on }: PeerViolation,
  start: string,
) {
  const pending = 'report_pending_verification'
  if (status === 'verified' && on === undefined) return { verifiedNotLaterThan: '2026-01-01' }
  const day = on !== undefined && on < start ? on : start
  const decided = status === undefined || status === pending ? [] : [{ on: on ?? day, status }]
  return { statusHistory: [{ on: day, status: pending }, ...decided] }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}

/** Their totals by row: a category, a party or a region. */
export function theirsOf({ expected }: PeerCase): Readonly<Record<string, number>> {
  const total = expected.find((group) => group['group_id'] === 'total')
  const rows = (total ? total['data'] : expected) as readonly JsonObject[]
  return Object.fromEntries(
    rows.map((row) => [categoryOf(String(row['id'])), Number(row['total'])]),
  )
}

/** Whether a row is one that the indicator has: some have only categories of children, some only the others. */
export function isRowOf({ indicator }: PeerCase['query'], row: string): boolean {
  if (!Object.hasOwn(GRAVE_UNITS, row)) return true
  const isOfChildren = GRAVE_UNITS[row as keyof typeof GRAVE_UNITS] === 'children'
  return isOfChildren !== indicator.endsWith('_violations')
}

/** As their method has it: closed incidents are left out. */
export function closedLeftOut(input: PeerInput): PeerInput {
  return { ...input, incidents: input.incidents.filter(({ status }) => status !== 'closed') }
}

/** As their method has it: a stored total is trusted. */
export function storedTotals(input: PeerInput): PeerInput {
  const violations = input.violations.map((one) => {
    const { violation_tally: tally } = one
    if (!tally) return one
    return {
      ...one,
      violation_tally: { ...tally, unknown: tally.total - tally.boys - tally.girls },
    }
  })
  return { ...input, violations }
}

/** As their method has it: what has no status stands in no table. */
export function undecidedLeftOut(input: PeerInput): PeerInput {
  return {
    ...input,
    violations: input.violations.filter((one) => one.ctfmr_verified !== undefined),
  }
}

/** As their method has it: late is what was marked so when it was saved, by the quarter of the incident. */
export function lateAsStored(kind: 'late' | 'timely'): (input: PeerInput) => PeerInput {
  return (input) => ({
    ...input,
    violations: input.violations.filter(
      (one) => (one.is_late_verification ?? false) === (kind === 'late'),
    ),
  })
}
