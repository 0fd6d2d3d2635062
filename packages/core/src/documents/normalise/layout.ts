import type { Line } from './line.ts'
import { beginsSmall, endsSentence } from './ends.ts'

/** How a text is laid out. */
export interface Layout {
  /** Whether paragraphs run over several lines; otherwise every line is a paragraph. */
  readonly wrapped: boolean
  /** Characters of a full line, its indentation counted. */
  readonly width: number
  /** Blank lines between two lines of one paragraph: 0, or 1 where every second line is blank. */
  readonly gap: number
  /** The margin of the page each line stands on, by index of the line. */
  readonly margins: readonly number[]
}

/** Nobody prints longer lines; a longer one is a whole paragraph. */
const WIDEST_LINE = 200
/** Characters; nobody prints text in narrower columns. */
const NARROWEST_COLUMN = 30
const SHARE_OF_LINES_GOING_ON = 0.1
const SHARE_OF_FULL_LINES = 0.5
const NEARLY_FULL = 0.75

/** Measures a text: pure, and linear in the number of lines. */
export function measure(lines: readonly Line[]): Layout {
  const ends = lines.map((line) => line.indent + line.text.length)
  const width = quantile(ends, 0.9)
  return {
    wrapped: isWrapped(lines, width),
    width,
    gap: usualGap(lines),
    margins: marginsOf(lines),
  }
}

/** Lines that begin with a small letter, or full lines that end no sentence, betray a wrapped text. */
function isWrapped(lines: readonly Line[], width: number): boolean {
  if (width < NARROWEST_COLUMN || width > WIDEST_LINE) return false
  let goingOn = 0
  let full = 0
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]
    const open = !endsSentence(line.text)
    if (above && beginsSmall(line.text) && !endsSentence(above.text)) goingOn += 1
    if (open && line.indent + line.text.length >= width * NEARLY_FULL) full += 1
  }
  return (
    goingOn >= lines.length * SHARE_OF_LINES_GOING_ON || full >= lines.length * SHARE_OF_FULL_LINES
  )
}

function usualGap(lines: readonly Line[]): number {
  const spaced = lines.filter((line) => line.gap > 0).length
  return spaced > lines.length / 2 ? 1 : 0
}

/** The commonest indentation of each page, for extraction may shift a page as a whole. */
function marginsOf(lines: readonly Line[]): number[] {
  const margins: number[] = []
  let from = 0
  for (let index = 1; index <= lines.length; index++) {
    if (index < lines.length && !lines[index]?.page) continue
    const margin = commonest(lines.slice(from, index).map((line) => line.indent))
    while (margins.length < index) margins.push(margin)
    from = index
  }
  return margins
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best = 0
  for (const [value, count] of counts) {
    const bestCount = counts.get(best) ?? 0
    if (count > bestCount || (count === bestCount && value < best)) best = value
  }
  return best
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil((sorted.length - 1) * share)] ?? 0
}
