/** Sex of a child as recorded; what is unknown is never imputed (R-COUNT-10). */
export type Sex = 'boy' | 'girl' | 'unknown'

/** How many boys, girls, and children whose sex is not known; the total is always derived (R-COUNT-10). */
export interface Tally {
  readonly boys: number
  readonly girls: number
  readonly unknown: number
}

export const NOBODY: Tally = { boys: 0, girls: 0, unknown: 0 }

/** One child of a sex. Unknown stays unknown and is never imputed (R-COUNT-10). */
export const ONE: Readonly<Record<Sex, Tally>> = {
  boy: { boys: 1, girls: 0, unknown: 0 },
  girl: { boys: 0, girls: 1, unknown: 0 },
  unknown: { boys: 0, girls: 0, unknown: 1 },
}

/** The total, derived. */
export function totalOf({ boys, girls, unknown }: Tally): number {
  return boys + girls + unknown
}

/** All of them together. */
export function sumTallies(tallies: Iterable<Tally>): Tally {
  let [boys, girls, unknown] = [0, 0, 0]
  for (const tally of tallies) {
    boys += tally.boys
    girls += tally.girls
    unknown += tally.unknown
  }
  return { boys, girls, unknown }
}

/** A tally as tables print it, with its total. */
export function withTotal(tally: Tally): Tally & { readonly total: number } {
  return { total: totalOf(tally), ...tally }
}
