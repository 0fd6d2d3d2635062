import type { DocumentLanguage } from '../model.ts'
import type { Line } from './line.ts'
import { beginsCaseless, beginsSmall, endsSentence, isLeftOpen } from './ends.ts'
import { markerOf } from './marker.ts'

/** How a text is laid out. */
export interface Layout {
  /** Whether paragraphs run over several lines; otherwise every line is a paragraph. */
  readonly wrapped: boolean
  /** Characters of a full line, its indentation counted. */
  readonly width: number
  /** Blank lines between two lines of one paragraph: 0, or 1 where every second line is blank. */
  readonly gap: 0 | 1
  /** Whether a blank line always parts paragraphs, though they begin with small letters. */
  readonly parted: boolean
  /** The margin of the page each line stands on, by index of the line. */
  readonly margins: readonly number[]
}

/** What is known of a text before it is told whether it is wrapped. */
interface Habit extends Pick<Layout, 'width' | 'gap'> {
  readonly language: DocumentLanguage
}

/** Nobody prints longer lines; a longer one is a whole paragraph. */
const WIDEST_LINE = 200
/** Characters; nobody prints text in narrower columns. */
const NARROWEST_COLUMN = 30
const SHARE_OF_LINES_GOING_ON = 0.1
/** Of the lines that go on, so many must be full; by blank lines between them: none, or everywhere. */
const SHARE_OF_FULL_AMONG_THEM = [0.5, 0.9] as const
const SHARE_OF_FULL_LINES = 0.5
const NEARLY_FULL = 0.75
/** A line that leaves more of the width free although the next word would fit ends on purpose. */
const BROKEN_ON_PURPOSE = 0.8
/** A text of which every second line is blank has fewer lines without a blank one before them. */
const SHARE_OF_SPACED_LINES = 0.8
/** Where more of the lines below a blank one begin small, it is the habit of the text. */
const SHARE_OF_SMALL_BEGINNINGS = 0.5

/** Measures a text: pure, and linear in the number of lines. */
export function measure(lines: readonly Line[], language: DocumentLanguage): Layout {
  const ends = lines.map((line) => line.indent + line.text.length)
  const width = quantile(ends, 0.9)
  const gap = usualGap(lines)
  return {
    wrapped: isWrapped(lines, { width, gap, language }),
    width,
    gap,
    parted: beginSmall(lines.filter((line) => line.gap > gap)),
    margins: marginsOf(lines),
  }
}

/** Whether a line was broken because the first word of the next one did not fit. */
export function isFull(line: Line, next: Line, width: number): boolean {
  const word = next.text.search(/\s|$/)
  return line.indent + line.text.length + 1 + word > width * BROKEN_ON_PURPOSE
}

/** Full lines that go on in the next one, or that end no sentence, betray a wrapped text. */
function isWrapped(lines: readonly Line[], habit: Habit): boolean {
  const { width, gap } = habit
  if (width < NARROWEST_COLUMN || width > WIDEST_LINE) return false
  const open = lines
    .map((line, index) => ({ line, next: lines[index + 1] }))
    .filter(({ line }) => !endsSentence(line.text))
  const full = open.filter(
    ({ line }) => line.indent + line.text.length >= width * NEARLY_FULL,
  ).length
  if (gap === 0 && full >= lines.length * SHARE_OF_FULL_LINES) return true
  const goingOn = open.filter((pair) => goesOn(pair, habit))
  const broken = goingOn.filter(({ line, next }) => next && isFull(line, next, width)).length
  const most = goingOn.length * SHARE_OF_FULL_AMONG_THEM[gap]
  return broken >= Math.max(lines.length * SHARE_OF_LINES_GOING_ON, most)
}

/** Whether a line ends as the first part of a sentence does, or the next one begins as the rest does. */
function goesOn(
  { line, next }: { line: Line; next: Line | undefined },
  { gap, language }: Habit,
): boolean {
  if (next === undefined) return false
  if (beginsSmall(next.text) || isLeftOpen(line.text, language)) return true
  return next.gap <= gap && beginsCaseless(next.text) && markerOf(next.text) === ''
}

function usualGap(lines: readonly Line[]): 0 | 1 {
  const spaced = lines.filter((line) => line.gap > 0).length
  const usual = (lines.length - 1) * SHARE_OF_SPACED_LINES
  return lines.length > 2 && spaced > usual ? 1 : 0
}

function beginSmall(lines: readonly Line[]): boolean {
  const small = lines.filter((line) => beginsSmall(line.text)).length
  return small > lines.length * SHARE_OF_SMALL_BEGINNINGS
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
