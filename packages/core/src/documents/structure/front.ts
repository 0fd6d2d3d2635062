import type { Line, LineShape } from './line.ts'
import { GROUP } from '../identify/organs.ts'
import { findTitleWords, isByline } from '../identify/title-words.ts'
import {
  isBracketed,
  isCountedHeading,
  isHeadingLike,
  isMasthead,
  isPartHeading,
  isPunctuated,
  isShortLine,
} from './shapes.ts'

/** Lines `[0, body)` stand before the body; those of `[from, to)` are the title. No title: `from` equals `to`. */
export interface Front {
  readonly body: number
  readonly from: number
  readonly to: number
}

/** A title and, where the line after it only says who reports, the place after that line. */
interface Title {
  readonly from: number
  readonly to: number
  readonly end: number
}

const LONGEST_FRONT = 60
const LONGEST_TITLE = 600
const TITLE_LINES = 4
const OPENERS: readonly LineShape[] = ['enacting', 'place', 'annex']

/** Finds where the body of a document begins and which of the lines before it are its title. */
export function readFront(lines: readonly Line[]): Front {
  const enacting = findEnacting(lines)
  const opening = lines.slice(0, LONGEST_FRONT).findIndex(opensBody)
  const end = enacting ?? (opening < 0 ? Math.min(lines.length, LONGEST_FRONT) : opening)
  const front = lines.slice(0, end)
  const { from, to, end: after } = findTitle(front)
  if (enacting !== null) return { from, to, body: end }
  return { from, to, body: opening < 0 ? after : headingsBefore(front, after) }
}

/** The place of an enacting line before anything numbered; null where there is none. */
function findEnacting(lines: readonly Line[]): number | null {
  const marked = lines.slice(0, LONGEST_FRONT).find(({ is }) => OPENERS.includes(is))
  return marked?.is === 'enacting' ? lines.indexOf(marked) : null
}

function findTitle(front: readonly Line[]): Title {
  const told = front.findIndex(({ text }) => tellsKind(text))
  const from = told < 0 ? front.findIndex(mayBeTitle) : told
  const first = front[from]
  if (first === undefined) return { from: 0, to: 0, end: 0 }
  if (findTitleWords(first.text)?.whole === true) {
    const to = runEnd(front, from, goesOn)
    return { from, to, end: to }
  }
  return titleAround(front, from)
}

/** A title over several lines; a line that only says who reports ends it. */
function titleAround(front: readonly Line[], told: number): Title {
  const from = runStart(front, told)
  const [above = '', line = ''] = [front[from]?.text, front[told]?.text]
  if (from < told && isByline(line) && !GROUP.test(above)) return { from, to: told, end: told + 1 }
  const to = runEnd(front, told, (next) => goesOn(next) || mayJoinTitle(next))
  return { from, to, end: to }
}

/** Where the headings begin that stand right before the body, after a title and what follows it. */
function headingsBefore(front: readonly Line[], title: number): number {
  let start = front.length
  while (start > title && front.slice(start - 1, start).some(mayBeTitle)) start--
  return start
}

/** A title may be long where it tells who wrote to whom, but it is no sentence. */
function tellsKind(text: string): boolean {
  if (text.length > LONGEST_TITLE || isPunctuated(text) || isBracketed(text)) return false
  return findTitleWords(text) !== undefined
}

function opensBody({ is, text }: Line): boolean {
  return is === 'text' ? isPunctuated(text) && !isMasthead(text) : is !== 'heading'
}

function mayBeTitle(line: Line): boolean {
  return isHeadingLike(line.text) && !isMasthead(line.text)
}

/** The number of a part is a heading of its own, not the last words of a title. */
function mayJoinTitle(line: Line): boolean {
  return mayBeTitle(line) && !isCountedHeading(line.text) && !isPartHeading(line.text)
}

function runStart(front: readonly Line[], from: number): number {
  let start = from
  while (
    start > 0 &&
    from - start < TITLE_LINES &&
    front.slice(start - 1, start).some(mayJoinTitle)
  )
    start--
  return start
}

function runEnd(front: readonly Line[], from: number, joins: (line: Line) => boolean): number {
  let end = from + 1
  while (end - from < TITLE_LINES && front.slice(end, end + 1).some(joins)) end++
  return end
}

/** Every title may be broken over lines; the next one then begins with a small letter. */
function goesOn({ text }: Line): boolean {
  return /^\p{Ll}/u.test(text) && isShortLine(text) && !isMasthead(text)
}
