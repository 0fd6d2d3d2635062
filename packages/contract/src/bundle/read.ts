import {
  type Child,
  type CountingData,
  type DatedObject,
  DEFAULT_POLICIES,
  type IncidentRecord,
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
  BundleHeads,
  BundleLists,
  PARTLY,
  WireChild,
  WireGroup,
  WireIncident,
  WireParty,
  type WireViolation,
} from './schema.ts'

/** A bundle that can be counted, or the first fault that was found. */
export type ReadBundle =
  | { readonly ok: true; readonly data: CountingData }
  | { readonly ok: false; readonly fault: BundleFault }

/** A bundle whose long lists are read entry by entry, however they come. */
export interface BundleSource {
  /** Everything but the long lists. */
  readonly heads: Readonly<Record<string, unknown>>
  readonly children: Iterable<unknown>
  readonly groups: Iterable<unknown>
  readonly incidents: Iterable<unknown>
}

/**
 * Reads a `vigil-bundle/1` that was parsed from JSON. What does not keep the format is one fault with its
 * path, never an exception.
 */
export function readBundle(value: unknown): ReadBundle {
  return catchFault(() => {
    const { children, groups, incidents, ...heads } = parse(BundleLists, value, [])
    return readAll({
      heads,
      children: children ?? [],
      groups: groups ?? [],
      incidents: incidents ?? [],
    })
  })
}

/**
 * Reads a bundle whose long lists come entry by entry, so that it never lies in memory twice. Faults are
 * values as in `readBundle`; what a list itself throws passes through.
 */
export function readBundleSource(source: BundleSource): ReadBundle {
  return catchFault(() => readAll(source))
}

function catchFault(read: () => CountingData): ReadBundle {
  try {
    return { ok: true, data: read() }
  } catch (error) {
    if (error instanceof BundleFaultError) return { ok: false, fault: error.fault }
    throw error
  }
}

function readAll({ heads, children, groups, incidents }: BundleSource): CountingData {
  parse(BundleLists, heads, [])
  const frame = parse(BundleHeads, heads, [])
  return { ...readHeads(frame), ...readPeople(children, groups), ...readRecords(incidents) }
}

function readRecords(list: Iterable<unknown>): Pick<CountingData, 'incidents' | 'violations'> {
  const incidents: IncidentRecord[] = []
  const violations: ViolationRecord[] = []
  for (const one of list) {
    const path = ['incidents', incidents.length]
    const { violations: own, ...wire } = parse(WireIncident, one, path)
    const timeline = readVersions(wire, { schema: PARTLY.incident, path, to: toIncident })
    const incident = { id: wire.id, timeline }
    incidents.push(incident)
    for (const [place, violation] of own.entries()) {
      violations.push(readViolation(violation, incident, [...path, 'violations', place]))
    }
  }
  return { incidents, violations }
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

function readHeads(frame: BundleHeads): Heads {
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

function policiesOf({ rules, meta }: BundleHeads): CountingData['policies'] {
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

function readParties({ parties }: BundleHeads): CountingData['parties'] {
  return readMap('parties', parties ?? [], (one, path) => {
    const party = parse(WireParty, one, path)
    return [party.id, readVersions(party, { schema: PARTLY.party, path, to: toParty })]
  })
}

function readPeople(
  children: Iterable<unknown>,
  groups: Iterable<unknown>,
): Pick<CountingData, 'children' | 'groups'> {
  const shared = new Map<string, Timeline<Child>>()
  return {
    children: readMap('children', children, (one, path) => {
      const wire = parse(WireChild, one, path)
      const timeline = readVersions(wire, { schema: PARTLY.child, path, to: toChild })
      return [wire.id, share(timeline, shared)]
    }),
    groups: readMap('groups', groups, (one, path) => {
      const wire = parse(WireGroup, one, path)
      return [wire.id, readVersions(wire, { schema: PARTLY.group, path, to: toGroup })]
    }),
  }
}

/** Children of whom the same is known share it: there are many of them, and few differences. */
function share(timeline: Timeline<Child>, shared: Map<string, Timeline<Child>>): Timeline<Child> {
  if (timeline.length > 1) return timeline
  const key = JSON.stringify(timeline)
  const known = shared.get(key) ?? timeline
  shared.set(key, known)
  return known
}

/** What a list holds by id, each once (R-COUNT-5). */
function readMap<Value>(
  list: string,
  entries: Iterable<unknown>,
  read: (one: unknown, path: Path) => readonly [string, Value],
): ReadonlyMap<string, Value> {
  const map = new Map<string, Value>()
  let at = 0
  for (const one of entries) {
    const [id, value] = read(one, [list, at])
    if (map.has(id))
      throw new BundleFaultError({ code: 'twice', path: `${list}.${at}.id`, value: id })
    map.set(id, value)
    at += 1
  }
  return map
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
