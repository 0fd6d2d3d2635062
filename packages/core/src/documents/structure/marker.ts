import type { Place } from './place.ts'
import { decimalValue, findHanValue, findRomanValue, letterOrdinals } from './numerals.ts'

/**
 * A block with the marker in front taken off. `marker` and `text` joined by a blank are the block;
 * only Chinese text may have stood right behind its number.
 */
export interface MarkedLine {
  readonly marker: string | null
  readonly text: string
  /** What the marker can mean; `(i)` can be the letter after `(h)` and the first roman item. */
  readonly places: readonly Place[]
  readonly sign: 'bullet' | 'chapter' | 'hash' | 'note' | null
}

const QUOTE = '[“"«„]?'
const END = '(?=\\s|$|\\p{sc=Han})'

/** Ways a place in a list is printed. The first that fits is taken. */
const FORMS = [
  {
    form: new RegExp(
      `^${QUOTE}(\\d{1,3}|[٠-٩]{1,3})(?:[.．、]|[.]?\\s?[-–](?=\\s*\\p{sc=Arab}))${END}`,
      'u',
    ),
    read: numbered,
  },
  { form: new RegExp(`^${QUOTE}[(（]?\\s?([\\p{L}ـ]{1,6})\\s?[)）]${END}`, 'u'), read: lettered },
  { form: new RegExp(`^${QUOTE}[(（]?(\\d{1,2})[)）]${END}`, 'u'), read: inBrackets },
  { form: new RegExp(`^${QUOTE}([a-z]{1,5})\\.${END}`, 'u'), read: dotted },
  { form: /^[’‘']([\d٠-٩]{1,2})[’‘'](?=\s|$)/u, read: itemised },
  { form: /^([㈠-㈩])/u, read: enclosed },
] as const

const SIGNS = [
  { sign: 'hash', form: /^#{1,6}(?=\s)/u },
  { sign: 'bullet', form: /^(?:--?|[–—•‣▪●■◦·○❖])(?=\s)/u },
  { sign: 'note', form: /^(?:\*{1,3}|[¹²³⁴-⁹]{1,3}|\[\^?\d{1,3}\]:?)(?=\s)/u },
  {
    sign: 'chapter',
    form: /^(?:[IVXLCⅠ-ⅿ]{1,8}|[A-Z]|[一二三四五六七八九十]{1,3})[.、．](?=\s|\p{sc=Han})/u,
  },
  { sign: 'chapter', form: /^[IVXLC]{1,6}$/u },
] as const

function numbered(value: string): Place[] {
  return [{ style: 'number', ordinal: decimalValue(value) }]
}

function inBrackets(value: string): Place[] {
  return [{ style: 'bracketed', ordinal: decimalValue(value) }]
}

function itemised(value: string): Place[] {
  return [{ style: 'roman', ordinal: decimalValue(value) }]
}

function enclosed(value: string): Place[] {
  return [{ style: 'roman', ordinal: (value.codePointAt(0) ?? 0) - 0x321f }]
}

function lettered(value: string): Place[] {
  return alternatives(value, 'letter', 'roman')
}

function dotted(value: string): Place[] {
  return alternatives(value, 'dotted_letter', 'dotted_roman')
}

function alternatives(value: string, letter: Place['style'], roman: Place['style']): Place[] {
  const numeral = findRomanValue(value) ?? findHanValue(value)
  const letters = letterOrdinals(value).map((ordinal) => ({ style: letter, ordinal }))
  return numeral === undefined ? letters : [...letters, { style: roman, ordinal: numeral }]
}

function cut(line: string, marker: string): { marker: string; text: string } {
  return { marker, text: line.slice(marker.length).trimStart() }
}

/** Takes a number, letter, numeral, bullet or chapter mark off the front of one block's text. */
export function splitMarker(line: string): MarkedLine {
  for (const { form, read } of FORMS) {
    const match = form.exec(line)
    const places = match === null ? [] : read(match[1] ?? '').filter(({ ordinal }) => ordinal > 0)
    if (match !== null && places.length > 0) return { ...cut(line, match[0]), places, sign: null }
  }
  for (const { form, sign } of SIGNS) {
    const match = form.exec(line)
    if (match !== null) return { ...cut(line, match[0]), places: [], sign }
  }
  return { marker: null, text: line, places: [], sign: null }
}
