import type { Timeline } from '../facts/timeline.ts'
import type { CountingData, Incident, IncidentRecord, Victim, ViolationRecord } from '../model.ts'
import { findFirst, type Refusal } from './refusal.ts'

/** Every child, group, party, region and surviving record that is named must be there. */
export function checkReferences(data: CountingData): Refusal | undefined {
  const known = knownIds(data)
  return (
    findFirst(data.incidents, (one) => checkIncident(one, data, known)) ??
    findFirst(data.violations, (one) => checkViolation(one, data, known)) ??
    checkCases(data) ??
    checkPartyNames(data)
  )
}

/** What something can be a duplicate of. */
function knownIds({ incidents, violations }: CountingData): ReadonlySet<string> {
  return new Set([...incidents.map(({ id }) => id), ...violations.map(({ id }) => id)])
}

/** All that was ever known of something. */
function everKnown<Facts>(timeline: Timeline<Facts>): readonly Facts[] {
  return timeline.map(({ facts }) => facts)
}

function checkIncident(
  { id, timeline }: IncidentRecord,
  { regions }: CountingData,
  known: ReadonlySet<string>,
): Refusal | undefined {
  return findFirst(everKnown<Incident>(timeline), ({ region, duplicateOf }) => {
    if (duplicateOf !== null && !known.has(duplicateOf))
      return { code: 'bundle.unknownDuplicate', ids: [id, duplicateOf] }
    if (region !== null && regions?.has(region) === false)
      return { code: 'bundle.unknownRegion', ids: [id, region] }
    return undefined
  })
}

function checkViolation(
  { id, timeline }: ViolationRecord,
  data: CountingData,
  known: ReadonlySet<string>,
): Refusal | undefined {
  return findFirst(everKnown(timeline), ({ victims, attribution, duplicateOf }) => {
    if (duplicateOf !== null && !known.has(duplicateOf))
      return { code: 'bundle.unknownDuplicate', ids: [id, duplicateOf] }
    const party = attribution.parties.find((one) => !data.parties.has(one))
    if (party !== undefined) return { code: 'bundle.unknownParty', ids: [id, party] }
    return findFirst(victims, (victim) => checkVictim(victim, id, data))
  })
}

function checkVictim(
  victim: Victim,
  id: string,
  { children, groups }: CountingData,
): Refusal | undefined {
  if ('child' in victim && !children.has(victim.child))
    return { code: 'bundle.unknownChild', ids: [id, victim.child] }
  if ('group' in victim && !groups.has(victim.group))
    return { code: 'bundle.unknownGroup', ids: [id, victim.group] }
  return undefined
}

function checkCases({ detentionCases, children }: CountingData): Refusal | undefined {
  return findFirst(detentionCases ?? [], ({ child }) =>
    children.has(child)
      ? undefined
      : { code: 'bundle.unknownChild', ids: ['detentionCases', child] },
  )
}

function checkPartyNames({ parties, relations, actionPlans }: CountingData): Refusal | undefined {
  const named = [
    ...relations.flatMap(({ party, of }) => [
      ['partyRelations', party] as const,
      ['partyRelations', of] as const,
    ]),
    ...actionPlans.map(({ id, party }) => [id, party] as const),
  ]
  return findFirst(named, ([where, party]) =>
    parties.has(party) ? undefined : { code: 'bundle.unknownParty', ids: [where, party] },
  )
}
