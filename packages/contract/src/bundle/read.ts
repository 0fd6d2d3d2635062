import {
  type Child,
  type CountingData,
  type DatedObject,
  DEFAULT_POLICIES,
  type IncidentRecord,
  type Tally,
  type Timeline,
  type Version,
  versionsOf,
  type ViolationRecord,
} from '@vigil/core/counting'
import type { z } from 'zod'
import { type BundleFault, BundleFaultError, faultOf } from './faults.ts'
import {
  toActionPlan,
  toCase,
  toChild,
  toGroup,
  toIncident,
  toListing,
  toParty,
  toRelation,
  toReport,
  toViolation,
} from './glossary.ts'
import {
  BundleFrame,
  PARTLY,
  WireChild,
  WireGroup,
  WireIncident,
  type WireViolation,
} from './schema.ts'

/** A bundle that can be counted, or the first fault that was found. */
export type ReadBundle =
  | { readonly ok: true; readonly data: CountingData }
  | { readonly ok: false; readonly fault: BundleFault }

/**
 * Reads a `vigil-bundle/1` that was parsed from JSON. Never throws: what does not keep the format is one
 * fault with its path. The long lists are taken out of `value` record by record as they are read, so
 * that a bundle never lies in memory twice.
 */
export function readBundle(value: unknown): ReadBundle {
  try {
    return { ok: true, data: readAll(value) }
  } catch (error) {
    if (error instanceof BundleFaultError) return { ok: false, fault: error.fault }
    throw error
  }
}

function readAll(value: unknown): CountingData {
  const frame = parse(BundleFrame, value, [])
  const incidents: IncidentRecord[] = []
  const violations: ViolationRecord[] = []
  takeEach(frame.incidents ?? [], (one, at) => {
    const path = ['incidents', at]
    const { violations: own, ...wire } = parse(WireIncident, one, path)
    const timeline = readVersions(wire, { schema: PARTLY.incident, path, to: toIncident })
    const incident = { id: wire.id, timeline }
    incidents.push(incident)
    for (const [place, violation] of own.entries()) {
      violations.push(readViolation(violation, incident, [...path, 'violations', place]))
    }
  })
  return { ...readHeads(frame), ...readPeople(frame), incidents, violations }
}

function readViolation(
  violation: z.infer<typeof WireViolation>,
  incident: IncidentRecord,
  path: Path,
): ViolationRecord {
  const timeline = readVersions(violation, { schema: PARTLY.violation, path, to: toViolation })
  return { id: violation.id, incident, timeline }
}

type Heads = Omit<CountingData, 'incidents' | 'violations' | 'children' | 'groups'>

function readHeads(frame: BundleFrame): Heads {
  const { regions, detentionCases, funding } = frame
  return {
    policies: policiesOf(frame),
    regions: regions ? new Set(regions.map(({ id }) => id)) : null,
    parties: readParties(frame),
    relations: (frame.partyRelations ?? []).map(toRelation),
    listings: (frame.listings ?? []).map(toListing),
    actionPlans: (frame.actionPlans ?? []).map(toActionPlan),
    detentionCases: detentionCases ? detentionCases.map(toCase) : null,
    funding: funding ?? null,
    reports: (frame.reports ?? []).map(toReport),
  }
}

function policiesOf({ rules, meta }: BundleFrame): CountingData['policies'] {
  const given = rules ?? {}
  return {
    continuingCategories: given.continuingCategories ?? DEFAULT_POLICIES.continuingCategories,
    unattributedRows: given.unattributedRows ?? DEFAULT_POLICIES.unattributedRows,
    publicSuppressionThreshold:
      given.publicSuppressionThreshold ?? DEFAULT_POLICIES.publicSuppressionThreshold,
    handoverDeadlineHours: given.handoverDeadlineHours ?? DEFAULT_POLICIES.handoverDeadlineHours,
    rulesVersion: meta?.rulesVersion ?? DEFAULT_POLICIES.rulesVersion,
  }
}

function readParties({ parties }: BundleFrame): CountingData['parties'] {
  return mapOf(
    (parties ?? []).map((party, at) => {
      const path = ['parties', at]
      const timeline = readVersions(party, { schema: PARTLY.party, path, to: toParty })
      return [party.id, timeline] as const
    }),
    'parties',
  )
}

function readPeople({ children, groups }: BundleFrame): Pick<CountingData, 'children' | 'groups'> {
  const childEntries: [string, Timeline<Child>][] = []
  const groupEntries: [string, Timeline<Tally>][] = []
  takeEach(children ?? [], (one, at) => {
    const path = ['children', at]
    const wire = parse(WireChild, one, path)
    const timeline = readVersions(wire, { schema: PARTLY.child, path, to: toChild })
    childEntries.push([wire.id, timeline])
  })
  takeEach(groups ?? [], (one, at) => {
    const path = ['groups', at]
    const wire = parse(WireGroup, one, path)
    const timeline = readVersions(wire, { schema: PARTLY.group, path, to: toGroup })
    groupEntries.push([wire.id, timeline])
  })
  return { children: mapOf(childEntries, 'children'), groups: mapOf(groupEntries, 'groups') }
}

type Path = readonly PropertyKey[]

function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  path: Path,
): z.infer<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new BundleFaultError(faultOf(parsed.error, value, path))
}

interface VersionReader<Schema extends z.ZodType, Facts> {
  readonly schema: Schema
  readonly path: Path
  /** Null: nothing that can be counted was known yet. */
  readonly to: (wire: z.infer<Schema>) => Facts | null
}

/** Everything that was ever known of a record (K3); each state of it must keep the format. */
function readVersions<Schema extends z.ZodType, Facts>(
  wire: DatedObject & z.infer<Schema>,
  { schema, path, to }: VersionReader<Schema, Facts>,
): Timeline<Facts> {
  const versions = versionsOf(wire)
  return versions.flatMap(({ since, facts }): Version<Facts>[] => {
    const isWhole = versions.length === 1
    const read = to(isWhole ? wire : parse(schema, facts, path))
    return read === null ? [] : [{ since, facts: read }]
  })
}

/** Checks that each id is there once (R-COUNT-5). */
function mapOf<Value>(
  entries: readonly (readonly [string, Value])[],
  list: string,
): ReadonlyMap<string, Value> {
  const map = new Map<string, Value>()
  for (const [at, [id, value]] of entries.entries()) {
    if (map.has(id))
      throw new BundleFaultError({ code: 'twice', path: `${list}.${at}.id`, value: id })
    map.set(id, value)
  }
  return map
}

/** Gives each record to `use` and takes it out of the list. */
function takeEach(list: unknown[], use: (one: unknown, at: number) => void): void {
  for (let at = 0; at < list.length; at += 1) {
    const one = list[at]
    list[at] = null
    use(one, at)
  }
}
