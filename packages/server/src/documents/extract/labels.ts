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

const ROMAN: ReadonlyArray<readonly [number, string]> = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let text = ''
  for (const [amount, sign] of ROMAN) {
    while (rest >= amount) {
      text += sign
      rest -= amount
    }
  }
  return text
}

/** A bullet as a character that means one everywhere: symbol fonts keep theirs in private places. */
export function bullet(sign: string): string {
  const bare = sign.trim()
  return bare === '' || bare === 'o' || /[\u{e000}-\u{f8ff}§·]/u.test(bare) ? '•' : bare
}
