import { toRoman } from '@vigil/core/documents'

/** Writes a number of an automatic list the way the list's format says. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(value)
    case 'upperLetter':
      return letters(value).toUpperCase()
    case 'lowerRoman':
      return roman(value)
    case 'upperRoman':
      return roman(value).toUpperCase()
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'russianLower':
      return cycle(value, 'абвгдежзиклмнопрстуфхцчшщэюя')
    case 'arabicAlpha':
      return cycle(value, 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي')
    case 'arabicAbjad':
      return cycle(value, 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ')
    case 'none':
      return ''
    default:
      return String(value)
  }
}

/** a, b … z, aa, bb … as Word counts. */
function letters(value: number): string {
  return cycle(value, 'abcdefghijklmnopqrstuvwxyz')
}

function cycle(value: number, alphabet: string): string {
  if (value < 1 || value > alphabet.length * 9) return String(value)
  const letter = alphabet.charAt((value - 1) % alphabet.length)
  return letter.repeat(Math.ceil(value / alphabet.length))
}

function roman(value: number): string {
  return value < 1 || value > 3999 ? String(value) : toRoman(value)
}

/** A bullet as a character that means one everywhere: symbol fonts keep theirs in private places. */
export function bullet(sign: string): string {
  const bare = sign.trim()
  return bare === '' || bare === 'o' || /[\u{e000}-\u{f8ff}§·]/u.test(bare) ? '•' : bare
}
