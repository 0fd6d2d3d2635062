/** A table of counts by row; only rows that have a count (K8). */
export type Table = ReadonlyMap<string, number>

/** Adds up `amount` by `row`; an item whose row is null stands in none, and a row of 0 is left out (K8). */
export function tabulate<Item>(
  items: Iterable<Item>,
  row: (item: Item) => string | null,
  amount: (item: Item) => number,
): Table {
  const table = new Map<string, number>()
  for (const item of items) {
    const [key, more] = [row(item), amount(item)]
    if (key !== null && more > 0) table.set(key, (table.get(key) ?? 0) + more)
  }
  return table
}

/** The sum of all rows. */
export function sumOf(table: Table): number {
  let total = 0
  for (const count of table.values()) total += count
  return total
}
