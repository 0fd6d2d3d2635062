/** Lines of at most `columns` characters, broken at blanks; longer words stand alone. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > columns) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

/** A text beside a label, the lines of the text one below the other at `indent`. */
export function beside(label: string, text: string, { indent, columns }: Place): string[] {
  const margin = ' '.repeat(indent)
  const [first = '', ...rest] = wrap(text, columns - indent)
  const fits = label.length < indent
  const opening = fits ? [`${label.padEnd(indent)}${first}`] : [label, `${margin}${first}`]
  return [...opening, ...rest.map((line) => `${margin}${line}`)]
}

/** Where a text begins and where its lines must end, in characters. */
export interface Place {
  readonly indent: number
  readonly columns: number
}

/** As many characters as a line of the terminal has; no limit where nobody looks. */
export function terminalColumns(): number {
  return process.stdout.columns ?? Number.POSITIVE_INFINITY
}
