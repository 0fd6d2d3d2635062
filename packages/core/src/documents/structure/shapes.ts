import { symbolOfLine } from '../identify/symbol-line.ts'
import { ANNEX, DATE_LINE, MASTHEAD, PART, SIGNED } from './words.ts'

const HEADING_LENGTH = 220
const ENACTING_LENGTH = 60
const TITLE_LIKE_LENGTH = 120
/** What is looked at of the end of a text; keeps the cost of long texts in proportion. */
const END_LENGTH = 24

/** The end of `text` without quotes, asterisks and blanks, which say nothing about its kind. */
function endOf(text: string): string {
  return text.slice(-END_LENGTH).replace(/[*_“”"«»\s]+$/u, '')
}

/** True where `text` ends as a sentence or a limb of one does; the number of a footnote may follow. */
export function isPunctuated(text: string): boolean {
  return /[.;:,!?…。；：，！？،؛؟]$|\p{L}[.;:,]\d{1,3}$/u.test(endOf(text))
}

/** True for what could be a heading, a line of a masthead or the last lines of a letter: short and without a stop. */
export function isShortLine(text: string): boolean {
  return (
    /[\p{L}\d]/u.test(text) &&
    text.length <= HEADING_LENGTH &&
    !isPunctuated(text) &&
    !text.includes(' | ')
  )
}

/** True for a day on its own, a place before it or not. */
function isDateLine(text: string): boolean {
  return DATE_LINE.test(text)
}

/** True where a short line can be a heading: it does not go on a sentence and is no date, symbol or signature. */
export function isHeadingLike(text: string): boolean {
  return (
    isShortLine(text) &&
    /^[“"«„'‘¿]?[\p{Lu}\p{Lt}\p{Lo}]/u.test(text) &&
    !isDateLine(text) &&
    symbolOfLine(text) === null
  )
}

/** True for the few words of a numbered heading (`1. Public meetings`), never for a paragraph. */
export function isTitleLike(text: string): boolean {
  return text.length <= TITLE_LIKE_LENGTH && isHeadingLike(text)
}

/** True for `(Signed)` and the name after it. */
export function isSignature(text: string): boolean {
  return SIGNED.test(text)
}

/** True for a remark in square brackets: `[Original: French]`. */
export function isBracketed(text: string): boolean {
  return /^[[［].*[\]］]$/u.test(text)
}

/** True for a line of a masthead that is never the title: organ, distribution, day, symbol, session. */
export function isMasthead(text: string): boolean {
  if (text.length > HEADING_LENGTH) return false
  return (
    isDateLine(text) || symbolOfLine(text) !== null || MASTHEAD.some((words) => words.test(text))
  )
}

/** The line by which an organ opens its resolution: `The Security Council,`, `Le Conseil de sécurité,`. */
export function isEnactingLine(text: string): boolean {
  const organ = text.replace(/^[“"«„]\s?/u, '')
  return (
    organ.length <= ENACTING_LENGTH &&
    /^[^\d,،，;:.]{3,}[,،，]$/u.test(organ) &&
    !/^\p{Ll}/u.test(organ)
  )
}

/** What opens an annex and what follows on the same line; null for any other line. */
export function findAnnexMarker(line: string): { marker: string; text: string } | null {
  const bare = line.replace(/^(?:#+\s|\*\*)|\*\*$/gu, '')
  const match = isHeadingLike(bare) ? ANNEX.exec(bare) : null
  if (match === null) return null
  const end = line.indexOf(bare) + match[0].length
  const closing = /^\*+/u.exec(line.slice(end))?.[0].length ?? 0
  return { marker: line.slice(0, end + closing), text: line.slice(end + closing).trimStart() }
}

/** `Rule 5`, `Objective 2`, `Function 1.1`: such a heading never ends the one before it. */
export function isCountedHeading(text: string): boolean {
  return /^\p{Lu}[\p{L} ]{2,30} \d{1,3}(?:\.\d{1,2})*$/u.test(text)
}

/** `Part 1`, `Part Two`, `Partie II`, `Première partie`, `Глава 3`, `第一部分`: nothing but the number of a part. */
export function isPartHeading(text: string): boolean {
  return text.length <= TITLE_LIKE_LENGTH && PART.test(text)
}
