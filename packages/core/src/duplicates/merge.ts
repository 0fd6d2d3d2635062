import { z } from 'zod'
import type { Deed } from '../incident/actions/action.ts'
import { REGISTERS } from '../incident/entries.ts'
import { findSubject, findViolation } from '../incident/find.ts'
import type { IncidentRecord, Subject } from '../incident/record.ts'
import { headsOf } from '../incident/registers.ts'

/** Why two incidents are not joined. */
export type MergeFault =
  | 'itself'
  | 'duplicateAlready'
  | 'survivorIsDuplicate'
  | 'voided'
  | 'notJoined'

/** What is stored in each of the two incidents, together or not at all. */
export interface Joining {
  readonly inDuplicate: readonly Deed[]
  readonly inSurvivor: readonly Deed[]
}

interface Pair {
  readonly duplicate: IncidentRecord
  readonly survivor: IncidentRecord
}

/**
 * Joins a duplicate to the incident that survives (R-COUNT-11): the duplicate is out of every count, and
 * its sources stand beside those of the survivor, under the ids they have, so that corroboration is kept.
 * Each supports there the violations of the category that it supported here.
 */
export function joinDuplicate(pair: Pair, reason: string): Joining | MergeFault {
  const { duplicate, survivor } = pair
  if (duplicate.id === survivor.id) return 'itself'
  if (duplicate.duplicateOf !== null) return 'duplicateAlready'
  if (survivor.duplicateOf !== null) return 'survivorIsDuplicate'
  if (duplicate.incident.voided || survivor.incident.voided) return 'voided'
  return {
    inDuplicate: [marking(duplicate, survivor.id, reason)],
    inSurvivor: duplicate.sources
      .filter(({ voided }) => !voided)
      .flatMap((source) => takeOver(source, pair, reason)),
  }
}

/** Takes the two apart again: the duplicate counts by itself, and its sources leave the survivor. */
export function separateDuplicate(
  { duplicate, survivor }: Pair,
  reason: string,
): Joining | MergeFault {
  if (duplicate.duplicateOf !== survivor.id) return 'notJoined'
  const taken = survivor.sources.filter(({ id }) => duplicate.sources.some((own) => own.id === id))
  return {
    inDuplicate: [marking(duplicate, null, reason)],
    inSurvivor: taken.map(({ id }) => voiding(survivor, { id, voided: true, reason })),
  }
}

function marking({ registers }: IncidentRecord, of: string | null, reason: string): Deed {
  return { kind: 'duplicate', of, reason, replaces: headsOf(registers, REGISTERS.duplicate) }
}

function voiding(
  { registers }: IncidentRecord,
  {
    id,
    voided,
    reason,
  }: { readonly id: string; readonly voided: boolean; readonly reason: string },
): Deed {
  const replaces = headsOf(registers, REGISTERS.voided(id))
  return { kind: 'void', subject: id, voided, reason, replaces }
}

/** A source that was taken over before is only made valid again. */
function takeOver(source: Subject, pair: Pair, reason: string): Deed[] {
  const { survivor } = pair
  const { id } = source
  if (findSubject(survivor, id)) return [voiding(survivor, { id, voided: false, reason })]
  const facts = Object.entries(source.facts).flatMap(([element, { value }]): Deed[] => {
    if (value === undefined) return []
    const claims = [{ value: z.json().parse(value), sources: [] }]
    return [{ kind: 'set', subject: id, element, claims, stands: 0, replaces: [] }]
  })
  const links = supportedBy(source, pair).map((to): Deed => ({
    kind: 'link',
    link: 'supports',
    from: id,
    to,
    linked: true,
    replaces: [],
  }))
  return [{ kind: 'add', added: id, subject: 'source', category: null }, ...facts, ...links]
}

function supportedBy({ id }: Subject, { duplicate, survivor }: Pair): string[] {
  const categories = duplicate.links
    .filter(({ link, from }) => link === 'supports' && from === id)
    .map(({ to }) => findViolation(duplicate, to)?.category)
  return survivor.violations
    .filter(({ category, voided }) => !voided && categories.includes(category))
    .map((violation) => violation.id)
}
