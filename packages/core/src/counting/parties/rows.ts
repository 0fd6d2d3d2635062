import type { Day } from '../facts/days.ts'
import type { PartyClass } from '../../parties/vocabulary.ts'
import type { Attribution, CountingData, Party } from '../model.ts'
import { knownOn } from '../facts/timeline.ts'

/** A row of the table of classes: of one party, of several that act together, or of nobody singled out. */
export type ClassRow = PartyClass | 'mixed' | 'crossfire' | 'unidentified'

/** The register of parties, and from when one looks. */
export type PartyRegister = Pick<CountingData, 'parties'> & { readonly asOf: Day }

const UNIDENTIFIED = 'unidentified'

/** What was known about a party; undefined where the register does not hold it. */
export function findParty(party: string, { parties, asOf }: PartyRegister): Party | undefined {
  const timeline = parties.get(party) ?? []
  return knownOn(timeline, asOf) ?? timeline[0]?.facts
}

/**
 * The one row in which a unit stands (R-ATT-1, K10): a party; several that acted together or clashed,
 * named in the order of their ids; or nobody. An attribution that is only alleged prints as
 * unidentified, and so does a party that is provisional (R-ATT-2, R-ATT-5, K19).
 */
export function rowOf(attribution: Attribution, register: PartyRegister): string {
  if (isUnidentified(attribution)) return UNIDENTIFIED
  const names = printedNames(attribution.parties, register)
  if (attribution.kind === 'party') return names[0] ?? UNIDENTIFIED
  return names.length === 0 ? attribution.kind : `${attribution.kind}:${names.join('+')}`
}

/** Each party once, by the order of code units; one that may not be named stands as unidentified. */
function printedNames(parties: readonly string[], register: PartyRegister): readonly string[] {
  const names = parties.map((id) => (findParty(id, register)?.isProvisional ? UNIDENTIFIED : id))
  return [...new Set(names)].toSorted()
}

/**
 * The class that an act counts for (K10, K11): that of its party, also of a provisional one (K19); of
 * several that acted together their class where it is the same, and mixed otherwise.
 */
export function classOf(attribution: Attribution, register: PartyRegister): ClassRow {
  if (isUnidentified(attribution)) return UNIDENTIFIED
  if (attribution.kind === 'crossfire') return 'crossfire'
  const classes = new Set(attribution.parties.map((id) => findParty(id, register)?.partyClass))
  const [only] = classes
  return classes.size > 1 ? 'mixed' : (only ?? UNIDENTIFIED)
}

/** The one party that an act is attributed to and that may be named; null where there is none (K16). */
export function namedParty(attribution: Attribution, register: PartyRegister): string | null {
  if (attribution.kind !== 'party' || isUnidentified(attribution)) return null
  const [party = null] = attribution.parties
  return party === null || findParty(party, register)?.isProvisional ? null : party
}

function isUnidentified({ kind, status }: Attribution): boolean {
  return kind === 'unidentified' || status === 'alleged'
}
