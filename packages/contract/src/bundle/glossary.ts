/**
 * Between the names of `vigil-bundle/1`, which are fixed, and those of the glossary, which stand inside
 * the program. Nothing else knows both, but for `records/fields.ts`, which says of every field which
 * element of a record holds it.
 */
import type {
  ActionPlan,
  AgeAssessment,
  Attribution,
  Child,
  DetentionCase,
  Figures,
  Incident,
  Listing,
  Party,
  PartyAttribute,
  PartyRelation,
  Report,
  ReportFigures,
  Sex,
  Tally,
  Victim,
  Violation,
} from '@vigil/core/counting'
import { readSpan } from '@vigil/core/counting'
import type { z } from 'zod'
import type {
  PARTLY,
  WireActionPlan,
  WireAttribution,
  WireCase,
  WireListing,
  WireRelation,
  WireReport,
  WireTally,
  WireVictim,
} from './schema.ts'

/** A record of which not everything was known yet (K3). */
type Partly<Record extends keyof typeof PARTLY> = z.infer<(typeof PARTLY)[Record]>

const SEXES = { male: 'boy', female: 'girl', unknown: 'unknown' } as const satisfies Record<
  string,
  Sex
>

/** The sex of a child as the record has it; undefined where the bundle says something else. */
export function toSex(wire: unknown): Sex | undefined {
  return Object.entries(SEXES).find(([name]) => name === wire)?.[1]
}

export function fromSex(sex: unknown): string | undefined {
  return Object.entries(SEXES).find(([, name]) => name === sex)?.[0]
}

/** Keys of figures that the wire calls otherwise. */
const FIGURE_NAMES: Readonly<Record<string, string>> = { boys: 'male', girls: 'female' }

export function toGroup({ tally }: Partly<'group'>): Tally {
  return toTally(tally ?? {})
}

export function toTally({ male, female, unknown }: WireTally): Tally {
  return { boys: male ?? 0, girls: female ?? 0, unknown: unknown ?? 0 }
}

export function fromTally({ boys, girls, unknown }: Tally): {
  readonly male: number
  readonly female: number
  readonly unknown: number
} {
  return { male: boys, female: girls, unknown }
}

export function toChild({ sex, ageStatus, decisionNote, disability }: Partly<'child'>): Child {
  return {
    sex: SEXES[sex ?? 'unknown'],
    ageStatus: ageStatus ?? null,
    hasDecisionNote: isNote(decisionNote),
    hasDisability: disability ?? null,
  }
}

/** Null where its class was not known yet. */
export function toParty(party: Partly<'party'>): Party | null {
  if (party.class === undefined) return null
  return {
    partyClass: party.class,
    isUmbrella: party.umbrella ?? false,
    isProvisional: party.provisional ?? false,
    attributes: toAttributes(party),
  }
}

/** `peaceAgreementSignatory` is short for an attribute without dates. */
function toAttributes({
  attributes,
  peaceAgreementSignatory,
}: Partly<'party'>): readonly PartyAttribute[] {
  const named = (attributes ?? []).map(({ name, from, to }) => ({
    name,
    from: from ?? null,
    to: to ?? null,
  }))
  return peaceAgreementSignatory ? [...named, { name: 'signatory', from: null, to: null }] : named
}

export function toRelation({
  type,
  party,
  of,
  from,
  to,
}: z.infer<typeof WireRelation>): PartyRelation {
  return { type, party, of, from: from ?? null, to: to ?? null }
}

export function toListing({ party, sinceReportYear }: z.infer<typeof WireListing>): Listing {
  return { party, sinceReportYear: sinceReportYear ?? null }
}

export function toActionPlan(plan: z.infer<typeof WireActionPlan>): ActionPlan {
  const { id, party, coversMembers, signedOn, violations } = plan
  return { id, party, coversMembers: coversMembers ?? false, signedOn, violations }
}

export function toIncident({ region, context, duplicateOf }: Partly<'incident'>): Incident {
  return {
    region: region ?? null,
    contexts: typeof context === 'string' ? [context] : (context ?? []),
    duplicateOf: duplicateOf ?? null,
  }
}

/** Null where its category or its start was not known yet. */
export function toViolation(violation: Partly<'violation'>): Violation | null {
  const { category, start } = violation
  if (category === undefined || start === undefined) return null
  return {
    category,
    start,
    end: endOf(violation),
    victims: (violation.victims ?? []).flatMap((one) => (one ? toVictim(one) : [])),
    attribution: toAttribution(violation.attribution),
    statuses: (violation.statusHistory ?? []).map(({ on, status }) => ({ on, status })),
    verifiedNotLaterThan: violation.verifiedNotLaterThan ?? null,
    isReRecruitment: violation.reRecruitment ?? false,
    duplicateOf: violation.duplicateOf ?? null,
    ...toFacility(violation),
  }
}

function toFacility({
  facility,
  facilityKind,
  vacated,
}: Partly<'violation'>): Pick<Violation, 'facility' | 'facilityKind' | 'isVacated'> {
  return {
    facility: facility ?? null,
    facilityKind: facilityKind ?? null,
    isVacated: vacated ?? false,
  }
}

/** `regainedFreedomOn` ends an abduction. */
function endOf({ category, end, regainedFreedomOn }: Partly<'violation'>): string | null {
  return (category === 'abduction' ? regainedFreedomOn : undefined) ?? end ?? null
}

function toVictim({ child, group, tally, ...victim }: WireVictim): Victim {
  if (group) return { group }
  if (tally) return { tally: toTally(tally) }
  const { ageAtStart, ageStatus, decisionNote } = victim
  return {
    child: child ?? '',
    ageAtViolation: ageAtStart ?? null,
    ageStatus: ageStatus ?? null,
    hasDecisionNote: typeof decisionNote === 'string' ? isNote(decisionNote) : null,
  }
}

/** Until it is recorded who did it, nobody is identified. */
function toAttribution(attribution: WireAttribution | undefined): Attribution {
  const { kind = 'unidentified', party, parties, status } = attribution ?? {}
  const named = kind === 'party' ? [party ?? parties?.[0]] : (parties ?? [party])
  return {
    kind,
    parties: kind === 'unidentified' ? [] : named.flatMap((one) => one ?? []),
    status: status ?? 'verified',
  }
}

/** `handedOverAt` is short for being handed over to civilians. */
export function toCase({
  child,
  apprehendedAt,
  handedOverAt,
  events,
  ageAssessment,
}: z.infer<typeof WireCase>): DetentionCase {
  const all = [
    ...(events ?? []),
    ...(handedOverAt ? [{ at: handedOverAt, kind: 'handed_over', to: 'civilian' } as const] : []),
  ]
  return {
    child,
    apprehendedAt: toSpan(apprehendedAt),
    events: all
      .flatMap(({ at, kind, to }) => {
        const span = toSpan(at)
        return span ? [{ at: span, kind, to: to ?? null }] : []
      })
      .toSorted((one, other) => one.at.from - other.at.from),
    ageAssessment: ageAssessment ? toAssessment(ageAssessment) : null,
  }
}

function toSpan(text: string | null | undefined): DetentionCase['apprehendedAt'] {
  return readSpan(text ?? '') ?? null
}

function toAssessment(
  assessment: NonNullable<z.infer<typeof WireCase>['ageAssessment']>,
): AgeAssessment {
  const { on, consent, method, assessorBiased, lowerBound } = assessment
  return {
    on: on ?? null,
    hasConsent: consent ?? false,
    method: method ?? null,
    isBiased: assessorBiased ?? false,
    lowerBound: lowerBound ?? null,
  }
}

export function toReport({
  previousCutoff,
  months,
  previousPublished,
  ...report
}: z.infer<typeof WireReport>): Report {
  const { id, kind, start, end, cutoff } = report
  return {
    id,
    kind,
    start,
    end,
    cutoff,
    previousCutoff: previousCutoff ?? null,
    months: months ?? null,
    previousPublished: previousPublished
      ? {
          start: previousPublished.start ?? null,
          end: previousPublished.end ?? null,
          months: previousPublished.months ?? null,
          counts: previousPublished.counts,
        }
      : null,
  }
}

/** A JSON value. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** The figures as `vigil count --json` prints them: those of each report by its id, then those of the whole. */
export function toWire(figures: Figures): Readonly<Record<string, Json>> {
  const { reports, ...whole } = figures
  return Object.fromEntries([...entriesOf(reports), ...entriesOf(whole)])
}

/** The figures of one report alone. */
export function reportToWire(id: string, figures: ReportFigures): Readonly<Record<string, Json>> {
  return Object.fromEntries(entriesOf(new Map([[id, figures]])))
}

/** Tables by row become objects; rows keep their names, fixed keys take those of the wire. */
function toJson(value: unknown): Json {
  if (Array.isArray(value)) return value.map(toJson)
  if (value instanceof Object) return Object.fromEntries(entriesOf(value))
  return value as Json
}

function entriesOf(value: object): readonly (readonly [string, Json])[] {
  return value instanceof Map
    ? [...value].map(([row, cell]) => [String(row), toJson(cell)] as const)
    : Object.entries(value).map(([key, cell]) => [FIGURE_NAMES[key] ?? key, toJson(cell)] as const)
}

function isNote(note: string | null | undefined): boolean {
  return (note ?? '').trim() !== ''
}
