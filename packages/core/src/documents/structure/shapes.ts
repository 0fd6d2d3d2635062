import { ANNEX, DATE_LINE, MASTHEAD, SIGNED, SYMBOL } from './words.ts'

const HEADING_LENGTH = 220
const ENACTING_LENGTH = 60
const TITLE_LIKE_LENGTH = 120
const BARE = /[*_“”"«»\s]+$/u

/** `text` without the quotes, asterisks and blanks at its end, which say nothing about its kind. */
function withoutEnd(text: string): string {
  return text.replace(BARE, '')
}

/** True where `text` ends as a sentence or a limb of one does. */
export function isPunctuated(text: string): boolean {
  return /[.;:,!?…。；：，！？،؛؟]$/u.test(withoutEnd(text))
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

export function isDateLine(text: string): boolean {
  return DATE_LINE.test(text)
}

/** True where a short line can be a heading: it does not go on a sentence and is no date, symbol or signature. */
export function isHeadingLike(text: string): boolean {
  return (
    isShortLine(text) &&
    !/^[\p{Ll}\d([（]|^\P{L}*$/u.test(text) &&
    !isDateLine(text) &&
    !SYMBOL.test(text)
  )
}

/** True for the few words of a numbered heading (`1. Public meetings`), never for a paragraph. */
export function isTitleLike(text: string): boolean {
  return text.length <= TITLE_LIKE_LENGTH && isHeadingLike(text)
}

export function isSignature(text: string): boolean {
  return SIGNED.test(text)
}

export function isBracketed(text: string): boolean {
  return /^[[［].*[\]］]$/u.test(text)
}

export function isMasthead(text: string): boolean {
  return (
    isDateLine(text) || SYMBOL.test(text) || MASTHEAD.some((words) => words.test(withoutEnd(text)))
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
  const match = isShortLine(bare) ? ANNEX.exec(bare) : null
  if (match === null) return null
  const end = line.indexOf(bare) + match[0].length
  const closing = /^\*+/u.exec(line.slice(end))?.[0].length ?? 0
  return { marker: line.slice(0, end + closing), text: line.slice(end + closing).trimStart() }
}

/** `Rule 5`, `Objective 2`, `Function 1.1`: such a heading never ends the one before it. */
export function isCountedHeading(text: string): boolean {
  return /^\p{Lu}[\p{L} ]{2,30} \d{1,3}(?:\.\d{1,2})*$/u.test(text)
}
