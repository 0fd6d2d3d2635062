/**
 * One paragraph of a text as it was laid out: its physical lines joined, its faults repaired, its
 * marker still in front. Which blocks are headings, paragraphs or points is decided later
 * (`../structure`); headings that follow each other are still separate blocks here.
 */
export interface Block {
  /** Offset of the block's first character in the source, in UTF-16 units. */
  readonly at: number
  /** The repaired text on one line, a marker such as "4.", "(a)" or "–" in front followed by one blank. */
  readonly text: string
  /** Blanks before the first line as printed; 0 where the block is at the margin. */
  readonly indent: number
  /** Blank lines between this block and the one before it, page furniture not counted. */
  readonly gap: number
}
