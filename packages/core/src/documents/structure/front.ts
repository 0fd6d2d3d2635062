import type { Line } from './line.ts'
import { findTitleWords } from '../identify/title-words.ts'
import { isBracketed, isHeadingLike, isMasthead, isPunctuated, isShortLine } from './shapes.ts'

/** Lines `[0, body)` stand before the body; those of `[from, to)` are the title. No title: `from` equals `to`. */
export interface Front {
  readonly body: number
  readonly from: number
  readonly to: number
}

const LONGEST_FRONT = 60
const TITLE_LINES = 4

/** Finds where the body of a document begins and which of the lines before it are its title. */
export function readFront(lines: readonly Line[]): Front {
  const body = bodyStart(lines)
  const front = lines.slice(0, body)
  const told = front.findIndex(
    (line) => findTitleWords(line.text) !== undefined && !isBracketed(line.text),
  )
  const from = told < 0 ? front.findIndex(mayBeTitle) : told
  if (from < 0) return { body, from: 0, to: 0 }
  if (findTitleWords(front[from]?.text ?? '')?.whole === true)
    return { body, from, to: broken(front, from) }
  return { body, from: runStart(front, from), to: runEnd(front, from) }
}

/** The body begins at the enacting line; where there is none, at the first number, chapter, annex or sentence. */
function bodyStart(lines: readonly Line[]): number {
  const first = lines.findIndex(opensBody)
  const enacting = lines.slice(0, LONGEST_FRONT).findIndex((line) => line.is === 'enacting')
  const numbered = lines.findIndex((line) => line.is === 'place' || line.is === 'annex')
  if (enacting >= 0 && (numbered < 0 || enacting < numbered)) return enacting
  return first < 0 ? lines.length : first
}

function opensBody(line: Line): boolean {
  if (line.is === 'text')
    return (
      isPunctuated(line.text) && !isMasthead(line.text) && findTitleWords(line.text) === undefined
    )
  return line.is !== 'heading'
}

function mayBeTitle(line: Line): boolean {
  return isHeadingLike(line.text) && !isMasthead(line.text)
}

function runStart(front: readonly Line[], from: number): number {
  let start = from
  while (start > 0 && from - start < TITLE_LINES && front.slice(start - 1, start).some(mayBeTitle))
    start--
  return start
}

function runEnd(front: readonly Line[], from: number): number {
  let end = from + 1
  while (end - from < TITLE_LINES && front.slice(end, end + 1).some(mayBeTitle)) end++
  return end
}

/** A title that stands alone may still be broken over lines; the next one then begins with a small letter. */
function broken(front: readonly Line[], from: number): number {
  let end = from + 1
  while (end - from < TITLE_LINES && front.slice(end, end + 1).some(goesOn)) end++
  return end
}

function goesOn({ text }: Line): boolean {
  return /^\p{Ll}/u.test(text) && isShortLine(text) && !isMasthead(text)
}
