/** What stands in one cell. */
export type Cell = string | number | null

/** Signs with which a spreadsheet begins a formula, the wide ones of East Asian keyboards too. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** Control characters, of which no spreadsheet shows any, and halves of characters. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}/gu

/**
 * A text that no spreadsheet takes for a formula: what begins like one, even behind blanks, gets an
 * apostrophe in front, as people write it by hand. Texts come from outside; opened, a formula could
 * send what stands beside it elsewhere.
 */
export function toSafeText(text: string): string {
  const printable = text.toWellFormed().replaceAll(UNPRINTABLE, '')
  return FORMULA.test(printable) ? `'${printable}` : printable
}
