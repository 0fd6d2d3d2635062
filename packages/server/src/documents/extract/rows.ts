/**
 * A table row, given the paragraphs of its cells: one line with tabs between cells that hold one
 * paragraph at most, else its paragraphs one after the other, for then the table only places text.
 */
export function rowOf(cells: readonly (readonly string[])[]): string[] {
  if (cells.some((cell) => cell.length > 1)) return cells.flat()
  const filled = cells.map((cell) => cell[0] ?? '')
  return filled.every((cell) => cell === '') ? [] : [filled.join('\t').trim()]
}

/** One paragraph's text: blanks collapsed, typed line breaks kept, empty lines dropped. */
export function tidy(text: string): string {
  return text
    .replaceAll(/[\u{ad}\u{200b}]/gu, '')
    .split('\n')
    .map((line) => line.replaceAll(/[ \t\r\f]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}
