const ROMAN_DIGITS = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

/** The roman numeral of `value` (1 to 3999) in small letters. */
export function toRoman(value: number): string {
  let rest = value
  let numeral = ''
  for (const [digit, worth] of ROMAN_DIGITS) {
    while (rest >= worth) {
      numeral += digit
      rest -= worth
    }
  }
  return numeral
}

const ROMAN_VALUES = new Map(
  Array.from({ length: 199 }, (_, index) => [toRoman(index + 1), index + 1]),
)

/** The value of a well-formed roman numeral below 200 in small letters; undefined for anything else. */
export function findRomanValue(numeral: string): number | undefined {
  return ROMAN_VALUES.get(numeral)
}

/** Lists go a to z, then aa to zz, in every language; 1 is `a`, 27 is `aa`. */
export function toLetters(ordinal: number): string {
  const letter = String.fromCodePoint(97 + ((ordinal - 1) % 26))
  return letter.repeat(Math.ceil(ordinal / 26))
}

/** Letters as lists in a script use them, in the order of lists, and letters that only look like Latin ones. */
const ALPHABETS = [
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдежзиклмнопрстуфхцчшщэюя',
  'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ',
  'аbсdеfgһіјklmnорqrѕtuvwхуz',
] as const

/**
 * The places `letters` can have in a lettered list: one letter, or the same letter twice after the
 * end of the alphabet. More than one place where the letters of two scripts look the same.
 */
export function letterOrdinals(letters: string): number[] {
  const [first, ...others] = letters.replace('ـ', '')
  if (first === undefined || others.some((letter) => letter !== first) || others.length > 1)
    return []
  const places = ALPHABETS.map((alphabet) => alphabet.indexOf(first) + 1).filter(
    (place) => place > 0,
  )
  return [...new Set(places)].map((place) => place + 26 * others.length)
}

const HAN_DIGITS = '一二三四五六七八九'

/** The value of a Chinese numeral below 100 (`十二` is 12); undefined for anything else. */
export function findHanValue(numeral: string): number | undefined {
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/u.exec(numeral)
  if (match === null || numeral === '') return undefined
  const [, head = '', ten = '', tail = ''] = match
  if (ten === '') return tail === '' ? HAN_DIGITS.indexOf(head) + 1 : undefined
  return (head === '' ? 1 : HAN_DIGITS.indexOf(head) + 1) * 10 + HAN_DIGITS.indexOf(tail) + 1
}

/** The value of decimal digits: western, Arabic-Indic, or as wide as Chinese characters. */
export function decimalValue(digits: string): number {
  return Number(
    digits.replace(/[٠-٩０-９]/gu, (digit) => {
      const code = digit.charCodeAt(0)
      return String(code - (code < 0xff10 ? 0x660 : 0xff10))
    }),
  )
}
