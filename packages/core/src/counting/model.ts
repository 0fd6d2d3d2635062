import type { Category } from '../violations/categories.ts'
import type { VerificationStatus } from '../verification/statuses.ts'
import type {
  AttributionKind,
  AttributionStatus,
  PartyClass,
  PartyRelationType,
} from '../parties/vocabulary.ts'
import type { AgeStatus } from './units/age-statuses.ts'
import type { DetentionCase } from './detention/case.ts'
import type { Day } from './facts/days.ts'
import type { Timeline } from './facts/timeline.ts'
import type { Policies } from './policies.ts'
import type { Sex, Tally } from './units/tally.ts'

/** Everything that is counted from; what a bundle holds, in the words of the glossary. */
export interface CountingData {
  readonly policies: Policies
  /** Null: the bundle holds no list of regions to compare with. */
  readonly regions: ReadonlySet<string> | null
  readonly parties: ReadonlyMap<string, Timeline<Party>>
  readonly relations: readonly PartyRelation[]
  readonly listings: readonly Listing[]
  readonly actionPlans: readonly ActionPlan[]
  readonly children: ReadonlyMap<string, Timeline<Child>>
  readonly groups: ReadonlyMap<string, Timeline<Tally>>
  readonly incidents: readonly IncidentRecord[]
  readonly violations: readonly ViolationRecord[]
  /** Null: the operation keeps no cases, so detention is counted from violations (K25). */
  readonly detentionCases: readonly DetentionCase[] | null
  readonly funding: Funding | null
  readonly reports: readonly Report[]
}

export interface Child {
  readonly sex: Sex
  readonly ageStatus: AgeStatus | null
  readonly hasDecisionNote: boolean
  readonly hasDisability: boolean | null
}

export interface Party {
  readonly partyClass: PartyClass
  readonly isUmbrella: boolean
  readonly isProvisional: boolean
  readonly attributes: readonly PartyAttribute[]
}

/** `name` as in K31: `signatory`, `listed`, `actionPlan`. */
export interface PartyAttribute {
  readonly name: string
  readonly from: Day | null
  readonly to: Day | null
}

export interface PartyRelation {
  readonly type: PartyRelationType
  readonly party: string
  readonly of: string
  readonly from: Day | null
  readonly to: Day | null
}

export interface Listing {
  readonly party: string
  readonly sinceReportYear: number | null
}

export interface ActionPlan {
  readonly id: string
  readonly party: string
  readonly coversMembers: boolean
  readonly signedOn: Day
  readonly violations: readonly Category[]
}

export interface IncidentRecord {
  readonly id: string
  readonly timeline: Timeline<Incident>
}

export interface Incident {
  /** Null: not recorded yet. */
  readonly region: string | null
  readonly contexts: readonly string[]
  readonly duplicateOf: string | null
}

export interface ViolationRecord {
  readonly id: string
  readonly incident: IncidentRecord
  readonly timeline: Timeline<Violation>
}

export interface Violation {
  readonly category: Category
  readonly start: Day
  /** The last day, the day freedom was regained for an abduction; null while it goes on or if unknown. */
  readonly end: Day | null
  readonly victims: readonly Victim[]
  readonly attribution: Attribution
  readonly statuses: readonly StatusEntry[]
  /** K32: verified at the latest on this day, when exactly is not known. */
  readonly verifiedNotLaterThan: Day | null
  readonly facility: string | null
  readonly facilityKind: string | null
  readonly isVacated: boolean
  readonly isReRecruitment: boolean
  /** The record of which this one is a second account, beside that of its incident. */
  readonly duplicateOf: string | null
}

export interface StatusEntry {
  readonly on: Day
  readonly status: VerificationStatus
}

export interface Attribution {
  readonly kind: AttributionKind
  readonly parties: readonly string[]
  readonly status: AttributionStatus
}

/** Who was harmed: a child known by code, a group known by number, or a number alone. */
export type Victim = ChildVictim | { readonly group: string } | { readonly tally: Tally }

export interface ChildVictim {
  readonly child: string
  readonly ageAtViolation: number | null
  /** Null: as recorded for the child. */
  readonly ageStatus: AgeStatus | null
  readonly hasDecisionNote: boolean | null
}

export interface Funding {
  readonly overall: Requirement
  readonly childProtection: Requirement
}

export interface Requirement {
  readonly required: number
  readonly received: number
}

/** A report to count: a period, and how late verifications may come in. */
export interface Report {
  readonly id: string
  readonly kind: string
  readonly start: Day
  readonly end: Day
  readonly cutoff: Day
  /** Null: as in the report before it in the series; none before it: no limit. */
  readonly previousCutoff: Day | null
  readonly months: number | null
  readonly previousPublished: PublishedFigures | null
}

/** Figures as they were published, whatever became of them later (R-COUNT-12). */
export interface PublishedFigures {
  readonly start: Day | null
  readonly end: Day | null
  readonly months: number | null
  readonly counts: Readonly<Record<string, number>>
}
