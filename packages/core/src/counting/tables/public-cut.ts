import { sumOf, type Table } from './table.ts'

/** What a cell of a public table says: its count, that it is below the threshold, or nothing. */
export type PublicCell = number | `<${number}` | 'suppressed'

/** A cell that lies in a table of the public. */
interface Cell {
  readonly name: string
  readonly count: number
  readonly shown: PublicCell
}

/**
 * A table for the public with its total (R-PUB-2, K28). Counts from 1 up to below the threshold print as
 * "<5" (by the threshold), the total too. Where what is hidden could be worked out from the total, the
 * least printed cell is suppressed, and the total where none is left.
 */
export function publicCut(table: Table, threshold: number): ReadonlyMap<string, PublicCell> {
  const total = sumOf(table)
  let cells = [...table].map(([name, count]) => ({ name, count, shown: show(count, threshold) }))
  let shownTotal = show(total, threshold)
  while (typeof shownTotal === 'number' && isGivenAway(cells, threshold)) {
    const least = leastPrinted(cells)
    if (least) cells = cells.map((one) => (one === least ? { ...one, shown: 'suppressed' } : one))
    else shownTotal = 'suppressed'
  }
  return new Map([...cells.map(({ name, shown }) => [name, shown] as const), ['total', shownTotal]])
}

function show(count: number, threshold: number): PublicCell {
  return count > 0 && count < threshold ? `<${threshold}` : count
}

/**
 * Whether the printed total tells more of the hidden cells than that they are hidden (K28): there is
 * only one, or their sum is the least or the greatest that their bounds allow.
 */
function isGivenAway(cells: readonly Cell[], threshold: number): boolean {
  const hidden = cells.filter(({ shown }) => typeof shown !== 'number')
  if (hidden.length < 2) return hidden.length === 1
  const sum = hidden.reduce((all, { count }) => all + count, 0)
  const suppressed = hidden.filter(({ shown }) => shown === 'suppressed').length
  const below = hidden.length - suppressed
  const isGreatest = suppressed === 0 && sum === below * (threshold - 1)
  return isGreatest || sum === below + suppressed * threshold
}

/** The smallest cell that is still printed; of several the first by name. */
function leastPrinted(cells: readonly Cell[]): Cell | undefined {
  const printed = cells.filter(({ shown }) => typeof shown === 'number')
  return printed.toSorted((one, other) =>
    one.count === other.count ? (one.name < other.name ? -1 : 1) : one.count - other.count,
  )[0]
}
