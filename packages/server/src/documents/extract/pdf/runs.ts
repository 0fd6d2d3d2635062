import type { Character } from './characters.ts'
import { straightenForms } from './right-to-left.ts'

/** Characters printed side by side. Lengths in points, the origin at the lower left of the page. */
export interface Run {
  text: string
  /** Left end, right end and baseline. */
  x0: number
  x1: number
  y: number
  /** Height of the letters (font size). */
  size: number
  font: string
  /** Whether the characters run from right to left; they are in logical order all the same. */
  rightToLeft: boolean
}

/** What is printed on a page: level runs, and runs printed at an angle (seals, margins), apart. */
export interface Printed {
  level: Run[]
  slanted: Run[]
}

/** Letters of one run overlap or stand apart by these shares of the font size at most. */
const ONWARDS = { overlap: 0.5, apart: 0.15 }
/** Letters of a ligature stand in one place. */
const LEFTWARDS = { overlap: 1, apart: 0.1 }
/** Justified lines stretch a printed blank. */
const BEHIND_BLANK = { overlap: 0.5, apart: 0.5 }
/** Between letters of one run a gap from this share on is a blank, as tightly set lines have it. */
const TIGHT_BLANK = 0.102
const SAME_LEVEL = 0.02

/** The runs of a page in the order of its content. Blanks between runs are left out: they show as gaps. */
export function toRuns(characters: readonly Character[]): Printed {
  const printed: Printed = { level: [], slanted: [] }
  let run: Run | null = null
  let last: Character | null = null
  let blank: Character | null = null
  for (const character of characters) {
    if (character.isBlank) {
      blank = character
      continue
    }
    if (run && last && goesOn({ run, last, blank }, character)) {
      run.text += (blank || isTightBlank(run, character) ? ' ' : '') + character.text
      run.x0 = Math.min(run.x0, character.x0)
      run.x1 = Math.max(run.x1, character.x1)
    } else {
      run = startRun(character)
      printed[character.isLevel ? 'level' : 'slanted'].push(run)
    }
    last = character
    blank = null
  }
  for (const each of [...printed.level, ...printed.slanted]) each.text = straightenForms(each.text)
  return printed
}

function startRun(character: Character): Run {
  const { text, x0, x1, y, size, font, isRight } = character
  return { text, x0, x1, y, size, font: String(font), rightToLeft: isRight }
}

/** A run as far as it is read, its last character and a blank behind it. */
interface Begun {
  run: Run
  last: Character
  blank: Character | null
}

function goesOn({ run, last, blank }: Begun, next: Character): boolean {
  if (!isAlike(last, next) || next.isReplaced || last.isReplaced) return false
  if (last.isRight) return blank === null && isNear(run.x0 - next.x1, next.size, LEFTWARDS)
  if (blank === null) return isNear(next.x0 - run.x1, next.size, ONWARDS)
  return blank.x0 >= last.x0 && isNear(next.x0 - blank.x1, next.size, BEHIND_BLANK)
}

/** A gap too narrow for a blank elsewhere is one where PDFium, which knows the font, takes it for one. */
function isTightBlank(run: Run, { x0, isRight, isApart, size }: Character): boolean {
  return isApart && !isRight && x0 - run.x1 >= TIGHT_BLANK * size
}

function isNear(gap: number, size: number, { overlap, apart }: typeof ONWARDS): boolean {
  return gap < apart * size && gap > -overlap * size
}

/** Whether two characters are set alike on one line. */
function isAlike(one: Character, other: Character): boolean {
  return (
    one.isRight === other.isRight &&
    one.isLevel === other.isLevel &&
    one.font === other.font &&
    one.size === other.size &&
    Math.abs(one.y - other.y) < SAME_LEVEL * one.size
  )
}
