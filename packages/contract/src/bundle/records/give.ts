import { type GivenIncident, giveIncident } from './give-incident.ts'
import { giveChildren, giveGroups } from './give-people.ts'
import type { Words } from './forms.ts'
import type { JsonObject } from './json.ts'
import type { BundleParts, KeptPeople } from './kept.ts'

/** What a bundle holds beside the records of its incidents. */
export interface BundleRest {
  readonly people: KeptPeople
  readonly parts: BundleParts
  /** Undefined for a text that was destroyed. */
  readonly words: Words
}

/**
 * Records as a `vigil-bundle/1`, the way back from `actionsOfBundle`: incidents of the file in their order
 * there, then those made here. What nobody changed stands as it stood in the file; what was set, corrected or
 * decided here stands as the record has it now. What was entered by mistake is left out. A record made here
 * is called by its own id. Corrections and dates of knowledge of the file stand as they stood; since when
 * a change made here is known is not written yet, so a figure as of a day before it follows the change.
 */
export function bundleOfRecords(
  records: readonly GivenIncident[],
  { people, parts, words }: BundleRest,
): JsonObject {
  const placeOf = ({ kept }: GivenIncident): number => kept?.place ?? Number.MAX_SAFE_INTEGER
  const sorted = records.toSorted((one, other) => placeOf(one) - placeOf(other))
  const names = new Map(
    sorted.flatMap(({ actions: [first], kept }) =>
      first && kept ? [[first.incident, kept.id] as const] : [],
    ),
  )
  const written = sorted.flatMap((record) => giveIncident(record, words, names) ?? [])
  const seen = {
    children: written.flatMap(({ children }) => children),
    groups: written.flatMap(({ groups }) => groups),
  }
  const lists = {
    children: giveChildren(people.children, seen.children, words),
    groups: giveGroups(people.groups, seen.groups, words),
    incidents: written.map(({ wire }) => wire),
  }
  const present = Object.entries(lists).filter(([, list]) => list.length > 0)
  return { ...(parts as JsonObject), ...Object.fromEntries(present) }
}
