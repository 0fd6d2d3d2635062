import type { Ahead } from './place.ts'
import type { Line } from './line.ts'
import { isBracketed, isCountedHeading, isShortLine } from './shapes.ts'

/** What the steps of one reading share: all lines and what follows each. */
export interface Course {
  readonly lines: readonly Line[]
  /** True where only closing lines follow up to the next annex or the end. */
  readonly closes: readonly boolean[]
  /** True where headings alone stand before the next numbered paragraph. */
  readonly leads: readonly boolean[]
  /** True where the next line goes on with the same heading. */
  readonly broken: readonly boolean[]
}

/** Looks once over all lines, so that each can be read by what follows it. */
export function survey(lines: readonly Line[]): Course {
  return {
    lines,
    closes: closingLines(lines),
    leads: leadsToNumber(lines),
    broken: brokenHeadings(lines),
  }
}

const CLOSING_LINES = 6
const JOINED_LINES = 3

/**
 * For each line, whether it and the few that follow up to an annex or the end are closing lines: an
 * office, a place and day.
 */
function closingLines(lines: readonly Line[]): boolean[] {
  let left = CLOSING_LINES
  return backwards(lines, (line) => {
    left = mayClose(line) ? left - 1 : 0
    const closes = left >= 0 && mayClose(line)
    if (line.is === 'annex') left = CLOSING_LINES
    return closes
  })
}

function mayClose(line: Line): boolean {
  if (line.is === 'heading' || line.is === 'signature' || line.is === 'note') return true
  return line.is === 'text' && isShortLine(line.text) && !isBracketed(line.text)
}

/** For each line, whether it and all that follow up to the next numbered paragraph are headings. */
function leadsToNumber(lines: readonly Line[]): boolean[] {
  let before = false
  return backwards(lines, (line) => {
    const leads = before && (line.is === 'heading' || line.is === 'chapter')
    before = leads || line.places.some(({ style }) => style === 'number')
    return leads
  })
}

/**
 * For each line, whether the next one goes on with the same heading. Headings that follow each other
 * are one heading broken over lines; more than three of them are a list of names, each for itself.
 */
function brokenHeadings(lines: readonly Line[]): boolean[] {
  const ends = headingRuns(lines)
  return lines.map((line, index) => {
    const next = lines[index + 1]
    if (next === undefined || (line.is !== 'heading' && line.is !== 'chapter')) return false
    if (next.is === 'text') return /^\p{Ll}/u.test(next.text) && isShortLine(next.text)
    if (next.is !== 'heading' || isCountedHeading(next.text)) return false
    return line.is === 'chapter' ? line.text === '' : (ends[index] ?? 0) <= JOINED_LINES
  })
}

/** For each line, how many headings stand in the run it is part of. */
function headingRuns(lines: readonly Line[]): number[] {
  const runs: number[] = []
  for (let start = 0; start < lines.length; start = runs.length) {
    let end = start
    while (lines[end]?.is === 'heading') end++
    const size = end - start
    for (let index = start; index < Math.max(end, start + 1); index++) runs.push(size)
  }
  return runs
}

function backwards(lines: readonly Line[], judge: (line: Line) => boolean): boolean[] {
  return lines.toReversed().map(judge).toReversed()
}

/** What markers after `index` can mean, up to the next numbered paragraph or annex. */
export function lookAhead(lines: readonly Line[], index: number): Ahead {
  return (steps) => {
    const line = lines[index + steps]
    if (line === undefined || line.is === 'annex' || line.is === 'enacting') return null
    return line.places.some(({ style }) => style === 'number') ? null : line.places
  }
}
