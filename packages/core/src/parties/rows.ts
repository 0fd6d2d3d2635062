import { type Attribution, partiesOf } from '../incident/values/attribution.ts'
import type { Party } from './party.ts'
import { isProvisional } from './party.ts'
import type { AttributionStatus, PartyClass } from './vocabulary.ts'

/** The one row of a table in which a counted unit stands (R-ATT-1), and how it rolls up. */
export interface AttributionRow {
  /** `unidentified`, an id, or `joint:A+B` and `crossfire:A+B` with ids by code unit (K10). */
  readonly row: string
  /** Null where it counts as not attributed. */
  readonly class: PartyClass | 'mixed' | null
}

/** What the row of a unit depends on beside the attribution. */
export interface RowCircumstances {
  readonly status: AttributionStatus
  /** The date of the act, by which a party is provisional or not. */
  readonly day: string
  /** Whether the table leaves the country. */
  readonly transmitted: boolean
  readonly findParty: (id: string) => Party | undefined
}

const UNIDENTIFIED: AttributionRow = { row: 'unidentified', class: null }

/**
 * The row of a counted unit (R-ATT-1, K10, K19). What is alleged prints as unidentified, and its parties
 * nowhere (R-ATT-2). A provisional party does too, in what leaves the country, with its class unchanged
 * (R-ATT-5).
 */
export function rowOf(
  attribution: Attribution,
  { status, day, transmitted, findParty }: RowCircumstances,
): AttributionRow {
  if (attribution.kind === 'unidentified' || status === 'alleged') return UNIDENTIFIED
  const ids = [...partiesOf(attribution)].sort()
  const parties = ids.flatMap((id) => findParty(id) ?? [])
  const isHidden = transmitted && parties.some((party) => isProvisional(party, day))
  if (attribution.kind === 'crossfire') {
    return { row: isHidden ? 'crossfire' : `crossfire:${ids.join('+')}`, class: null }
  }
  const row = attribution.kind === 'joint' ? `joint:${ids.join('+')}` : ids.join('+')
  return { row: isHidden ? UNIDENTIFIED.row : row, class: classOf(parties) }
}

function classOf(parties: readonly Party[]): AttributionRow['class'] {
  const classes = [...new Set(parties.map((party) => party.class))]
  return classes.length > 1 ? 'mixed' : (classes[0] ?? null)
}
