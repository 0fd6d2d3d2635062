import { noteMark } from '../marks.ts'
import type { Run } from './runs.ts'
import { inReadingOrder, isRightToLeft } from './right-to-left.ts'

/** One line of print. Lengths in points, as in `Run`. */
export interface Line {
  text: string
  x0: number
  x1: number
  y: number
  size: number
  font: string
  rightToLeft: boolean
}

/** Two baselines closer than this share of the font size are one line. */
const SAME_LINE = 0.35
/** A raised or lowered mark stands at most this share of the font size off its line, and is smaller. */
const RAISED = 0.7
const SMALLER = 0.85
/** A gap from this share of the font size on is a blank; below it is kerning. */
const BLANK = 0.15
/** A mark belongs to the word it nearly touches. */
const TOUCHING = 0.5

const SOFT_HYPHEN = '\u{ad}'
const ACCENTS = /^\p{M}+$/u

/** The lines that runs form, from top to bottom, whatever order they came in. */
export function toLines(runs: readonly Run[]): Line[] {
  const rows: Run[][] = []
  const small: Run[] = []
  const usual = usualSize(runs)
  for (const run of runs.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1)
    const above = row?.[0]
    if (run.size < usual * SMALLER && run.text.length <= 4) small.push(run)
    else if (row && above && above.y - run.y <= SAME_LINE * Math.max(above.size, run.size))
      row.push(run)
    else rows.push([run])
  }
  placeMarks(rows, small)
  return rows.map(toLine).sort((a, b) => b.y - a.y)
}

/** The font size most of the text is set in; 0 without text. */
export function usualSize(runs: ReadonlyArray<{ size: number; text: string }>): number {
  const amounts = new Map<number, number>()
  for (const { size, text } of runs) {
    const rounded = Math.round(size * 2) / 2
    amounts.set(rounded, (amounts.get(rounded) ?? 0) + text.length)
  }
  return [...amounts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0]
}

/** Small marks join the line they are raised from; those that touch none are lines of their own. */
function placeMarks(rows: Run[][], marks: readonly Run[]): void {
  const alone: Run[][] = []
  for (const mark of marks) {
    const row = rows.find((candidate) => touches(candidate, mark))
    const other = alone.find(
      ([first]) => first && Math.abs(first.y - mark.y) <= SAME_LINE * mark.size,
    )
    if (row) row.push(mark)
    else if (other) other.push(mark)
    else alone.push([mark])
  }
  rows.push(...alone)
}

function touches(row: readonly Run[], mark: Run): boolean {
  return row.some((run) => {
    const near =
      Math.min(Math.abs(mark.x0 - run.x1), Math.abs(run.x0 - mark.x1)) < TOUCHING * run.size
    return near && Math.abs(mark.y - run.y) < RAISED * run.size && run.size >= mark.size
  })
}

function toLine(runs: readonly Run[]): Line {
  const sorted = withAccents(runs.toSorted((a, b) => a.x0 - b.x0))
  const size = Math.max(...sorted.map((run) => run.size))
  const pieces = sorted.flatMap((run, index) => {
    const before = sorted[index - 1]
    if (index === sorted.length - 1 && isSoftHyphen(run, before)) return [SOFT_HYPHEN]
    const text = isRaisedNumber(run, { runs, size }) ? noteMark(run.text) : run.text
    return before && isBlank(before, run) ? [' ', text] : [text]
  })
  const main = sorted.find((run) => run.size === size)
  return {
    text: inReadingOrder(pieces).replaceAll(/\s+/g, ' ').trim(),
    x0: sorted[0]?.x0 ?? 0,
    x1: Math.max(...sorted.map((run) => run.x1)),
    y: main?.y ?? 0,
    size,
    font: main?.font ?? '',
    rightToLeft: isRightToLeft(pieces),
  }
}

/** Vowel signs and accents printed by themselves go behind the letters they stand over. */
function withAccents(runs: Run[]): Run[] {
  if (!runs.some((run) => ACCENTS.test(run.text))) return runs
  const letters = runs.filter((run) => !ACCENTS.test(run.text)).map((run) => ({ ...run }))
  for (const accent of runs.filter((run) => ACCENTS.test(run.text))) {
    const middle = (accent.x0 + accent.x1) / 2
    const under = letters.find((run) => run.x0 <= middle && middle <= run.x1) ?? letters[0]
    if (under) under.text += accent.text
  }
  return letters
}

function isBlank(before: Run, run: Run): boolean {
  if (/\s$/.test(before.text) || /^\s/.test(run.text)) return false
  return run.x0 - before.x1 >= BLANK * Math.min(before.size, run.size)
}

/**
 * A hyphen at the end of a line that is marked off from the word it touches was set there by the
 * program that broke the line (it carries a replacement text of its own); one the author typed is part
 * of the word's run.
 */
function isSoftHyphen(run: Run, before: Run | undefined): boolean {
  if (!before || !/^[-\u{2010}\u{ad}]$/u.test(run.text)) return false
  return /\p{Ll}$/u.test(before.text) && Math.abs(run.x0 - before.x1) < BLANK * run.size
}

/** Raised digits are marks of notes: written as superscript figures, they cannot grow into numbers. */
function isRaisedNumber(run: Run, line: { runs: readonly Run[]; size: number }): boolean {
  if (run.size > line.size * SMALLER || !/^\d{1,3}$/.test(run.text)) return false
  const level = line.runs.find((other) => other.size === line.size)
  return level !== undefined && run.y > level.y + line.size * 0.1
}
