import type { PlacedLine } from './columns.ts'
import { type Line, usualSize } from './lines.ts'

/** What one page says: its lines, and the notes at its foot, which belong behind the whole text. */
export interface PageText {
  body: string
  notes: string[]
}

/** A step down larger than this share of the usual one parts two paragraphs. */
const PARTED = 1.25
const OTHER_SIZE = 0.08
/** One blank of indentation stands for this share of the font size. */
const BLANK_WIDTH = 0.5
const NOTE_SIZE = 0.93
const LARGER = 1.05
const RAISED_MARK = /^[⁰¹²³⁴⁵⁶⁷⁸⁹]+\s?\S/u
const MARK = /^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d+|[*†‡]+)/u
const PLAIN_MARK = /^(?:\d{1,3}\s|[*†‡]+)\s*\S/u

/** Writes the lines of a page: indented as printed, a blank line where paragraphs are set apart. */
export function writePage(lines: readonly PlacedLine[]): PageText {
  const size = usualSize(lines)
  const { body, notes } = splitNotes(lines, size)
  const step = usualStep(body)
  const written: string[] = []
  for (const [index, line] of body.entries()) {
    const above = body[index - 1]
    if (isHeadingOnNewPage(line, index, size)) written.push('', '')
    else if (above && isParted(above, line, step)) written.push('')
    written.push(' '.repeat(blanksBefore(line)) + line.text)
  }
  return { body: written.join('\n'), notes }
}

/** Whether two lines in reading order are set apart: a wider step down, or letters of another size. */
function isParted(above: Line, line: Line, step: number): boolean {
  const size = Math.max(above.size, line.size)
  if (Math.abs(above.size - line.size) > OTHER_SIZE * size) return true
  return above.y - line.y > PARTED * step * size
}

/**
 * A heading that opens a page, below the running head at most. It is set two lines apart: nothing
 * else tells that the paragraph on the page before is over.
 */
function isHeadingOnNewPage(line: Line, index: number, size: number): boolean {
  return index <= 2 && line.size > size * (1 + OTHER_SIZE)
}

/** The commonest step from line to line, as a share of the font size. */
function usualStep(lines: readonly Line[]): number {
  const steps = new Map<number, number>()
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]
    if (!above || above.size !== line.size || above.y <= line.y) continue
    const step = Math.round(((above.y - line.y) / line.size) * 20) / 20
    steps.set(step, (steps.get(step) ?? 0) + 1)
  }
  const [step] = [...steps].reduce((best, next) => (next[1] > best[1] ? next : best), [1.2, 0])
  return Math.min(step, 3)
}

function blanksBefore(line: PlacedLine): number {
  const { left, right } = line.column
  const distance = line.rightToLeft ? right - line.x1 : line.x0 - left
  return Math.min(80, Math.max(0, Math.round(distance / (line.size * BLANK_WIDTH))))
}

/** Notes stand below the text and begin with a raised mark, or with a plain one in smaller letters. */
function splitNotes(lines: readonly PlacedLine[], size: number) {
  const notes: string[] = []
  const body: PlacedLine[] = []
  let note: PlacedLine | null = null
  for (const [index, line] of lines.entries()) {
    if (isNote(line, size) && isBelowText(line, lines.slice(index + 1))) {
      note = line
      notes.push(line.text.replace(MARK, '$& ').replace('  ', ' '))
    } else if (note && goesOn(note, line)) {
      note = line
      notes[notes.length - 1] += ` ${line.text}`
    } else {
      note = null
      body.push(line)
    }
  }
  return { body, notes }
}

function isNote(line: Line, size: number): boolean {
  return RAISED_MARK.test(line.text) || (line.size < size * NOTE_SIZE && PLAIN_MARK.test(line.text))
}

function goesOn(note: Line, line: Line): boolean {
  const step = note.y - line.y
  return (
    step > 0 && step < 1.6 * note.size && Math.abs(line.size - note.size) <= OTHER_SIZE * note.size
  )
}

/** Nothing but notes and page numbers follows below it in the same column. */
function isBelowText(note: Line, rest: readonly Line[]): boolean {
  return !rest.some((line) => {
    const isBeside = line.x0 < note.x1 && line.x1 > note.x0
    return isBeside && line.y < note.y && line.size > note.size * LARGER && line.text.length > 20
  })
}
