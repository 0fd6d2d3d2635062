import type { Listing, Party, PartyRelation } from './party.ts'
import { nameOn } from './party.ts'
import { umbrellaOn } from './relations.ts'

/** What to print: words as they stand in an annex, or a message of the catalogue `record`. */
export type PrintedName =
  | { readonly text: string }
  | {
      readonly key: 'party.own' | 'party.partOf' | 'party.withAffiliates'
      readonly values: Readonly<Record<string, string>>
    }

/** What is known about parties, and for which reader. */
export interface PartyBook {
  readonly parties: readonly Party[]
  readonly relations: readonly PartyRelation[]
  readonly listings: readonly Listing[]
  readonly language: string
}

/**
 * How a party is named for an act of `day` (R-ATT-6): exactly as in the annexes of the newest annual report
 * up to that year that lists it, else by its name with the umbrella of that day.
 */
export function printedName(book: PartyBook, id: string, day: string): PrintedName {
  const listed = latestListing(book.listings, id, Number(day.slice(0, 4)))
  if (listed && book.language === 'en') return { text: listed.printedName }
  const find = (one: string) => book.parties.find((party) => party.id === one)
  const party = find(id)
  if (!party) return { key: 'party.own', values: { party: id } }
  const name = nameOn(party, day, book.language)
  if (party.isUmbrella) return { key: 'party.withAffiliates', values: { party: name } }
  const umbrella = find(umbrellaOn(book.relations, id, day) ?? '')
  if (!umbrella) return { key: 'party.own', values: { party: name } }
  const whole = nameOn(umbrella, day, book.language)
  return { key: 'party.partOf', values: { party: name, umbrella: whole } }
}

/** The row of the newest annual report up to `year` that lists the party; history is the set of rows. */
export function latestListing(
  listings: readonly Listing[],
  party: string,
  year: number,
): Listing | undefined {
  return listings
    .filter((listing) => listing.party === party && listing.reportYear <= year)
    .sort((one, other) => other.reportYear - one.reportYear)[0]
}
