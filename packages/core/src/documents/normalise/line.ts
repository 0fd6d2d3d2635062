/** One line as it stands in the source, blank lines left out. Offsets are in UTF-16 units. */
export interface Line {
  /** Offset of the first character that is not blank. */
  readonly at: number
  /** Offset after the last character that is not blank. */
  readonly end: number
  readonly text: string
  /** Blanks in front of the text; a tab leads to the next multiple of eight. */
  readonly indent: number
  /** Blank lines between this line and the one before it. */
  readonly gap: number
  /** Whether a page begins here: a form feed, or furniture of a page, stands before the line. */
  readonly page: boolean
  /** Whether something was taken out of the text between this line and the one before it. */
  readonly cut: boolean
}

/** A line of the source: its offsets, and whether a form feed ends it. */
interface PhysicalLine {
  readonly start: number
  readonly end: number
  readonly feed: boolean
}

const TAB = 8
/** Characters; longer lines are cut, which bounds what a hostile text may cost. */
const LONGEST_LINE = 100_000
/**
 * No document that may be read has more lines. What stands below is not parted into lines but into
 * stretches of that length, which bounds what a hostile text may cost.
 */
const MOST_LINES = 120_000
const LINE_BREAK = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g
const PROVENANCE_END = '# ----'

/**
 * Offset at which the text begins. Lines in front that start with `#` and are closed by `# ----`
 * say where a file comes from; they are not part of its text.
 */
export function startOfText(source: string): number {
  let at = 0
  while (source.charAt(at) === '#') {
    const end = source.indexOf('\n', at)
    const line = source.slice(at, end < 0 ? source.length : end).trimEnd()
    if (line === PROVENANCE_END) return end < 0 ? source.length : end + 1
    if (end < 0) return 0
    at = end + 1
  }
  return 0
}

/** Splits a source into its lines that hold text. */
export function readLines(source: string): Line[] {
  const lines: Line[] = []
  let gap = 0
  let page = false
  for (const { start, end, feed } of physicalLines(source)) {
    const printed = source.slice(start, end).trimEnd()
    const text = printed.trimStart()
    if (text === '') {
      gap += 1
    } else {
      const at = start + printed.length - text.length
      const indent = columns(source.slice(start, at))
      const first = lines.length === 0
      lines.push({
        at,
        end: at + text.length,
        text,
        indent,
        gap: first ? 0 : gap,
        page,
        cut: false,
      })
      gap = 0
      page = false
    }
    page ||= feed
  }
  return lines
}

function* physicalLines(source: string): Generator<PhysicalLine> {
  const begin = startOfText(source)
  let start = begin
  let count = 0
  for (const found of source.slice(begin).matchAll(LINE_BREAK)) {
    const end = begin + found.index
    if (end > start) count += 1
    if (count > MOST_LINES) break
    start = yield* overlong(source, start, end)
    yield { start, end, feed: found[0] === '\f' }
    start = end + found[0].length
  }
  start = yield* overlong(source, start, source.length)
  yield { start, end: source.length, feed: false }
}

/** Cuts a line that no paragraph is as long as at blanks, and tells where its last part begins. */
function* overlong(source: string, from: number, end: number): Generator<PhysicalLine, number> {
  let start = from
  while (end - start > LONGEST_LINE) {
    const blank = source.slice(start + LONGEST_LINE, end).search(/\s/)
    if (blank < 0) return start
    const cut = start + LONGEST_LINE + blank
    yield { start, end: cut, feed: false }
    start = cut
  }
  return start
}

function columns(blanks: string): number {
  let column = 0
  for (const blank of blanks) column += blank === '\t' ? TAB - (column % TAB) : 1
  return column
}
