/** How places in a list are printed: `1.`, `(a)`, `(i)`, `a.`, `i.`, `(1)`. French and Spanish print `a)`, `i)`. */
export type ListStyle =
  | 'number'
  | 'letter'
  | 'roman'
  | 'dotted_letter'
  | 'dotted_roman'
  | 'bracketed'

/** One place in a list: the third letter is `{ style: 'letter', ordinal: 3 }`. */
export interface Place {
  readonly style: ListStyle
  readonly ordinal: number
}

/** The level that the United Nations' own editing rules give each style. */
export const LEVELS = {
  number: 1,
  letter: 2,
  roman: 3,
  dotted_letter: 4,
  dotted_roman: 5,
  bracketed: 6,
} as const satisfies Record<ListStyle, number>

/** Where a marker belongs: in the list that is open at `depth`, or in a new one where `depth` is the number of open lists. */
export interface Placing {
  readonly place: Place
  readonly depth: number
}

interface Option extends Placing {
  /** How far this is from what was expected next. */
  readonly surprise: number
  readonly opensList: boolean
}

const RESTART = 0.5
const BACKWARDS = 100

/** How far ahead an ambiguous marker is looked up; keeps reading linear. */
const HORIZON = 60

/**
 * Decides what a marker means by what is expected next. `(i)` after `(h)` is a letter; `(i)` under a
 * new paragraph is roman; where both are expected, what follows decides: `(j)` or `(ii)`.
 * `open` holds the list places from the outermost to the innermost, null where text opens no list.
 */
export function placeMarker(
  open: readonly (Place | null)[],
  places: readonly Place[],
  ahead: Ahead,
): Placing | null {
  const options = places.flatMap((place) => optionsFor(open, place)).toSorted(byExpectation)
  const [best, second] = options
  if (best === undefined) return null
  if (second === undefined || second.surprise > 0) return best
  return confirmedAhead(best, second, ahead) ? second : best
}

/** What the marker so many blocks ahead can mean; empty where that block has none, null past the end of the list. */
export type Ahead = (steps: number) => readonly Place[] | null

function byExpectation(one: Option, other: Option): number {
  if (one.surprise !== other.surprise) return one.surprise - other.surprise
  if (one.opensList !== other.opensList) return one.opensList ? 1 : -1
  return other.depth - one.depth
}

function optionsFor(open: readonly (Place | null)[], place: Place): Option[] {
  const lists = open.flatMap((one, depth) =>
    one?.style === place.style ? [{ ordinal: one.ordinal, depth }] : [],
  )
  if (lists.length === 0)
    return [{ place, depth: open.length, surprise: place.ordinal - 1, opensList: true }]
  return lists.map(({ ordinal, depth }) => ({
    place,
    depth,
    surprise: surpriseAfter(ordinal, place.ordinal),
    opensList: false,
  }))
}

function surpriseAfter(last: number, ordinal: number): number {
  if (ordinal > last) return ordinal - last - 1
  return ordinal === 1 ? RESTART : BACKWARDS + last - ordinal
}

/** True where the following markers go on from `second` before any goes on from `best`. */
function confirmedAhead(best: Option, second: Option, ahead: Ahead): boolean {
  for (let step = 1; step <= HORIZON; step++) {
    const places = ahead(step)
    if (places === null || holds(places, best.place, 1)) return false
    if (holds(places, second.place, 1)) return true
    if (holds(places, second.place, 0)) return false
  }
  return false
}

function holds(places: readonly Place[], place: Place, steps: number): boolean {
  return places.some((one) => one.style === place.style && one.ordinal === place.ordinal + steps)
}
