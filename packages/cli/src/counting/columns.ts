/** A row of a table: its name, then a cell a column. */
export type Row = readonly [name: string, ...cells: readonly (string | number | null)[]]

/** What stands where there is no figure. */
const NOTHING = '–'

/** A table as lines: the title and its columns, then the rows a little further in, figures to the right. */
export function alignRows(title: Row, rows: readonly Row[]): readonly string[] {
  if (rows.length === 0) return []
  const texts = [title, ...rows.map(([name, ...cells]): Row => [`  ${name}`, ...cells])].map(
    (row) => row.map((cell) => (cell === null ? NOTHING : String(cell))),
  )
  const widths = title.map((_, at) => Math.max(...texts.map((row) => row[at]?.length ?? 0)))
  return texts.map((row) =>
    widths
      .map((width, at) =>
        at === 0 ? (row[at] ?? '').padEnd(width) : (row[at] ?? '').padStart(width),
      )
      .join('  ')
      .trimEnd(),
  )
}
