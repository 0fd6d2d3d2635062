import type { Functions, Pdfium } from './pdfium.ts'
import { MIRRORED, isRightToLeft } from './right-to-left.ts'

/** A character as it is printed. Lengths in points, the origin at the lower left of the page. */
export interface Character {
  text: string
  /** Left end, right end and baseline. */
  x0: number
  x1: number
  y: number
  size: number
  font: number
  isLevel: boolean
  isBlank: boolean
  /** Whether it is of a script written from right to left. */
  isRight: boolean
  /** Whether the program that made the file gave a text to stand for this one hyphen. */
  isReplaced: boolean
  /** Whether PDFium sees a blank before it where none is printed. */
  isApart: boolean
  /** Address of the text object that it belongs to. */
  object: number
}

interface Style extends Pick<Character, 'y' | 'size' | 'font' | 'isLevel'> {
  object: number
  top: number
  bottom: number
}

/** What the characters of one page are read with. */
interface Reading {
  call: Functions
  textPage: number
  /** What PDFium hands back: a box (left, top, right, bottom) and behind it a matrix. */
  numbers: Float32Array
  /** Address of that matrix, and of the key of replacement texts. */
  matrix: number
  key: number
}

/** PDFium's sign for a hyphen at the end of a line. */
const LINE_END_HYPHEN = 2
const HYPHENS = new Set([LINE_END_HYPHEN, 0x2d, 0xad, 0x2010])
const FIRST_RIGHT = 0x590
const NO_BREAK_SPACE = 0xa0
const BOX_NUMBERS = 4
const MATRIX_NUMBERS = 6
const KEY = 'ActualText\0'

/** The characters of a page in PDFium's order, without the blanks and line ends it adds itself. */
export function readCharacters(pdfium: Pdfium, textPage: number): Character[] {
  const { call } = pdfium
  const place = call.malloc(4 * (BOX_NUMBERS + MATRIX_NUMBERS) + KEY.length)
  const matrix = place + 4 * BOX_NUMBERS
  const key = matrix + 4 * MATRIX_NUMBERS
  new Uint8Array(call.memory.buffer, key).set(Buffer.from(KEY))
  const numbers = new Float32Array(call.memory.buffer, place, BOX_NUMBERS + MATRIX_NUMBERS)
  const reading = { call, textPage, matrix, numbers, key }
  const characters: Character[] = []
  const count = call.FPDFText_CountChars(textPage)
  let style: Style | null = null
  let isApart = false
  for (let index = 0; index < count; index += 1) {
    const code = call.FPDFText_GetUnicode(textPage, index)
    const object = call.FPDFText_GetTextObject(textPage, index)
    if (object === 0 || code === 0) continue
    if (isAdded(reading, index, code)) {
      isApart = true
      continue
    }
    call.FPDFText_GetLooseCharBox(textPage, index, place)
    if (style === null || isOther(style, object, numbers)) style = readStyle(reading, index, object)
    if (style) characters.push(readCharacter(reading, { code, object, style, isApart }))
    isApart = false
  }
  if (characters.some(({ isRight }) => isRight)) {
    showBracketsAsPrinted(characters, reading)
    turnReplacements(characters, reading)
  }
  call.free(place)
  // Memory that grew meanwhile lies elsewhere now: the numbers came from where it was.
  return numbers.buffer === call.memory.buffer ? characters : readCharacters(pdfium, textPage)
}

function isAdded({ call, textPage }: Reading, index: number, code: number): boolean {
  return (
    code <= 0x20 && code !== LINE_END_HYPHEN && call.FPDFText_IsGenerated(textPage, index) !== 0
  )
}

/**
 * Whether a character may be set otherwise than the one before. Some programs make a text object of
 * every letter: those of one font that stand equally high on the page are set alike.
 */
function isOther(style: Style, object: number, { 1: top, 3: bottom }: Float32Array): boolean {
  return style.object !== object && (style.top !== top || style.bottom !== bottom)
}

/** How a character is set; null where its letters have no size. */
function readStyle(reading: Reading, index: number, object: number): Style | null {
  const { call, textPage, numbers } = reading
  call.FPDFText_GetMatrix(textPage, index, reading.matrix)
  const { 1: top = 0, 3: bottom = 0, 4: a = 0, 5: b = 0, 6: c = 0, 7: d = 0, 9: y = 0 } = numbers
  const size = call.FPDFText_GetFontSize(textPage, index) * Math.hypot(c, d)
  if (!Number.isFinite(size + y) || size === 0) return null
  const font = call.FPDFTextObj_GetFont(object)
  return { y, size, font, isLevel: Math.abs(b) < Math.abs(a) / 10, object, top, bottom }
}

interface Given extends Pick<Character, 'object' | 'isApart'> {
  code: number
  style: Style
}

function readCharacter(reading: Reading, { code, object, style, isApart }: Given): Character {
  const { numbers } = reading
  const text = code === LINE_END_HYPHEN ? '-' : String.fromCodePoint(code)
  return {
    text,
    x0: numbers[0] ?? 0,
    x1: numbers[2] ?? 0,
    y: style.y,
    size: style.size,
    font: style.font,
    isLevel: style.isLevel,
    isBlank: (code <= 0x20 && code !== LINE_END_HYPHEN) || code === NO_BREAK_SPACE,
    isRight: code >= FIRST_RIGHT && (isRightToLeft([text]) || isRightMark(text)),
    isReplaced: HYPHENS.has(code) && hasReplacement(reading, object),
    isApart,
    object,
  }
}

function hasReplacement({ call, key }: Reading, object: number): boolean {
  for (let at = call.FPDFPageObj_CountMarks(object) - 1; at >= 0; at -= 1) {
    const mark = call.FPDFPageObj_GetMark(object, at)
    if (call.FPDFPageObjMark_GetParamValueType(mark, key) !== 0) return true
  }
  return false
}

/** Vowel signs belong to no script by themselves. */
function isRightMark(text: string): boolean {
  return /^[\u{591}-\u{8ff}]$/u.test(text) && /^\p{M}$/u.test(text)
}

/**
 * PDFium turns round the brackets of what it reads from the right, and takes a replacement text as it
 * is, where programs write the bracket that is meant and not the one that is seen. Turns both back.
 */
function showBracketsAsPrinted(characters: readonly Character[], reading: Reading): void {
  for (const [index, character] of characters.entries()) {
    const other = MIRRORED.get(character.text)
    if (other === undefined) continue
    const turned = isFromRight(characters, index)
    if (turned !== hasReplacement(reading, character.object)) character.text = other
  }
}

function isFromRight(characters: readonly Character[], index: number): boolean {
  const here = characters[index]
  const before = characters[index - 1]
  const after = characters[index + 1]
  if (here && before?.y === here.y) return before.x0 > here.x0
  return here !== undefined && after?.y === here.y && after.x0 < here.x0
}

/**
 * PDFium spreads a replacement text over its glyph from left to right, and turns it round with the
 * line. Puts the letters back into the order in which they were given.
 */
function turnReplacements(characters: Character[], reading: Reading): void {
  for (let start = 0; start < characters.length;) {
    const { object } = characters[start] ?? { object: 0 }
    let end = start + 1
    while (characters[end]?.object === object) end += 1
    const letters = characters.slice(start, end)
    if (isTurned(letters) && hasReplacement(reading, object)) {
      characters.splice(start, letters.length, ...letters.reverse())
    }
    start = end
  }
}

function isTurned([first, second]: readonly Character[]): boolean {
  return first !== undefined && second !== undefined && first.isRight && first.x0 > second.x0
}
