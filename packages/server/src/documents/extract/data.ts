/** So many rows of so many cells below the heads of the columns make a table of data. */
const LEAST_ROWS = 3
const LEAST_CELLS = 3
/** Heads of columns are short; the first line of a document may not be. */
const LONGEST_HEAD = 60
const DIVIDERS = [',', ';', '\t', '|'] as const
/** Empty lines, and the remarks that some programs write above a table. */
const NO_ROW = /^\s*(?:#|$)/
/** Enough of a table to tell it by, in characters. */
const BEGINNING = 100_000

/**
 * Whether a text is data that a program wrote for a program: JSON, or a table in CSV or TSV. It can be
 * read as text, but has no paragraphs that a person could cite.
 */
export function isData(text: string): boolean {
  return isJson(text) || isTable(text)
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Whether the rows of a text have as many cells as it names columns at its head. */
function isTable(text: string): boolean {
  const lines = unquoted(text.slice(0, BEGINNING)).split('\n')
  // The last one may have been cut.
  if (text.length > BEGINNING) lines.pop()
  const [first, ...rows] = lines.filter((line) => !NO_ROW.test(line))
  if (first === undefined || rows.length < LEAST_ROWS) return false
  return DIVIDERS.some((divider) => {
    const heads = first.split(divider)
    if (heads.length < LEAST_CELLS || !areHeads(heads)) return false
    return rows.every((row) => row.split(divider).length === heads.length)
  })
}

/** Short names, each another. */
function areHeads(cells: readonly string[]): boolean {
  const isEveryShort = cells.every((cell) => /\S/.test(cell) && cell.length <= LONGEST_HEAD)
  return isEveryShort && new Set(cells).size === cells.length
}

/** A quoted cell may hold dividers and line ends (RFC 4180): here it does not. */
function unquoted(text: string): string {
  return text
    .split('"')
    .map((part, index) => (index % 2 === 0 ? part : part.replaceAll(/[\n,;\t|]/g, ' ')))
    .join('')
}
