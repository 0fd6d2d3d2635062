/** What no page can show and no XML may hold: control characters but line breaks, noncharacters. */
const UNPRINTABLE = /[\p{Cc}\p{Noncharacter_Code_Point}]/gu

/**
 * The text without what cannot be printed; halves of characters become �, other line breaks `\n`,
 * tabs blanks.
 */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(UNPRINTABLE, (character) => (character === '\n' ? '\n' : ''))
}
