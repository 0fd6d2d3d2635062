import { AGE_STATUSES, CASE_EVENTS, readSpan } from '@vigil/core/counting'
import {
  ATTRIBUTION_KINDS,
  ATTRIBUTION_STATUSES,
  PARTY_CLASSES,
  PARTY_RELATIONS,
} from '@vigil/core/parties'
import { STATUS_TRANSITIONS, type VerificationStatus } from '@vigil/core/verification'
import { type Category, UNITS } from '@vigil/core/violations'
import { z } from 'zod'

/** How many of each a bundle may hold; far more than any operation has. */
const MOST = {
  incidents: 2_000_000,
  people: 5_000_000,
  parties: 10_000,
  inIncident: 10_000,
  inRecord: 1000,
  reports: 1000,
}

/** On one line: ids stand in sentences and tables. */
const Id = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]+$/u)
const Day = z.iso.date()
const Count = z.int().min(0).max(1_000_000_000)
const CategoryCode = z.enum(Object.keys(UNITS) as [Category, ...Category[]])
const StatusCode = z.enum(
  Object.keys(STATUS_TRANSITIONS) as [VerificationStatus, ...VerificationStatus[]],
)
const AgeStatusCode = z.enum(AGE_STATUSES)
/** A day, or a moment with its zone. */
const Moment = z
  .string()
  .max(40)
  .refine((text) => readSpan(text) !== undefined)
  .meta({ description: 'A day (2031-01-20) or a moment (2031-01-20T10:00:00Z)' })

const Correction = z.looseObject({
  on: Day,
  field: z.string().min(1).max(200),
  from: z.unknown().optional(),
  to: z.unknown().optional(),
})

/** Dates of knowledge, on whatever may carry them (K3). */
const knowledge = {
  corrections: z.array(Correction).max(MOST.inRecord).nullish(),
  recordedOn: z.record(z.string().max(200), Day).nullish(),
}

const Tally = z.looseObject({
  male: Count.nullish(),
  female: Count.nullish(),
  unknown: Count.nullish(),
})
export type WireTally = z.infer<typeof Tally>

const DecisionNote = z.string().max(20_000)

export const WireChild = z.looseObject({
  id: Id,
  sex: z.enum(['male', 'female', 'unknown']).nullish(),
  ageStatus: AgeStatusCode.nullish(),
  decisionNote: DecisionNote.nullish(),
  disability: z.boolean().nullish(),
  ...knowledge,
})

export const WireGroup = z.looseObject({ id: Id, tally: Tally, ...knowledge })

const PartyAttribute = z.looseObject({
  name: Id,
  from: Day.nullish(),
  to: Day.nullish(),
})

export const WireParty = z.looseObject({
  id: Id,
  class: z.enum(PARTY_CLASSES),
  umbrella: z.boolean().nullish(),
  provisional: z.boolean().nullish(),
  peaceAgreementSignatory: z.boolean().nullish(),
  attributes: z.array(PartyAttribute).max(MOST.inRecord).nullish(),
  ...knowledge,
})

export const WireRelation = z.looseObject({
  type: z.enum(PARTY_RELATIONS),
  party: Id,
  of: Id,
  from: Day.nullish(),
  to: Day.nullish(),
})

export const WireListing = z.looseObject({
  party: Id,
  sinceReportYear: z.int().min(1900).max(9999).nullish(),
})

export const WireActionPlan = z.looseObject({
  id: Id,
  party: Id,
  coversMembers: z.boolean().nullish(),
  signedOn: Day,
  violations: z.array(CategoryCode).max(MOST.inRecord),
})

/** One of `child`, `group` and `tally`. */
const Victim = z
  .looseObject({
    child: Id.nullish(),
    group: Id.nullish(),
    tally: Tally.nullish(),
    ageAtStart: z.number().min(0).max(150).nullish(),
    ageStatus: AgeStatusCode.nullish(),
    decisionNote: DecisionNote.nullish(),
  })
  .refine(
    ({ child, group, tally }) =>
      [child, group, tally].filter((one) => (one ?? null) !== null).length === 1,
  )
export type WireVictim = z.infer<typeof Victim>

const Attribution = z.looseObject({
  kind: z.enum(ATTRIBUTION_KINDS),
  party: Id.nullish(),
  parties: z.array(Id).max(MOST.inRecord).nullish(),
  status: z.enum(ATTRIBUTION_STATUSES).nullish(),
})
export type WireAttribution = z.infer<typeof Attribution>

export const WireViolation = z.looseObject({
  id: Id,
  category: CategoryCode,
  start: Day,
  end: Day.nullish(),
  regainedFreedomOn: Day.nullish(),
  // A correction may leave a hole where a victim was added later.
  victims: z.array(Victim.nullable()).max(MOST.inIncident).nullish(),
  attribution: Attribution,
  statusHistory: z
    .array(z.looseObject({ on: Day, status: StatusCode }))
    .max(MOST.inRecord)
    .nullish(),
  verifiedNotLaterThan: Day.nullish(),
  facility: Id.nullish(),
  facilityKind: z.string().max(200).nullish(),
  vacated: z.boolean().nullish(),
  reRecruitment: z.boolean().nullish(),
  duplicateOf: Id.nullish(),
  ...knowledge,
})

export const WireIncident = z.looseObject({
  id: Id,
  region: Id,
  context: z.union([Id, z.array(Id).max(MOST.inRecord)]).nullish(),
  duplicateOf: Id.nullish(),
  violations: z.array(WireViolation).max(MOST.inIncident),
  ...knowledge,
})

export const WireCase = z.looseObject({
  child: Id,
  apprehendedAt: Moment.nullish(),
  handedOverAt: Moment.nullish(),
  events: z
    .array(
      z.looseObject({
        at: Moment,
        kind: z.enum(CASE_EVENTS),
        to: z.enum(['civilian', 'force']).nullish(),
      }),
    )
    .max(MOST.inRecord)
    .nullish(),
  ageAssessment: z
    .looseObject({
      on: Day.nullish(),
      consent: z.boolean().nullish(),
      method: z.string().max(200).nullish(),
      assessorBiased: z.boolean().nullish(),
      lowerBound: z.number().min(0).max(150).nullish(),
    })
    .nullish(),
})

const Requirement = z.looseObject({
  required: z.number().min(0).max(1e15),
  received: z.number().min(0).max(1e15),
})

const Funding = z.looseObject({ overall: Requirement, childProtection: Requirement })

const Months = z.number().min(0).max(12_000)

export const WireReport = z.looseObject({
  id: Id,
  kind: Id,
  start: Day,
  end: Day,
  cutoff: Day,
  previousCutoff: Day.nullish(),
  months: Months.nullish(),
  previousPublished: z
    .looseObject({
      start: Day.nullish(),
      end: Day.nullish(),
      months: Months.nullish(),
      counts: z.record(Id, Count),
    })
    .nullish(),
})

const Rules = z.looseObject({
  continuingCategories: z.array(CategoryCode).max(MOST.inRecord).optional(),
  unattributedRows: z
    .array(z.enum(['crossfire', 'unidentified']))
    .max(2)
    .optional(),
  publicSuppressionThreshold: z.int().min(1).max(1000).optional(),
  handoverDeadlineHours: z.number().min(0).max(100_000).nullish(),
})

/** What a bundle holds beside its long lists. */
const heads = {
  format: z.literal('vigil-bundle/1').optional(),
  meta: z.looseObject({ rulesVersion: z.string().max(200).nullish() }).nullish(),
  rules: Rules.nullish(),
  regions: z
    .array(z.looseObject({ id: Id }))
    .max(MOST.people)
    .nullish(),
  parties: z.array(WireParty).max(MOST.parties).nullish(),
  partyRelations: z.array(WireRelation).max(MOST.parties).nullish(),
  listings: z.array(WireListing).max(MOST.parties).nullish(),
  actionPlans: z.array(WireActionPlan).max(MOST.parties).nullish(),
  detentionCases: z.array(WireCase).max(MOST.people).nullish(),
  funding: Funding.nullish(),
  reports: z.array(WireReport).max(MOST.reports).nullish(),
}

/**
 * `vigil-bundle/1`: what is counted from. Keys that are not known here are kept and ignored; codes that
 * are not known are refused.
 */
const WireBundle = z.looseObject({
  ...heads,
  children: z.array(WireChild).max(MOST.people).nullish(),
  groups: z.array(WireGroup).max(MOST.people).nullish(),
  incidents: z.array(WireIncident).max(MOST.incidents).nullish(),
})

/** A bundle without its long lists. */
export const BundleHeads = z.looseObject(heads)
export type BundleHeads = z.infer<typeof BundleHeads>

/** The long lists, unread: they are read entry by entry. */
export const BundleLists = z.looseObject({
  children: z.array(z.unknown()).max(MOST.people).nullish(),
  groups: z.array(z.unknown()).max(MOST.people).nullish(),
  incidents: z.array(z.unknown()).max(MOST.incidents).nullish(),
})

/** The JSON Schema (2020-12) of `vigil-bundle/1`, as published in `docs/schemas`. */
export function bundleSchema(): object {
  return {
    $id: 'vigil-bundle-1.schema.json',
    title: 'vigil-bundle/1',
    ...z.toJSONSchema(WireBundle, { target: 'draft-2020-12', io: 'input' }),
  }
}

/** Records of which not everything was known yet (K3). */
export const PARTLY = {
  child: WireChild.partial(),
  group: WireGroup.partial(),
  party: WireParty.partial(),
  incident: WireIncident.omit({ violations: true }).partial(),
  violation: WireViolation.partial(),
}
