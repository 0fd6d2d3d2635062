const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * A note's number as superscript figures: so it cannot grow into a number it follows, and the reader
 * of the text can tell it for what it is.
 */
export function noteMark(number: number | string): string {
  return String(number).replaceAll(/\d/g, (digit) => SUPERSCRIPT.charAt(Number(digit)))
}
