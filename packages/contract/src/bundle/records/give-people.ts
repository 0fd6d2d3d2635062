import type { Facts, Subject } from '@vigil/core/incident'
import { CHILD_FIELDS, type Field, GROUP_FIELDS } from './fields.ts'
import type { Words } from './forms.ts'
import { giveFields } from './give-fields.ts'
import type { JsonObject } from './json.ts'
import type { Kept } from './kept.ts'

/** A child or a group as the record of one incident has it. */
export interface Seen {
  /** What it is called in the bundle. */
  readonly id: string
  readonly subject: Subject
  /** Elements that the entries of this incident say for themselves, and not of the child. */
  readonly own: readonly string[]
  readonly isTouched: (element: string) => boolean
}

/** The children of a bundle: those of the file in their order, then those added here. */
export function giveChildren(
  kept: readonly Kept[],
  seen: readonly Seen[],
  words: Words,
): JsonObject[] {
  return givePeople({ kept, seen, words, fields: CHILD_FIELDS })
}

export function giveGroups(
  kept: readonly Kept[],
  seen: readonly Seen[],
  words: Words,
): JsonObject[] {
  return givePeople({ kept, seen, words, fields: GROUP_FIELDS })
}

interface Giving {
  readonly kept: readonly Kept[]
  readonly seen: readonly Seen[]
  readonly words: Words
  readonly fields: readonly Field[]
}

function givePeople({ kept, seen, words, fields }: Giving): JsonObject[] {
  const byId = Map.groupBy(seen, ({ id }) => id)
  const known = new Set(kept.map(({ id }) => id))
  const added = [...byId.keys()].filter((id) => !known.has(id))
  const all = [...kept, ...added.map((id): Kept => ({ id, rest: { id }, carried: {} }))]
  return all.map(({ id, rest, carried }) => {
    const same = byId.get(id) ?? []
    const isTouched = (element: string): boolean => same.some((one) => one.isTouched(element))
    return giveFields({ facts: factsOf(same), fields, rest, carried, isTouched, words })
  })
}

/** What several incidents say of somebody: what was said last. */
function factsOf(seen: readonly Seen[]): Facts {
  const all = seen.flatMap(({ subject, own }) =>
    Object.entries(subject.facts).filter(([element]) => !own.includes(element)),
  )
  const sorted = all.toSorted(([, one], [, other]) =>
    one.recordedOn === other.recordedOn ? 0 : one.recordedOn < other.recordedOn ? -1 : 1,
  )
  return Object.fromEntries(sorted)
}
